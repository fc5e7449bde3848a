import Link from 'next/link'
import { Table, Td, Th, Time, Tr } from '@/components/ui'
import { formatDay, formatDecimal, formatMonth } from '@/lib/core/format'
import type { ObservedMeasure, Said } from '@/lib/market/observations/observation'
import type { Settled } from '@/lib/market/observations/settle'

const names: Record<ObservedMeasure, string> = {
  reward_tokens: 'rewards, tokens',
  token_price_usd: 'token price, $',
  rewards_usd: 'rewards, $',
  active_nodes: 'active nodes',
  token_supply: 'supply, tokens',
  token_transfers: 'transfers',
  token_holders: 'holders',
}

/** Figures that changed or are contradicted: what counts, what it replaced, and who says otherwise. */
export function DisputedTable({ disputed, now }: { disputed: readonly Settled[]; now: Date }) {
  return (
    <Table caption="Figures that were revised or are contradicted, newest first">
      <thead>
        <tr>
          <Th>Figure</Th>
          <Th numeric>Counts</Th>
          <Th>Known</Th>
          <Th>Before</Th>
          <Th>Others say</Th>
        </tr>
      </thead>
      <tbody>
        {disputed.map(({ figure, revised, contradicted }) => (
          <Tr key={`${figure.network} ${figure.measure} ${figure.span} ${figure.period}`}>
            <Td>
              {figure.network && (
                <Link href={`/networks/${figure.network}`} className="link">
                  {figure.network}
                </Link>
              )}{' '}
              {names[figure.measure]}, {figure.span === 'month' ? formatMonth(figure.period) : figure.period}
            </Td>
            <Td numeric>{asText(figure)}</Td>
            <Td className="text-sm">
              <Time at={figure.knownAt} now={now} /> by {figure.source}
            </Td>
            <Td className="figures text-sm">
              {revised.map((one) => (
                <span key={one.knownAt.toISOString()} className="block">
                  {asText(one)} <span className="text-muted">since {formatDay(one.knownAt)}</span>
                </span>
              ))}
            </Td>
            <Td className="figures text-sm">
              {contradicted.map((one) => (
                <span key={one.source} className="block">
                  {asText(one)} <span className="text-muted">{one.source}</span>
                </span>
              ))}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function asText({ value }: Said): string {
  return value === undefined ? 'unknown' : formatDecimal(Number(value), 6)
}
