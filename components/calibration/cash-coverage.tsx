import { Table, Td, Th, Tr } from '@/components/ui'
import { formatCount, formatShare } from '@/lib/core/format'
import type { CashReport } from '@/lib/valuation/forecast/cash-report'
import { MissRows, Subject } from './miss-rows'

const MISSES = 8

/** The engine's intervals of cash against what came, failures first. */
export function CashCoverage({ report, kind }: { report: CashReport; kind: 'Network' | 'Operator' }) {
  const failing = report.subjects.filter(({ n, covered }) => covered < 0.9 * n)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <Horizons report={report} kind={kind} />
      {failing.length > 0 && <Subjects rows={failing.slice(0, 10)} kind={kind} />}
      {report.misses.length > 0 && (
        <MissRows
          misses={report.misses.slice(0, MISSES)}
          kind={kind}
          caption={`${kind}s: the furthest outcomes outside their interval of cash`}
        />
      )}
    </div>
  )
}

function Horizons({ report, kind }: { report: CashReport; kind: string }) {
  return (
    <Table still caption={`${kind}s: coverage of the 90% interval of cash`}>
      <thead>
        <tr>
          <Th>Cash of</Th>
          <Th numeric>Inside</Th>
          <Th numeric>95% interval</Th>
          <Th numeric>Below P5</Th>
          <Th numeric>Above P95</Th>
          <Th numeric>Intervals</Th>
        </tr>
      </thead>
      <tbody>
        {report.horizons.map(({ months, n, coverage, coverageInterval: { low, high }, below, above }) => (
          <Tr key={months}>
            <Td>
              {formatCount(months)} {months === 1 ? 'month' : 'months'}
            </Td>
            <Td numeric className={high < 0.9 || low > 0.9 ? 'text-loss' : undefined}>
              {formatShare(coverage)}
              {high < 0.9 && <span className="sr-only">, fewer than stated</span>}
              {low > 0.9 && <span className="sr-only">, more than stated</span>}
            </Td>
            <Td numeric>
              {formatShare(low)} – {formatShare(high)}
            </Td>
            <Td numeric>{formatCount(below)}</Td>
            <Td numeric>{formatCount(above)}</Td>
            <Td numeric>{formatCount(n)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function Subjects({ rows, kind }: { rows: CashReport['subjects']; kind: 'Network' | 'Operator' }) {
  return (
    <Table still caption={`${kind}s inside their interval less often than stated`}>
      <thead>
        <tr>
          <Th>{kind}, least covered first</Th>
          <Th numeric>Inside</Th>
          <Th numeric>Below P5</Th>
          <Th numeric>Above P95</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ of, n, covered, below, above }) => (
          <Tr key={of}>
            <Td>
              <Subject of={of} kind={kind} />
            </Td>
            <Td numeric>
              {formatCount(covered)} of {formatCount(n)}
            </Td>
            <Td numeric>{formatCount(below)}</Td>
            <Td numeric>{formatCount(above)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
