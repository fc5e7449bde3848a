import { expect, test } from 'vitest'
import type { PositionOrder } from '@/lib/market/position-page'
import { rankOffers } from './rank-offers'

const owner = `0x${'0A'.repeat(20)}`
let count = 0

function offer(price: bigint, given: Partial<PositionOrder> = {}): PositionOrder {
  return {
    hash: `0x${(++count).toString(16).padStart(64, '0')}`,
    kind: 'item_offer',
    offerer: `0x${'b1'.repeat(20)}`,
    price,
    fee: price / 100n,
    endTime: new Date(1_000),
    createdAt: new Date(0),
    bound: true,
    standing: 'open',
    revival: { kind: 'live' },
    ...given,
  }
}

test('by what they bring after fees, not by what the buyer pays', () => {
  const dear = offer(1_000n, { fee: 100n })
  const better = offer(950n, { fee: 9n })
  expect(rankOffers([dear, better], owner).acceptable).toEqual([better, dear])
})

test('of equals the one that stands longest comes first', () => {
  const short = offer(500n)
  const long = offer(500n, { endTime: new Date(9_000) })
  expect(rankOffers([short, long], owner).acceptable).toEqual([long, short])
})

test('what cannot be accepted is never among what can', () => {
  const standings = ['no_funds', 'not_approved', 'state_changed', 'signature_invalid', 'scheduled'] as const
  const blocked = standings.map((standing) => offer(10_000n, { standing }))
  const { acceptable, others } = rankOffers([offer(1n), ...blocked], owner)
  expect(acceptable.map(({ price }) => price)).toEqual([1n])
  expect(others.map(({ standing }) => standing).sort()).toEqual([...standings].sort())
})

test('what is over, listings, and the holder’s own offers are left out', () => {
  const gone = (['filled', 'cancelled', 'counter_moved', 'expired', 'not_owned'] as const).map((standing) =>
    offer(1n, { standing }),
  )
  const own = offer(5n, { offerer: owner.toLowerCase() as `0x${string}` })
  expect(rankOffers([...gone, own, offer(2n, { kind: 'listing' })], owner)).toEqual({
    acceptable: [],
    others: [],
  })
})
