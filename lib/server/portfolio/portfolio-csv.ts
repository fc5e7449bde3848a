import { csvLine } from '@/lib/core/csv/format-csv'
import { formatUnitsExact, type UsdUnits } from '@/lib/core/money'
import type { EndedRow, HeldRow, NamedPosition, Portfolio } from '@/lib/market/portfolio'

type Cell = string | number | undefined

const head = [
  'position',
  'name',
  'network',
  'demonstration',
  'status',
  'acquired_how',
  'acquired_at',
  'acquired_transaction',
  'paid_usd',
  'worth_usd',
  'worth_p5_usd',
  'worth_p50_usd',
  'worth_p95_usd',
  'unrealised_usd',
  'listed_at_usd',
  'left_how',
  'left_at',
  'left_transaction',
  'proceeds_usd',
  'realised_usd',
  'earned_usd',
]

/** Every holding of an account as a file: exact amounts, unknown ones blank. */
export function portfolioCsv({ held, ended }: Portfolio): string {
  return [head, ...held.map(heldCells), ...ended.map(endedCells)].map(csvLine).join('')
}

const dollars = (amount: UsdUnits | undefined) =>
  amount === undefined ? undefined : formatUnitsExact(amount, 6)
const cents = (amount: bigint | undefined) => (amount === undefined ? undefined : formatUnitsExact(amount, 2))

function named({ positionId, name, network, isDemonstration }: NamedPosition): Cell[] {
  return [positionId, name, network?.slug, isDemonstration ? 'yes' : 'no']
}

function heldCells(row: HeldRow): Cell[] {
  const { acquired, cost, value, worth, unrealised, listing, earned } = row
  return [
    ...named(row),
    'held',
    acquired.kind,
    acquired.at.toISOString(),
    acquired.transaction,
    dollars(cost),
    dollars(worth),
    cents(value?.p5),
    cents(value?.p50),
    cents(value?.p95),
    dollars(unrealised),
    dollars(listing?.price),
    ...Array<undefined>(5).fill(undefined),
    dollars(earned),
  ]
}

function endedCells(row: EndedRow): Cell[] {
  const { acquired, disposed, cost, proceeds, realised, earned } = row
  return [
    ...named(row),
    disposed.kind,
    acquired.kind,
    acquired.at.toISOString(),
    acquired.transaction,
    dollars(cost),
    ...Array<undefined>(6).fill(undefined),
    disposed.kind,
    disposed.at.toISOString(),
    disposed.transaction,
    dollars(proceeds),
    dollars(realised),
    dollars(earned),
  ]
}
