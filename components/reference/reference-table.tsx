import type { ReactNode } from 'react'
import { Table, Td, Th, Tr } from '@/components/ui'
import { formatCents, formatCount, formatShare } from '@/lib/core/format'
import type { KeptReference } from '@/lib/market/reference-price/kept-reference'
import { CostCell } from './cost-cell'
import { costWords } from './cost-words'
import { thinWords } from './thin-words'
import { WithInterval } from './with-interval'

export type ReferenceLine = { of: ReactNode; key: string; reference: KeptReference | undefined }

/** What was paid in a network, in dollars and of value, and what it costs to move it; a thin market says that it is one. */
export function ReferenceTable({ caption, lines }: { caption: string; lines: readonly ReferenceLine[] }) {
  const cheapest = lines
    .flatMap(({ of, reference }) => {
      const cost = reference?.shareOfValue?.costUp ?? reference?.costUp
      return cost ? [{ of, cost }] : []
    })
    .sort((a, b) => a.cost.undetectedUsd - b.cost.undetectedUsd)[0]
  return (
    <>
      <Table still caption={caption}>
        <thead>
          <tr>
            <Th>Of</Th>
            <Th numeric>Paid, 90% interval</Th>
            <Th numeric>Of value</Th>
            <Th numeric className="max-sm:hidden">
              Clean sales
            </Th>
            <Th numeric className="max-sm:hidden">
              5% up costs
            </Th>
            <Th numeric className="max-sm:hidden">
              5% down
            </Th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ of, key, reference }) => (
            <Tr key={key}>
              <Td>{of}</Td>
              {reference && (reference.price !== null || reference.shareOfValue) ? (
                <Figures {...reference} />
              ) : (
                <Td className="text-muted" colSpan={5}>
                  {thinWords(reference)}
                </Td>
              )}
            </Tr>
          ))}
        </tbody>
      </Table>
      {cheapest && (
        <p className="mt-2 max-w-prose text-sm text-muted">
          5% up, at the least ({cheapest.of}): {costWords(cheapest.cost)}.
        </p>
      )}
    </>
  )
}

function Figures({ price, low, high, shareOfValue: share, sales, leftOut, costUp, costDown }: KeptReference) {
  return (
    <>
      <Td numeric>
        {price !== null && low !== null && high !== null ? (
          <WithInterval figure={formatCents(price)} low={formatCents(low)} high={formatCents(high)} />
        ) : (
          '–'
        )}
      </Td>
      <Td numeric>
        {share ? (
          <WithInterval
            figure={formatShare(share.share)}
            low={formatShare(share.low)}
            high={formatShare(share.high)}
          />
        ) : (
          '–'
        )}
      </Td>
      <Td numeric className="max-sm:hidden">
        {formatCount(sales)}
        {leftOut > 0 && <span className="block text-xs text-muted">+ {formatCount(leftOut)} left out</span>}
      </Td>
      <CostCell cost={share?.costUp ?? costUp} />
      <CostCell cost={share?.costDown ?? costDown} />
    </>
  )
}
