import Link from 'next/link'
import { CostCell } from '@/components/reference/cost-cell'
import { costWords } from '@/components/reference/cost-words'
import { basisWords } from '@/components/reference/paid-words'
import { ReferenceMethod } from '@/components/reference/reference-method'
import { noneWords } from '@/components/reference/thin-words'
import { WithInterval } from '@/components/reference/with-interval'
import { Table, Td, Th, Tr } from '@/components/ui'
import { ValueBar } from '@/components/value-bar'
import { formatCents } from '@/lib/core/format'
import { centsToUnits } from '@/lib/core/money'
import type { PositionPage } from '@/lib/market/position-page'
import {
  nearestFirst,
  nearestReference,
  scopeReference,
} from '@/lib/market/reference-price/nearest-reference'

/** What others paid, as a price of this position: by its own sales, its model's, its network's and all. */
export function PositionReference({ page }: { page: PositionPage }) {
  const { facts, references, valuation } = page
  const nearest = nearestReference(references, valuation)
  const names = {
    position: 'This position',
    model: facts.model.name,
    network: (
      <Link href={`/networks/${facts.network.slug}#reference`} className="link">
        {facts.network.name}
      </Link>
    ),
    all: 'All networks',
  }
  return (
    <>
      <Table caption="Reference prices of this position, by its own sales, its model’s, its network’s and all">
        <thead>
          <tr>
            <Th>By the sales of</Th>
            <Th numeric>For this one, 90% interval</Th>
            {valuation && <Th className="w-1/5 min-w-36 max-sm:hidden">Beside the value</Th>}
            <Th numeric className="max-sm:hidden">
              5% up costs
            </Th>
            <Th numeric className="max-sm:hidden">
              5% down
            </Th>
          </tr>
        </thead>
        <tbody>
          {nearestFirst.map((scope) => {
            const found = scopeReference(references[scope], valuation)
            return (
              <Tr key={scope}>
                <Td>
                  {names[scope]}
                  {found && <span className="block text-xs text-muted">{basisWords(found)}</span>}
                </Td>
                {found ? (
                  <>
                    <Td numeric>
                      <WithInterval
                        figure={formatCents(found.price)}
                        low={formatCents(found.low)}
                        high={formatCents(found.high)}
                      />
                    </Td>
                    {valuation && (
                      <Td className="max-sm:hidden">
                        <ValueBar value={valuation} price={centsToUnits(found.price)} live={false} />
                      </Td>
                    )}
                    <CostCell cost={found.costUp} />
                    <CostCell cost={found.costDown} />
                  </>
                ) : (
                  <Td className="text-muted" colSpan={valuation ? 4 : 3}>
                    {noneWords(references[scope], valuation)}
                  </Td>
                )}
              </Tr>
            )
          })}
        </tbody>
      </Table>
      {nearest?.costUp && (
        <p className="mt-2 max-w-prose text-sm text-muted">
          Moving the nearest 5% up takes {costWords(nearest.costUp)}.
        </p>
      )}
      <ReferenceMethod />
    </>
  )
}
