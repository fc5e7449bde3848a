import { HistoryChart } from '@/components/charts/history-chart'
import { AsTable, Table, Td, Th, Tr } from '@/components/ui'
import { formatMonth, formatUsd } from '@/lib/core/format'
import type { RewardHistory, RewardMonth } from '@/lib/market/position-page'

/** What devices around this one earned, by month: real figures, and whose they are. */
export function RewardSection({
  rewards,
  isDemonstration,
}: {
  rewards: RewardHistory
  isDemonstration: boolean
}) {
  const { basis, months, sources } = rewards
  const known = months.filter((row) => row.reward !== undefined)
  const last = known.at(-1)
  return (
    <figure>
      <figcaption className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <span className="max-w-prose text-sm text-muted">
          Dollars a month, per node,{' '}
          {basis.kind === 'operator' ? (
            <>
              of the operator “{basis.name}”: real, published figures of its whole fleet
              {isDemonstration && ', which stand for this demonstration device'}.
            </>
          ) : (
            <>
              of {basis.name} as a whole: real, published figures
              {isDemonstration
                ? ', which stand for this demonstration device.'
                : '. The device’s own are not public.'}
            </>
          )}
        </span>
        {last?.reward !== undefined && (
          <span className="text-sm text-muted">
            <span className="figures text-ink">{formatUsd(last.reward)}</span> in {formatMonth(last.month)}
            {last.cost !== undefined && (
              <>
                , running cost <span className="figures text-ink">{formatUsd(last.cost)}</span>
              </>
            )}
          </span>
        )}
      </figcaption>
      <div className="h-56">
        <HistoryChart
          points={months.map(({ month, reward }) => ({ month, value: reward ?? null }))}
          unit="usd"
          name={`Reward per node by month, ${basis.name}`}
          log={false}
        />
      </div>
      <p className="mt-2 text-xs text-muted">Source: {sources.join('; ')}</p>
      <AsTable>
        <RewardTable months={months} name={basis.name} />
      </AsTable>
    </figure>
  )
}

function RewardTable({ months, name }: { months: readonly RewardMonth[]; name: string }) {
  const hasCost = months.some(({ cost }) => cost !== undefined)
  return (
    <Table still caption={`Reward per node by month, ${name}`}>
      <thead>
        <tr>
          <Th>Month</Th>
          <Th numeric>Reward per node</Th>
          {hasCost && <Th numeric>Running cost per node</Th>}
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map(({ month, reward, cost }) => (
          <Tr key={month}>
            <Td className="figures text-sm">{month.slice(0, 7)}</Td>
            <Td numeric title={reward === undefined ? undefined : `${reward} dollars`}>
              {reward === undefined ? 'unknown' : formatUsd(reward)}
            </Td>
            {hasCost && <Td numeric>{cost === undefined ? 'unknown' : formatUsd(cost)}</Td>}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
