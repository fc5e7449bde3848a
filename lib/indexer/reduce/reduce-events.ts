import { type Address, zeroAddress } from 'viem'
import { positionStateHash } from '@/lib/chain/state-hash'
import { InvariantError } from '../errors'
import type { ChainEvent, EventOf } from '../events'
import type { BlockEvents, KnownState, PositionRow, StateChanges } from './state'

/**
 * What blocks make of the rows they touch. Pure; the same for one block and for ten thousand.
 *
 * Mirrors the contracts: a transfer clears the single-token approval and moves the ownership nonce; a mint does
 * neither; the user stays. Every changed position leaves with its state hash computed anew.
 *
 * @throws InvariantError when an event cannot follow from what is known: events are missing below.
 */
export function reduceEvents(known: KnownState, blocks: readonly BlockEvents[]): StateChanges {
  const changes: StateChanges = {
    positions: new Map(),
    tokenApprovals: new Map(),
    operatorApprovals: new Map(),
    balances: new Map(),
    allowances: new Map(),
    counters: new Map(),
  }
  for (const { header, events } of blocks)
    for (const event of events) apply(known, changes, event, new Date(header.timestamp * 1000))
  for (const [id, row] of changes.positions)
    changes.positions.set(id, { ...row, stateHash: positionStateHash(row) })
  return changes
}

function apply(known: KnownState, changes: StateChanges, event: ChainEvent, time: Date): void {
  const patch = (positionId: number, values: Partial<PositionRow>) => {
    const row = positionAt(known, changes, event, positionId)
    changes.positions.set(positionId, { ...row, ...values })
  }
  switch (event.type) {
    case 'registered':
      changes.positions.set(event.positionId, registeredPosition(known, changes, event, time))
      return
    case 'reassigned': {
      const { network, model, cell, placeCommitment, metadataHash } = event
      patch(event.positionId, { network, model, cell, placeCommitment, metadataHash })
      return
    }
    case 'flags_set':
      patch(event.positionId, { flags: event.flags })
      return
    case 'user_set':
      patch(event.positionId, {
        user: event.user === zeroAddress ? null : event.user,
        userExpires: event.expires,
      })
      return
    case 'position_moved':
      // a mint: the registration that follows in the same transaction says it
      if (event.from !== zeroAddress) movePosition(known, changes, event)
      return
    case 'position_approved':
      changes.tokenApprovals.set(event.positionId, event.approved === zeroAddress ? null : event.approved)
      return
    case 'operator_set':
      changes.operatorApprovals.set(`${event.owner}:${event.operator}`, {
        owner: event.owner,
        operator: event.operator,
        approved: event.approved,
      })
      return
    case 'dollars_moved':
      addDollars(known, changes, event, event.from, -event.amount)
      addDollars(known, changes, event, event.to, event.amount)
      return
    case 'allowance_set':
      changes.allowances.set(`${event.owner}:${event.spender}`, {
        owner: event.owner,
        spender: event.spender,
        amount: event.amount,
      })
      return
    case 'counter_moved':
      changes.counters.set(event.offerer, event.counter)
      return
    case 'order_filled':
    case 'order_cancelled':
    case 'order_validated':
    case 'root_published':
    case 'reward_claimed':
      return
  }
}

function positionAt(
  known: KnownState,
  changes: StateChanges,
  event: ChainEvent,
  positionId: number,
): PositionRow {
  const row = changes.positions.get(positionId) ?? known.positions.get(positionId)
  if (!row)
    throw new InvariantError(`Position ${positionId} is not registered, yet it has a ${event.type} event.`, {
      details: { blockNumber: event.blockNumber, logIndex: event.logIndex },
    })
  return row
}

function registeredPosition(
  known: KnownState,
  changes: StateChanges,
  event: EventOf<'registered'>,
  time: Date,
): PositionRow {
  if (changes.positions.has(event.positionId) || known.positions.has(event.positionId))
    throw new InvariantError(`Position ${event.positionId} is registered twice.`)
  const { type: _, positionId, logIndex: __, blockNumber, transactionHash, ...facts } = event
  return {
    ...facts,
    id: positionId,
    ownershipNonce: 0,
    user: null,
    userExpires: 0n,
    flags: 0,
    stateHash: '0x',
    registeredBlock: blockNumber,
    registeredTransaction: transactionHash,
    registeredAt: time,
  }
}

function movePosition(known: KnownState, changes: StateChanges, event: EventOf<'position_moved'>): void {
  const row = positionAt(known, changes, event, event.positionId)
  if (row.owner !== event.from)
    throw new InvariantError(`Position ${event.positionId} left ${event.from}, who does not own it.`)
  changes.positions.set(event.positionId, {
    ...row,
    owner: event.to,
    ownershipNonce: row.ownershipNonce + 1,
  })
  changes.tokenApprovals.set(event.positionId, null)
}

function addDollars(
  known: KnownState,
  changes: StateChanges,
  event: ChainEvent,
  account: Address,
  amount: bigint,
): void {
  if (account === zeroAddress) return
  const sum = (changes.balances.get(account) ?? known.balances.get(account) ?? 0n) + amount
  if (sum < 0n)
    throw new InvariantError(`${account} spent more dollars than it had in block ${event.blockNumber}.`)
  changes.balances.set(account, sum)
}
