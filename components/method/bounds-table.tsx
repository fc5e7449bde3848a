import Link from 'next/link'
import { Table, Td, Th, Tr } from '@/components/ui'
import { formatPercent, formatUsdSignificant } from '@/lib/core/format'
import type { BoundedPosition } from '@/lib/valuation/method-figures'

/** Value under the policy, and at most under the best one, the widest gap first. */
export function BoundsTable({ bounds }: { bounds: readonly BoundedPosition[] }) {
  const gap = ({ value, upper }: BoundedPosition) => upper / value - 1
  return (
    <Table still caption="Value under the policy, and at most under the best one">
      <thead>
        <tr>
          <Th>Device</Th>
          <Th numeric>Value</Th>
          <Th numeric>At most</Th>
          <Th numeric>Gap</Th>
        </tr>
      </thead>
      <tbody>
        {[...bounds]
          .sort((a, b) => gap(b) - gap(a))
          .map((row) => (
            <Tr key={row.model}>
              <Td>
                <Link className="link" href={`/networks/${row.network}`}>
                  {row.model}
                </Link>
              </Td>
              <Td numeric>
                {formatUsdSignificant(row.value, 4)}
                <Uncertain of={row.standardError} />
              </Td>
              <Td numeric>
                {formatUsdSignificant(row.upper, 4)}
                <Uncertain of={row.upperStandardError} />
              </Td>
              <Td numeric>{formatPercent(100 * Math.max(gap(row), 0), 1)}</Td>
            </Tr>
          ))}
      </tbody>
    </Table>
  )
}

function Uncertain({ of }: { of: number }) {
  return <span className="text-muted max-sm:hidden"> ± {formatUsdSignificant(of, 2)}</span>
}
