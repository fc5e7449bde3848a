import { ScaleHead } from '@/components/market/scale-head'
import { scaleOf } from '@/components/market/scale-of'
import { Section, Table, Td, Th, Tr } from '@/components/ui'
import { ValueBar } from '@/components/value-bar'
import { formatCount, formatUnits } from '@/lib/core/format'
import type { BasketAnswer, BasketRow } from '@/lib/mechanism/allocation/basket-answer'
import { PositionName } from './position-name'
import { whyWords } from './why-words'

/** Rows shown before more are asked for, and rows in all: hundreds would make the page heavy, and are in the file. */
const FIRST = 20
const MOST = 40

/** Why not more of this: every listing that was looked at and is not wholly held. */
export function WhySection({ answer }: { answer: BasketAnswer }) {
  const rows = answer.rows.filter((row) => row.why)
  if (rows.length === 0) return null
  const rest = rows.slice(FIRST, MOST)
  return (
    <Section title="Why not more of this" note={leftOut(answer)}>
      <WhyTable
        rows={rows.slice(0, FIRST)}
        names={answer.names}
        caption="Listings that are not in the basket"
      />
      {rest.length > 0 && (
        <details className="mt-2">
          <summary className="cursor-pointer text-sm text-muted hover:text-ink">
            {formatCount(rest.length)} more
            {rows.length > MOST && `, of ${formatCount(rows.length - FIRST)}: all of them are in the CSV`}
          </summary>
          <WhyTable rows={rest} names={answer.names} caption="More listings that are not in the basket" />
        </details>
      )}
    </Section>
  )
}

function leftOut({ rows, dearer, undrawn, further }: BasketAnswer): string {
  const parts = [
    `${formatCount(rows.length)} listings looked at`,
    dearer > 0 && `${formatCount(dearer)} cost more than the budget`,
    further > 0 && `${formatCount(further)} further from their value were not looked at`,
    undrawn > 0 && `${formatCount(undrawn)} have no scenarios yet`,
  ]
  return parts.filter(Boolean).join('; ')
}

function WhyTable({
  rows,
  names,
  caption,
}: {
  rows: readonly BasketRow[]
  names: Record<string, string>
  caption: string
}) {
  const scale = scaleOf(rows)
  return (
    <Table caption={caption} className="max-lg:block [&_tbody]:max-lg:block">
      <thead className="max-lg:hidden">
        <tr>
          <Th>Position</Th>
          <Th className="w-[20%] min-w-36">
            <ScaleHead scale={scale} />
          </Th>
          <Th numeric>Price</Th>
          <Th className="w-[46%]">Why</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr
            key={row.positionId}
            className="max-lg:grid max-lg:grid-cols-[minmax(0,1fr)_auto] max-lg:gap-x-4 max-lg:py-3 max-lg:[grid-template-areas:'name_price''bar_bar''why_why']"
          >
            <Td className="max-lg:block max-lg:p-0 max-lg:[grid-area:name] lg:max-w-64">
              <PositionName row={row} />
            </Td>
            <Td className="max-lg:block max-lg:p-0 max-lg:py-1.5! max-lg:[grid-area:bar]">
              {row.value && <ValueBar value={row.value} price={row.listing.price} scale={scale} />}
            </Td>
            <Td numeric className="max-lg:block max-lg:p-0 max-lg:[grid-area:price]">
              {formatUnits(row.listing.price)}
            </Td>
            <Td className="text-sm max-lg:block max-lg:p-0 max-lg:[grid-area:why]">
              {row.why && whyWords(row.why, names)}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
