import type { ReactNode } from 'react'
import { Table, Td, Th, Tr } from '@/components/ui'
import { ValueBar, type ValueInterval } from '@/components/value-bar'
import { formatCents, formatCount, formatUsd } from '@/lib/core/format'
import { centsToUnits } from '@/lib/core/money'
import type { KeptReference } from '@/lib/market/reference-price/kept-reference'
import { LEAST_CLEAN_SALES } from '@/lib/market/reference-price/reference-price'
import { costWords } from './cost-words'

export type ReferenceLine = { of: ReactNode; key: string; reference: KeptReference | undefined }

/** Reference prices with their width, and what it costs to move them; a thin market says that it is one. */
export function ReferenceTable({
  caption,
  lines,
  value,
}: {
  caption: string
  lines: readonly ReferenceLine[]
  /** of the position the prices stand beside */
  value?: ValueInterval | undefined
}) {
  const cheapest = lines
    .flatMap(({ of, reference }) => (reference?.costUp ? [{ of, cost: reference.costUp }] : []))
    .sort((a, b) => a.cost.undetectedUsd - b.cost.undetectedUsd)[0]
  return (
    <>
      <Table caption={caption}>
        <thead>
          <tr>
            <Th>Of</Th>
            <Th numeric>Reference</Th>
            <Th numeric>90 % interval</Th>
            {value && <Th className="w-1/5 min-w-36 max-sm:hidden">Beside the value</Th>}
            <Th numeric className="max-sm:hidden">
              Sales
            </Th>
            <Th numeric className="max-sm:hidden">
              5 % up costs
            </Th>
            <Th numeric className="max-sm:hidden">
              5 % down
            </Th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ of, key, reference }) => (
            <Tr key={key}>
              <Td>{of}</Td>
              {reference?.price && reference.low !== null && reference.high !== null ? (
                <>
                  <Td numeric className="font-medium">
                    {formatCents(reference.price)}
                  </Td>
                  <Td numeric className="text-muted">
                    {formatCents(reference.low)} – {formatCents(reference.high)}
                  </Td>
                  {value && (
                    <Td className="max-sm:hidden">
                      <ValueBar value={value} price={centsToUnits(reference.price)} live={false} />
                    </Td>
                  )}
                  <Td numeric className="max-sm:hidden">
                    <Sales {...reference} />
                  </Td>
                  <Cost cost={reference.costUp} className="max-sm:hidden" />
                  <Cost cost={reference.costDown} className="max-sm:hidden" />
                </>
              ) : (
                <Td className="text-muted" colSpan={value ? 6 : 5}>
                  {thinWords(reference)}
                </Td>
              )}
            </Tr>
          ))}
        </tbody>
      </Table>
      {cheapest && (
        <p className="mt-2 max-w-prose text-sm text-muted">
          5 % up, at the least ({cheapest.of}): {costWords(cheapest.cost)}.
        </p>
      )}
    </>
  )
}

function Sales({ sales, leftOut }: Pick<KeptReference, 'sales' | 'leftOut'>) {
  return (
    <>
      {formatCount(sales)}
      {leftOut > 0 && <span className="text-muted"> + {formatCount(leftOut)} left out</span>}
    </>
  )
}

function Cost({ cost, className }: { cost: KeptReference['costUp']; className?: string }) {
  return (
    <Td numeric className={className}>
      {cost ? <span title={costWords(cost)}>{formatUsd(cost.undetectedUsd)}</span> : '–'}
    </Td>
  )
}

/** Why there is no figure. */
export function thinWords(reference: KeptReference | undefined): string {
  const { sales = 0, leftOut = 0 } = reference ?? {}
  const out = leftOut > 0 ? `, ${formatCount(leftOut)} left out` : ''
  const had = sales === 0 ? 'none yet' : sales === 1 ? 'one so far' : `${formatCount(sales)} so far`
  return sales < LEAST_CLEAN_SALES
    ? `No reference below ${LEAST_CLEAN_SALES} clean sales: ${had}${out}`
    : `No reference: its ${formatCount(sales)} clean sales are too old or too much between the same accounts${out}`
}
