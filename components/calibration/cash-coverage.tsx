import Link from 'next/link'
import { Table, Td, Th, Tr } from '@/components/ui'
import { formatCount, formatFixed, formatMonth, formatShare, formatUsd } from '@/lib/core/format'
import type { CashMiss, CashReport } from '@/lib/valuation/forecast/cash-report'

const MISSES = 8

/** The engine's intervals of cash against what came, failures first. */
export function CashCoverage({ report, kind }: { report: CashReport; kind: 'Network' | 'Operator' }) {
  const failing = report.subjects.filter(({ n, covered }) => covered < 0.9 * n)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <Horizons report={report} kind={kind} />
      {failing.length > 0 && <Subjects rows={failing.slice(0, 10)} kind={kind} />}
      {report.misses.length > 0 && <Misses misses={report.misses.slice(0, MISSES)} kind={kind} />}
    </div>
  )
}

function Horizons({ report, kind }: { report: CashReport; kind: string }) {
  return (
    <Table caption={`${kind}s: coverage of the 90% interval of cash`}>
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
    <Table caption={`${kind}s inside their interval less often than stated`}>
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

function Misses({ misses, kind }: { misses: readonly CashMiss[]; kind: 'Network' | 'Operator' }) {
  return (
    <Table caption={`${kind}s: the furthest outcomes outside their interval of cash`}>
      <thead>
        <tr>
          <Th>{kind}, furthest first</Th>
          <Th>From the end of</Th>
          <Th numeric>Months</Th>
          <Th numeric>Stated, P5 – P95</Th>
          <Th numeric>Came</Th>
          <Th numeric>Beyond, in half-widths</Th>
        </tr>
      </thead>
      <tbody>
        {misses.map(({ of, origin, months, p5, p95, outcome, distance }) => (
          <Tr key={`${of} ${origin} ${months}`}>
            <Td>
              <Subject of={of} kind={kind} />
            </Td>
            <Td>{formatMonth(`${origin}-01`)}</Td>
            <Td numeric>{formatCount(months)}</Td>
            <Td numeric>
              {formatUsd(p5)} – {formatUsd(p95)}
            </Td>
            <Td numeric>
              <span aria-hidden>{outcome > p95 ? '▲ ' : '▼ '}</span>
              {formatUsd(outcome)}
              <span className="sr-only">{outcome > p95 ? ', above' : ', below'}</span>
            </Td>
            <Td numeric>{formatFixed(distance, 2)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function Subject({ of, kind }: { of: string; kind: 'Network' | 'Operator' }) {
  if (kind === 'Operator') return of
  return (
    <Link href={`/networks/${of}`} className="link">
      {of}
    </Link>
  )
}
