import Link from 'next/link'
import { Table, Td, Th, Tr } from '@/components/ui'
import { formatCount, formatFixed, formatMonth, formatUsd } from '@/lib/core/format'

/** An outcome outside its stated interval. USD */
export type MissRow = {
  /** whose: a network, or an operator */
  of: string
  /** month that was known when it was stated, YYYY-MM */
  origin: string
  months: number
  p5: number
  p95: number
  outcome: number
  /** from the interval, in half-widths of it */
  distance: number
}

/** Outcomes outside their interval, above or below it, the furthest first. */
export function MissRows({
  misses,
  kind,
  caption,
}: {
  misses: readonly MissRow[]
  kind: 'Network' | 'Operator'
  caption: string
}) {
  return (
    <Table still caption={caption}>
      <thead>
        <tr>
          <Th>{kind}</Th>
          <Th>Forecast from</Th>
          <Th numeric>Months ahead</Th>
          <Th numeric>Stated, P5 – P95</Th>
          <Th numeric>Happened</Th>
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

/** A network by its page; an operator has none. */
export function Subject({ of, kind }: { of: string; kind: 'Network' | 'Operator' }) {
  if (kind === 'Operator') return of
  return (
    <Link href={`/networks/${of}`} className="link">
      {of}
    </Link>
  )
}
