import Link from 'next/link'
import { Table, Td, Th, Tr } from '@/components/ui'
import { formatFixed, formatPercent } from '@/lib/core/format'
import type { CalibrationReport } from '@/lib/valuation/forecast/calibration-report'

/** Share of outcomes inside the stated interval, by network and horizon, with how many there were. */
export function NetworksCoverage({ report: { networks, horizons } }: { report: CalibrationReport }) {
  return (
    <Table still caption="Coverage of the 90% interval by network and horizon">
      <thead>
        <tr>
          <Th>Network</Th>
          {horizons.map(({ months }) => (
            <Th key={months} numeric>
              {months} {months === 1 ? 'month' : 'months'}
            </Th>
          ))}
          <Th numeric>All</Th>
          <Th numeric>Interval score over the walk’s</Th>
        </tr>
      </thead>
      <tbody>
        {networks.map(({ network, n, coverage, ratio, horizons: covered }) => (
          <Tr key={network}>
            <Td>
              <Link href={`/networks/${network}`} className="link">
                {network}
              </Link>
            </Td>
            {horizons.map(({ months }) => {
              const some = covered.find((one) => one.months === months)
              return (
                <Td key={months} numeric>
                  {some ? `${some.covered} of ${some.n}` : <span className="text-muted">none</span>}
                </Td>
              )
            })}
            <Td numeric>
              {formatPercent(coverage * 100, 1)}
              <span className="text-muted"> of {n}</span>
            </Td>
            <Td numeric className={ratio > 1 ? 'text-loss' : undefined}>
              {formatFixed(ratio, 3)}
              {ratio > 1 && <span className="sr-only">, worse than the walk</span>}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
