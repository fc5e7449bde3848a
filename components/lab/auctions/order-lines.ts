import { MOST_UNITS, type SealedOrder } from '@/lib/mechanism/auctions/sealed-book'

/** An order as it stands in the editor: units and dollars a unit as typed. */
export type OrderLine = { id: string; label: string; units: string; dollars: string }

export type Side = 'bids' | 'asks'

const letters: Record<Side, string> = { bids: 'b', asks: 's' }
const words: Record<Side, string> = { bids: 'Bid', asks: 'Ask' }

/** A line with the first number of its side that is free. */
export function lineAfter(side: Side, lines: readonly OrderLine[], units = '1', dollars = ''): OrderLine {
  const taken = new Set(lines.map(({ id }) => id))
  let k = 1
  const idOf = (number: number) => `${letters[side]}${String(number).padStart(2, '0')}`
  while (taken.has(idOf(k))) k += 1
  return { id: idOf(k), label: `${words[side]} ${k}`, units, dollars }
}

/** Orders in an address: "2x149.50_120" is two units at 149.50 and one at 120; undefined where it is no such list. */
export function readLines(side: Side, text: string): OrderLine[] | undefined {
  if (text === '') return []
  const lines: OrderLine[] = []
  for (const part of text.split('_')) {
    const match = /^(?:(\d{1,2})x)?(\d{1,9}(?:\.\d{1,2})?)$/.exec(part)
    if (!match) return undefined
    lines.push(lineAfter(side, lines, match[1] ?? '1', match[2]!))
  }
  return ordersOf(lines) ? lines : undefined
}

export function writeLines(lines: readonly OrderLine[]): string {
  return lines.map(({ units, dollars }) => `${units === '1' ? '' : `${units}x`}${dollars}`).join('_')
}

/** The orders of lines that can all be read; undefined while one cannot, or the side has too many units. */
export function ordersOf(lines: readonly OrderLine[]): SealedOrder[] | undefined {
  const orders = lines.flatMap(({ id, units, dollars }) => {
    const [quantity, limitCents] = [readUnits(units), readCents(dollars)]
    return quantity && limitCents ? [{ id, quantity, limitCents }] : []
  })
  const total = orders.reduce((sum, { quantity }) => sum + quantity, 0)
  return orders.length === lines.length && total <= MOST_UNITS ? orders : undefined
}

/** Whole units from 1; undefined else. */
export function readUnits(text: string): number | undefined {
  return /^\d{1,2}$/.test(text.trim()) && Number(text) > 0 ? Number(text) : undefined
}

/** Dollars to the cent above zero, as cents, digit by digit; undefined else. */
export function readCents(text: string): number | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!match) return undefined
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) || undefined
}

/** Cents as dollars to type on: "149.5" for 14950. */
export function dollarsOf(cents: number): string {
  const rest = String(cents % 100).padStart(2, '0')
  return `${Math.floor(cents / 100)}${rest === '00' ? '' : `.${rest}`}`
}
