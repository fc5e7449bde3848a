import { describe, expect, test } from 'vitest'
import { orderStatuses } from './order-status'
import { type RevivalFacts, revivalOf } from './revival'
import type { SignedState } from './signed-state'

const signed: SignedState = {
  tokenId: 7,
  deviceId: `0x${'d1'.repeat(32)}`,
  network: 'relay',
  model: 'server-1',
  cell: null,
  place: null,
  metadata: `0x${'ad'.repeat(32)}`,
  user: null,
  expires: '0',
  flags: 0,
  ownershipNonce: 3,
}

const listing: RevivalFacts = { kind: 'listing', standing: 'open', bound: true, signed, current: signed }
const whenOf = (facts: Partial<RevivalFacts>) => {
  const revival = revivalOf({ ...listing, ...facts })
  return revival.kind === 'dormant' ? revival.when : revival.kind
}

test('what can be filled is live; what has ended is over', () => {
  expect(whenOf({})).toBe('live')
  for (const standing of ['filled', 'cancelled', 'counter_moved', 'expired'] as const)
    expect(whenOf({ standing })).toBe('over')
})

describe('a position that left', () => {
  const current = { ...signed, ownershipNonce: 5 }

  test('and came back does not revive a bound listing', () => {
    expect(whenOf({ standing: 'state_changed', current })).toBe('over')
    expect(whenOf({ standing: 'not_owned', current: { ...signed, ownershipNonce: 4 } })).toBe('over')
  })

  test('revives an unbound listing when it comes back', () => {
    expect(whenOf({ standing: 'not_owned', bound: false, current })).toMatch(/comes back to your account/)
  })
})

test('what was changed and can be set back is named', () => {
  const at = (change: Partial<SignedState>) =>
    whenOf({ standing: 'state_changed', current: { ...signed, ...change } })
  expect(at({ network: 'dimo' })).toBe('It can be filled again if its network is set back as you signed.')
  expect(at({ network: 'dimo', flags: 1, user: `0x${'11'.repeat(20)}`, expires: '9' })).toBe(
    'It can be filled again if its network, its user and its flags are set back as you signed.',
  )
})

test('a missing approval and missing funds come back by any transaction of the signer', () => {
  expect(whenOf({ standing: 'not_approved' })).toMatch(/move the position/)
  expect(whenOf({ standing: 'not_approved', kind: 'item_offer' })).toMatch(/take that many dollars/)
  expect(whenOf({ standing: 'no_funds', kind: 'item_offer' })).toMatch(/holds that many dollars/)
})

test('every standing but the final ones is shown to its signer', () => {
  for (const standing of orderStatuses) {
    const isFinal = ['filled', 'cancelled', 'counter_moved', 'not_owned'].includes(standing)
    expect(revivalOf({ ...listing, standing, current: undefined }).kind === 'over').toBe(isFinal)
  }
})
