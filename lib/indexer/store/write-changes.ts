import type { Address } from 'viem'
import type { Transaction } from '@/db/client'
import { allowances, balances, counters, operatorApprovals, positions, tokenApprovals } from '@/db/schema'
import type { KnownState, StateChanges } from '../reduce/state'
import type { touchedRows } from '../reduce/touched-rows'
import { anyOf } from './any-of'
import { insertRows } from './bulk'

/** Loads the rows that events need to be reduced on. */
export async function readKnown(
  tx: Transaction,
  touched: ReturnType<typeof touchedRows>,
): Promise<KnownState> {
  const rows =
    touched.positions.length === 0
      ? []
      : await tx.select().from(positions).where(anyOf(positions.id, touched.positions))
  const held =
    touched.balances.length === 0
      ? []
      : await tx.select().from(balances).where(anyOf(balances.account, touched.balances))
  return {
    positions: new Map(rows.map((row) => [row.id, row])),
    balances: new Map(held.map((row) => [row.account, row.amount])),
  }
}

/** Writes changed rows; the triggers keep their before-images while `hotswap.block` is set. */
export async function writeChanges(tx: Transaction, changes: StateChanges): Promise<void> {
  await insertRows(tx, positions, [...changes.positions.values()], 'update')
  const approved = [...changes.tokenApprovals].flatMap(([positionId, to]) =>
    to === null ? [] : [{ positionId, approved: to }],
  )
  const cleared = [...changes.tokenApprovals].flatMap(([positionId, to]) => (to === null ? [positionId] : []))
  await insertRows(tx, tokenApprovals, approved, 'update')
  if (cleared.length > 0) await tx.delete(tokenApprovals).where(anyOf(tokenApprovals.positionId, cleared))
  await insertRows(tx, operatorApprovals, [...changes.operatorApprovals.values()], 'update')
  await insertRows(tx, balances, rowsOf(changes.balances, 'account', 'amount'), 'update')
  await insertRows(tx, allowances, [...changes.allowances.values()], 'update')
  await insertRows(tx, counters, rowsOf(changes.counters, 'offerer', 'counter'), 'update')
}

function rowsOf<key extends string, value extends string>(
  map: ReadonlyMap<Address, bigint>,
  key: key,
  value: value,
): (Record<key, Address> & Record<value, bigint>)[] {
  return [...map].map(
    ([account, amount]) =>
      ({ [key]: account, [value]: amount }) as Record<key, Address> & Record<value, bigint>,
  )
}
