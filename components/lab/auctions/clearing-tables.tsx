import { Table, Td, Th, Tr } from '@/components/ui'
import { formatCents, formatCount } from '@/lib/core/format'
import {
  type Clearing,
  type Fill,
  type Mechanism,
  mechanisms,
  type SealedOrder,
} from '@/lib/mechanism/auctions/sealed-book'

export const ruleNames: Record<Mechanism, string> = {
  batch: 'One price',
  mcafee: 'McAfee',
  vcg: 'Vickrey–Clarke–Groves',
}

const promises: Record<Mechanism, string> = {
  batch: 'no side is asked for its truth, most units trade',
  mcafee: 'the truth is best for orders of one unit; may give up one trade',
  vcg: 'the truth is best for every buyer; asks are reserves',
}

/** A rule by name, and the way to its words. */
export function RuleName({ mechanism }: { mechanism: Mechanism }) {
  return (
    <a href="#method" className="font-medium hover:text-signal-text">
      {ruleNames[mechanism]}
    </a>
  )
}

export type Clearings = Record<Mechanism, Clearing>

/** What each rule makes of the same orders. */
export function RulesTable({ clearings }: { clearings: Clearings }) {
  return (
    <Table caption="One book under three rules" className="max-lg:min-w-[46rem]">
      <thead>
        <tr>
          <Th>Rule</Th>
          <Th numeric>Units</Th>
          <Th numeric>Buyers pay a unit</Th>
          <Th numeric>Sellers get a unit</Th>
          <Th numeric>Sellers’ revenue</Th>
          <Th numeric>Surplus of all</Th>
          <Th numeric>Left with the market</Th>
        </tr>
      </thead>
      <tbody>
        {mechanisms.map((mechanism) => {
          const { buys, sells, units, surplusCents, keptCents } = clearings[mechanism]
          const revenue = [...sells.values()].reduce((sum, { cents }) => sum + cents, 0)
          return (
            <Tr key={mechanism}>
              <Td>
                <RuleName mechanism={mechanism} />
                <span className="block text-xs text-muted">{promises[mechanism]}</span>
              </Td>
              <Td numeric>{formatCount(units)}</Td>
              <Td numeric>{span(buys)}</Td>
              <Td numeric>{span(sells)}</Td>
              <Td numeric>{money(revenue)}</Td>
              <Td numeric>{money(surplusCents)}</Td>
              <Td numeric>{money(keptCents)}</Td>
            </Tr>
          )
        })}
      </tbody>
    </Table>
  )
}

/** Who wins and who pays what, order by order. */
export function FillsTable({
  side,
  orders,
  labels,
  clearings,
}: {
  side: 'bids' | 'asks'
  orders: readonly SealedOrder[]
  labels: ReadonlyMap<string, string>
  clearings: Clearings
}) {
  const isBid = side === 'bids'
  const sorted = orders.toSorted((a, b) =>
    isBid ? b.limitCents - a.limitCents : a.limitCents - b.limitCents,
  )
  return (
    <Table
      caption={isBid ? 'What each bid wins and pays' : 'What each ask sells and gets'}
      className="max-lg:min-w-[36rem]"
    >
      <thead>
        <tr>
          <Th>{isBid ? 'Bid' : 'Ask'}</Th>
          <Th numeric>{isBid ? 'At most' : 'At least'}</Th>
          {mechanisms.map((mechanism) => (
            <Th key={mechanism} numeric>
              <RuleName mechanism={mechanism} />
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ id, quantity, limitCents }) => (
          <Tr key={id}>
            <Td className="max-w-48 truncate">{labels.get(id) ?? id}</Td>
            <Td numeric>
              {quantity > 1 && <span className="text-muted">{quantity} × </span>}
              {money(limitCents)}
            </Td>
            {mechanisms.map((mechanism) => {
              const fill = (isBid ? clearings[mechanism].buys : clearings[mechanism].sells).get(id)
              return (
                <Td key={mechanism} numeric className={fill ? 'text-ink' : 'text-muted'}>
                  {fill ? filled(fill, quantity, isBid) : '–'}
                </Td>
              )
            })}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function filled({ units, cents }: Fill, quantity: number, isBid: boolean): string {
  const count = quantity > 1 ? `${units} of ${quantity}, ` : ''
  return `${count}${isBid ? 'pays' : 'gets'} ${money(cents)}`
}

/** What each order pays or gets a unit. */
export const unitPrices = (fills: ReadonlyMap<string, Fill>): number[] =>
  [...fills.values()].map(({ units, cents }) => cents / units)

/** The prices of a unit: one, or from the lowest to the highest. */
function span(fills: ReadonlyMap<string, Fill>): string {
  const prices = unitPrices(fills)
  if (prices.length === 0) return '–'
  const [low, high] = [Math.min(...prices), Math.max(...prices)]
  return high - low < 0.5 ? money(low) : `${money(low)} to ${money(high)}`
}

/** Cents that may be halves where two prices were averaged. */
export const money = (cents: number): string => formatCents(BigInt(Math.round(cents)))
