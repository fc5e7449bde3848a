import Link from 'next/link'
import { Table, Td, Th, Tr } from '@/components/ui'
import { formatFixed, formatMonth, formatUsd } from '@/lib/core/format'
import type { Miss } from '@/lib/valuation/forecast/calibration-report'

const SHOWN = 12

/** Outcomes outside their stated interval: the worst at once, all of them on demand. */
export function MissesTable({ misses }: { misses: readonly Miss[] }) {
  const rest = misses.slice(SHOWN)
  return (
    <>
      <Rows misses={misses.slice(0, SHOWN)} caption="The furthest outcomes outside their interval" />
      {rest.length > 0 && (
        <details className="mt-3">
          <summary className="cursor-pointer text-sm text-muted hover:text-ink">
            The other {rest.length}
          </summary>
          <div className="mt-2">
            <Rows misses={rest} caption="The other outcomes outside their interval" />
          </div>
        </details>
      )}
    </>
  )
}

function Rows({ misses, caption }: { misses: readonly Miss[]; caption: string }) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>Network</Th>
          <Th>Forecast from</Th>
          <Th numeric>Months ahead</Th>
          <Th numeric>Stated, P5 – P95</Th>
          <Th numeric>Happened</Th>
          <Th numeric>Beyond, in half-widths</Th>
        </tr>
      </thead>
      <tbody>
        {misses.map(({ network, origin, months, p5, p95, outcome, distance }) => (
          <Tr key={`${network} ${origin} ${months}`}>
            <Td>
              <Link href={`/networks/${network}`} className="link">
                {network}
              </Link>
            </Td>
            <Td>{formatMonth(`${origin}-01`)}</Td>
            <Td numeric>{months}</Td>
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
