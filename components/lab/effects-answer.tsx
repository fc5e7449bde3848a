import { formatCount } from '@/lib/core/format'
import { Answer, Told } from './answer'
import type { EffectRow } from './network-effects-table'

/** What the exponents say of all networks together, as far as their intervals let anyone say it. */
export function EffectsAnswer({ rows }: { rows: readonly EffectRow[] }) {
  const of = (holds: (row: EffectRow) => boolean) => rows.filter(holds).map(({ name }) => name)
  const above = of(({ effect }) => effect.growth.low > 1)
  const below = of(({ effect }) => effect.growth.high < 1)
  const open = of(({ effect }) => effect.growth.low <= 1 && effect.growth.high >= 1)
  const priced = of(({ effect }) => {
    const { growth, parts } = effect
    return growth.exponent > 0 && parts !== undefined && parts.price.exponent > growth.exponent / 2
  })
  const readable = of(({ effect }) => effect.cointegration.isCointegrated)
  const beaten = of(({ effect }) => effect.levels.every(({ outOfSample }) => outOfSample > effect.noChange))
  return (
    <Answer
      todo={[
        {
          who: 'Operator',
          what: 'where the next node takes from the others, every neighbour who joins costs you: ask the network’s own page what five hundred more do to your value.',
        },
        {
          who: 'Designer',
          what: (
            <>
              in {priced.length === rows.length ? 'all' : formatCount(priced.length)} of{' '}
              {formatCount(rows.length)} more than half of the exponent is the token’s price
              {priced.length > 0 && ` (${priced.join(', ')})`}: do not take it for the worth of size.
            </>
          ),
        },
        {
          who: 'Forecaster',
          what: (
            <>
              in {beaten.length === rows.length ? 'all' : formatCount(beaten.length)} of{' '}
              {formatCount(rows.length)} every law forecasts next month’s rewards worse than no change does,
              and levels may be read of {readable.length === 0 ? 'no network' : readable.join(' and ')}.
            </>
          ),
        },
      ]}
    >
      Of {formatCount(rows.length)} networks the next node takes from the others in <Names names={below} />,
      adds more than it earns in <Names names={above} />, and in <Told>{formatCount(open.length)}</Told>{' '}
      nobody can tell.
    </Answer>
  )
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <>
      <Told>{formatCount(names.length)}</Told>
      {names.length > 0 && <span className="text-sm text-muted"> ({names.join(', ')})</span>}
    </>
  )
}
