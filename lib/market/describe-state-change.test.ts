import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeStateChange } from './describe-state-change'
import type { SignedState } from './signed-state'

const hash = (byte: string) => `0x${byte.repeat(32)}` as const
const user = `0x${'ab'.repeat(20)}` as const

const signed: SignedState = {
  tokenId: 7,
  deviceId: hash('01'),
  network: 'helium-iot',
  model: 'rak-v2',
  cell: '85283473fffffff',
  place: hash('02'),
  metadata: hash('03'),
  user: null,
  expires: '0',
  flags: 0,
  ownershipNonce: 4,
}

const sentences = (change: Partial<SignedState>, options = {}) =>
  describeStateChange(signed, { ...signed, ...change }, options).map((it) => it.sentence)

describe('what changed since an order was signed, in words', () => {
  test('nothing', () => {
    expect(describeStateChange(signed, { ...signed })).toEqual([])
  })

  test('the network, with both names', () => {
    expect(describeStateChange(signed, { ...signed, network: 'hivemapper' })).toEqual([
      {
        part: 'network',
        from: 'helium-iot',
        to: 'hivemapper',
        sentence: 'The network changed from helium-iot to hivemapper.',
      },
    ])
  })

  test('a token that left and came back', () => {
    expect(sentences({ ownershipNonce: 6 }, { ownerIsSigner: true })).toEqual([
      'The token has left and come back since the seller signed.',
    ])
    expect(sentences({ ownershipNonce: 5 })).toEqual([
      'The position has changed hands since the order was signed.',
    ])
  })

  test('a user, a longer term, a removed user', () => {
    expect(sentences({ user, expires: '1772366400' })).toEqual([
      `A user (${user}) was set until 2026-03-01 12:00 UTC.`,
    ])
    const leased = { ...signed, user, expires: '1772366400' }
    expect(describeStateChange(leased, { ...leased, expires: '1772370000' })[0]?.sentence).toBe(
      `The term of the user ${user} changed from 2026-03-01 12:00 UTC to 2026-03-01 13:00 UTC.`,
    )
    expect(describeStateChange(leased, signed)[0]?.sentence).toBe('The user was removed.')
  })

  test('place, metadata, model and taint, several at once', () => {
    expect(sentences({ cell: null, metadata: hash('04'), model: 'rak-v3', flags: 1 })).toEqual([
      'The hardware model changed from rak-v2 to rak-v3.',
      'The place changed from cell 85283473fffffff to none.',
      'The description of the device (its metadata) changed.',
      'An attester marked the device as tainted.',
    ])
  })

  test('any difference is named, and only differences are', () => {
    const nullable = <value>(arbitrary: fc.Arbitrary<value>) => fc.option(arbitrary, { nil: null })
    const small = (prefix: string) => fc.integer({ min: 0, max: 2 }).map((n) => `${prefix}${n}`)
    const bytes = fc.constantFrom(hash('0a'), hash('0b'))
    const state: fc.Arbitrary<SignedState> = fc.record({
      tokenId: fc.constant(7),
      deviceId: fc.constant(hash('01')),
      network: small('network-'),
      model: small('model-'),
      cell: nullable(fc.constantFrom('85283473fffffff', '85283447fffffff')),
      place: nullable(bytes),
      metadata: bytes,
      user: nullable(fc.constant(user)),
      expires: fc.constantFrom('0', '1772366400', '18446744073709551615'),
      flags: fc.integer({ min: 0, max: 3 }),
      ownershipNonce: fc.integer({ min: 0, max: 2 }),
    })
    fc.assert(
      fc.property(state, state, fc.boolean(), (a, b, ownerIsSigner) => {
        const changes = describeStateChange(a, b, { ownerIsSigner })
        const equal = JSON.stringify(a) === JSON.stringify(b)
        expect(changes.length === 0).toBe(equal)
        for (const change of changes) {
          expect(change.from).not.toBe(change.to)
          expect(change.sentence).toMatch(/^[A-Z].*\.$/)
        }
      }),
      { seed: 2_024, numRuns: 1_000 },
    )
  })
})
