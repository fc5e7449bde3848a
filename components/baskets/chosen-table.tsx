import Link from 'next/link'
import { ScaleHead } from '@/components/market/scale-head'
import { scaleOf } from '@/components/market/scale-of'
import { Demonstration, Table, Td, Th, Tr } from '@/components/ui'
import { ValueBar } from '@/components/value-bar'
import { formatPercent, formatShare, formatUnits, formatUsd } from '@/lib/core/format'
import { basketHref } from '@/lib/market/basket-query'
import type { BasketAnswer } from '@/lib/mechanism/allocation/basket-answer'

/** The positions of a basket: price beside value, and what each brings to it. */
export function ChosenTable({ answer }: { answer: BasketAnswer }) {
  const { query, plan } = answer
  const rows = answer.rows.filter((row) => row.held)
  const scale = scaleOf(rows)
  return (
    <Table caption="Positions of the basket" className="max-lg:min-w-[46rem]">
      <thead>
        <tr>
          <Th>Position</Th>
          <Th className="w-[26%] min-w-40">
            <ScaleHead scale={scale} />
          </Th>
          <Th numeric>Price</Th>
          {!query.whole && <Th numeric>Share</Th>}
          <Th numeric>Weight</Th>
          <Th numeric>Adds to gain</Th>
          <Th numeric>Adds to tail loss</Th>
          {query.whole && (
            <Th numeric>
              <span className="sr-only">Leave out</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.positionId} className="hover:bg-sunken">
            <Td className="max-w-64">
              <span className="flex min-w-0 items-baseline gap-2">
                <Link
                  href={`/positions/${row.positionId}`}
                  prefetch={false}
                  className="truncate font-medium hover:text-signal-text"
                >
                  {row.name}
                </Link>
                {row.isDemonstration && <Demonstration short />}
              </span>
              <span className="block truncate text-xs text-muted">
                #{row.positionId} · {row.network.name}
              </span>
            </Td>
            <Td>{row.value && <ValueBar value={row.value} price={row.listing.price} scale={scale} />}</Td>
            <Td numeric className="font-medium">
              {formatUnits(row.listing.price)}
            </Td>
            {!query.whole && <Td numeric>{formatShare(row.held?.share ?? 0)}</Td>}
            <Td numeric>{formatShare(row.held?.weight ?? 0)}</Td>
            <Td numeric>{formatUsd(row.held?.gainUsd ?? 0)}</Td>
            <Td numeric>{formatUsd(row.held?.tailUsd ?? 0)}</Td>
            {query.whole && (
              <Td numeric>
                <Link
                  href={basketHref(query, { without: [...query.without, row.positionId] })}
                  scroll={false}
                  prefetch={false}
                  className="inline-flex min-h-6 items-center font-sans tracking-normal text-muted hover:text-ink"
                  aria-label={`Leave ${row.name} out`}
                >
                  Leave out
                </Link>
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t border-control text-muted">
          <Td className="text-sm">Together</Td>
          <Td className="text-xs">
            parts of the tail loss: in the basket’s own worst {formatPercent(5)} of scenarios
          </Td>
          <Td numeric className="text-ink">
            {formatUsd(plan.costUsd)}
          </Td>
          {!query.whole && <Td />}
          <Td numeric>{formatShare(1)}</Td>
          <Td numeric className="text-ink">
            {formatUsd(plan.gainUsd)}
          </Td>
          <Td numeric className="text-ink">
            {formatUsd(plan.cvarUsd)}
          </Td>
          {query.whole && <Td />}
        </tr>
      </tfoot>
    </Table>
  )
}
