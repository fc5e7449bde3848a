import { Figure, Figures } from '@/components/ui'
import { formatCompact, formatCount, formatMonth } from '@/lib/core/format'
import { latestOf, measures, type NetworkMonth } from '@/lib/market/network-history'
import { formatMeasure, measureNames } from './measure-names'

/** The newest figure of each measure that is known, in tokens and in dollars, with its month. */
export function NewestFigures({ months, token }: { months: readonly NetworkMonth[]; token: string }) {
  const tokens = latestOf(months, 'rewardTokens')
  return (
    <Figures>
      {tokens && (
        <Figure
          label="Rewards in tokens"
          value={formatCompact(tokens.value)}
          unit={token}
          exact={`${formatCount(tokens.value)} ${token}`}
          source={`a month, ${formatMonth(tokens.month)}`}
        />
      )}
      {measures.map((measure) => {
        const latest = latestOf(months, measure)
        if (!latest) return null
        const { name, per } = measureNames[measure]
        const a = per.includes('a month') ? 'a month, ' : ''
        return (
          <Figure
            key={measure}
            label={measure === 'rewardsUsd' ? 'Rewards in dollars' : name}
            value={formatMeasure(measure, latest.value)}
            exact={String(latest.value)}
            source={`${a}${formatMonth(latest.month)}${latest.isDerived ? ', tokens × price' : ''}`}
          />
        )
      })}
    </Figures>
  )
}
