import { InvalidInputError } from '@/lib/core/errors'
import type { UsdUnits } from '@/lib/core/money'

/** One position coming to an account or leaving it, as the public record has it. */
export type Move = {
  positionId: number
  at: Date
  /** undefined for a registration the record names without its transaction */
  transaction: string | undefined
} & (
  | { kind: 'minted' }
  | { kind: 'received'; from: string }
  /** price: what was paid, fees included */
  | { kind: 'bought'; from: string; price: UsdUnits }
  | { kind: 'sent'; to: string }
  /** price: what the buyer paid; fee: the part of it that did not reach the seller */
  | { kind: 'sold'; to: string; price: UsdUnits; fee: UsdUnits }
)

export type Acquisition = Extract<Move, { kind: 'minted' | 'received' | 'bought' }>
export type Disposal = Extract<Move, { kind: 'sent' | 'sold' }>

/** One time an account held one position: how it came, how it left, and what is exact about it. */
export type Holding = {
  positionId: number
  acquired: Acquisition
  /** undefined while it is held */
  disposed: Disposal | undefined
  /** what was paid; undefined where the record has no price: registered here, or received as a transfer */
  cost: UsdUnits | undefined
  /** what reached the seller; undefined unless sold */
  proceeds: UsdUnits | undefined
  /** proceeds − cost; undefined unless it was both bought and sold */
  realised: UsdUnits | undefined
}

/**
 * What an account held and holds, from its moves in the chain's order, newest holding last. A position is one token, so
 * first in, first out is no choice: what is sold is what was bought last.
 *
 * @throws InvalidInputError when a position leaves that was not held, or comes twice: the record would be broken
 */
export function holdingsOf(moves: readonly Move[]): Holding[] {
  const all: Holding[] = []
  const held = new Map<number, Holding>()
  for (const move of moves) {
    const open = held.get(move.positionId)
    if (move.kind === 'sent' || move.kind === 'sold') {
      if (!open)
        throw new InvalidInputError(`Position ${move.positionId} leaves an account that has not held it.`)
      held.delete(move.positionId)
      Object.assign(open, closed(open, move))
    } else {
      if (open) throw new InvalidInputError(`Position ${move.positionId} comes to an account that holds it.`)
      const holding = opened(move)
      held.set(move.positionId, holding)
      all.push(holding)
    }
  }
  return all
}

function opened(acquired: Acquisition): Holding {
  const cost = acquired.kind === 'bought' ? acquired.price : undefined
  const { positionId } = acquired
  return { positionId, acquired, disposed: undefined, cost, proceeds: undefined, realised: undefined }
}

function closed({ cost }: Holding, disposed: Disposal): Partial<Holding> {
  const proceeds = disposed.kind === 'sold' ? disposed.price - disposed.fee : undefined
  const realised = proceeds === undefined || cost === undefined ? undefined : proceeds - cost
  return { disposed, proceeds, realised }
}

/** Value − cost of a position still held; undefined where either is not known. */
export function unrealisedGain(
  cost: UsdUnits | undefined,
  worth: UsdUnits | undefined,
): UsdUnits | undefined {
  return cost === undefined || worth === undefined ? undefined : worth - cost
}

/** A sum, and how many of the things summed had no figure and are left out of it. */
export type PartialSum = { sum: UsdUnits; counted: number; unknown: number }

/** Exact sum of what is known. */
export function sumKnown(amounts: readonly (UsdUnits | undefined)[]): PartialSum {
  const known = amounts.filter((amount) => amount !== undefined)
  return {
    sum: known.reduce((total, amount) => total + amount, 0n),
    counted: known.length,
    unknown: amounts.length - known.length,
  }
}
