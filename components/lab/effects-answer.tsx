import { Figure, Figures } from '@/components/ui'
import { formatCount } from '@/lib/core/format'
import type { EffectRow } from './network-effects-table'

/** What the exponents say of all networks together, as far as their intervals let anyone say it. */
export function EffectsAnswer({ rows }: { rows: readonly EffectRow[] }) {
  const of = (holds: (row: EffectRow) => boolean) => rows.filter(holds).map(({ name }) => name)
  const above = of(({ effect }) => effect.growth.low > 1)
  const below = of(({ effect }) => effect.growth.high < 1)
  const open = of(({ effect }) => effect.growth.low <= 1 && effect.growth.high >= 1)
  const readable = of(({ effect }) => effect.cointegration.isCointegrated)
  const beaten = of(({ effect }) => effect.levels.every(({ outOfSample }) => outOfSample > effect.noChange))
  return (
    <Figures className="mb-8 border-y border-rule py-4">
      <Answer label="The next node takes from the others" names={below} source="interval below 1" />
      <Answer label="It adds more than it earns" names={above} source="interval above 1" />
      <Answer label="Cannot be told" names={open} source="interval holds 1" />
      <Answer label="A law’s levels may be read" names={readable} source="cointegrated at 5 %" />
      <Answer
        label="No law forecasts better than no change"
        names={beaten}
        source="last third, a month ahead"
      />
    </Figures>
  )
}

function Answer({ label, names, source }: { label: string; names: readonly string[]; source: string }) {
  return (
    <Figure
      label={label}
      value={formatCount(names.length)}
      unit={names.length === 1 ? 'network' : 'networks'}
      source={names.length > 0 ? `${names.join(', ')}; ${source}` : source}
    />
  )
}
