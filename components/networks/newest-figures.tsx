import { Figure, Figures } from '@/components/ui'
import { formatCompact, formatCount, formatMonth } from '@/lib/core/format'
import { latestOf, measures, type NetworkMonth } from '@/lib/market/network-history'
import { formatMeasure, measureNames } from './measure-names'

/** The newest known figure of each measure, in tokens and in dollars, with its month. */
export function NewestFigures({ months, token }: { months: readonly NetworkMonth[]; token: string }) {
  const tokens = latestOf(months, 'rewardTokens')
  return (
    <Figures>
      <Figure
        label="Rewards in tokens"
        value={tokens ? formatCompact(tokens.value) : '–'}
        unit={tokens && token}
        exact={tokens && `${formatCount(tokens.value)} ${token}`}
        source={tokens ? `a month, ${formatMonth(tokens.month)}` : 'unknown'}
      />
      {measures.map((measure) => {
        const latest = latestOf(months, measure)
        const { name, per } = measureNames[measure]
        return (
          <Figure
            key={measure}
            label={measure === 'rewardsUsd' ? 'Rewards in dollars' : name}
            value={latest ? formatMeasure(measure, latest.value) : '–'}
            exact={latest && String(latest.value)}
            source={
              latest ? `${per.includes('a month') ? 'a month, ' : ''}${formatMonth(latest.month)}` : 'unknown'
            }
          />
        )
      })}
    </Figures>
  )
}
