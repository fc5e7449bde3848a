import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standingSentences } from './order-standing'
import {
  isFillable,
  isFinal,
  judgeOrder,
  type OrderFacts,
  orderStatuses,
  standingOf,
  windowAt,
} from './order-status'

const listing: OrderFacts = {
  kind: 'listing',
  offerer: '0xseller',
  counter: 0n,
  zoneHash: '0xstate',
  bound: true,
  spend: 0n,
  filled: false,
  cancelled: false,
  currentCounter: 0n,
  positionOwner: '0xseller',
  positionStateHash: '0xstate',
  approved: true,
  balance: 0n,
  allowance: 0n,
}
const offer: OrderFacts = {
  ...listing,
  kind: 'item_offer',
  offerer: '0xbuyer',
  spend: 100n,
  approved: false,
  balance: 100n,
  allowance: 100n,
}

describe('the chain judges an order', () => {
  test.each<[string, Partial<OrderFacts>, string]>([
    ['as it was signed', {}, 'open'],
    ['filled', { filled: true, positionOwner: '0xbuyer' }, 'filled'],
    ['cancelled', { cancelled: true }, 'cancelled'],
    ['after incrementCounter', { currentCounter: 9n }, 'counter_moved'],
    ['after a transfer', { positionOwner: '0xother', positionStateHash: '0xnext' }, 'not_owned'],
    ['after the token left and came back', { positionStateHash: '0xnext' }, 'state_changed'],
    ['unbound, after a change', { positionStateHash: '0xnext', bound: false }, 'open'],
    ['without approval', { approved: false }, 'not_approved'],
    ['of a contract wallet that changed its mind', { simulationFailed: true }, 'signature_invalid'],
    ['of a position that does not exist', { positionOwner: undefined }, 'not_owned'],
  ])('a listing %s', (_, change, status) => {
    expect(judgeOrder({ ...listing, ...change })).toBe(status)
  })

  test.each<[string, Partial<OrderFacts>, string]>([
    ['with funds and allowance', {}, 'open'],
    ['without funds', { balance: 99n }, 'no_funds'],
    ['without allowance', { allowance: 99n }, 'not_approved'],
    ['after the device changed', { positionStateHash: '0xnext' }, 'state_changed'],
  ])('an item offer %s', (_, change, status) => {
    expect(judgeOrder({ ...offer, ...change })).toBe(status)
  })

  test('one fault is enough to close it, whatever else holds', () => {
    const facts: fc.Arbitrary<OrderFacts> = fc.record({
      kind: fc.constantFrom('listing' as const, 'item_offer' as const),
      offerer: fc.constant('0xa'),
      counter: fc.bigInt({ min: 0n, max: 1n }),
      zoneHash: fc.constantFrom('0x1', '0x2'),
      bound: fc.boolean(),
      spend: fc.bigInt({ min: 0n, max: 2n }),
      filled: fc.boolean(),
      cancelled: fc.boolean(),
      currentCounter: fc.bigInt({ min: 0n, max: 1n }),
      positionOwner: fc.constantFrom('0xa', '0xb', undefined),
      positionStateHash: fc.constantFrom('0x1', '0x2', undefined),
      approved: fc.boolean(),
      balance: fc.bigInt({ min: 0n, max: 2n }),
      allowance: fc.bigInt({ min: 0n, max: 2n }),
      simulationFailed: fc.boolean(),
    })
    fc.assert(
      fc.property(facts, (it) => {
        const good =
          !it.filled &&
          !it.cancelled &&
          !it.simulationFailed &&
          it.counter === it.currentCounter &&
          (!it.bound || it.zoneHash === it.positionStateHash) &&
          (it.kind === 'listing'
            ? it.positionOwner === it.offerer && it.approved
            : it.balance >= it.spend && it.allowance >= it.spend)
        expect(judgeOrder(it) === 'open').toBe(good)
      }),
      { seed: 1_155, numRuns: 2_000 },
    )
  })
})

describe('an order in time', () => {
  const startTime = new Date(1_000)
  const endTime = new Date(2_000)
  const order = { startTime, endTime, status: 'open' as const }

  test('the window holds its start and not its end', () => {
    expect(windowAt(order, new Date(999))).toBe('scheduled')
    expect(windowAt(order, new Date(1_000))).toBe('running')
    expect(windowAt(order, new Date(1_999))).toBe('running')
    expect(windowAt(order, new Date(2_000))).toBe('expired')
    expect(isFillable(order, new Date(1_500))).toBe(true)
    expect(isFillable(order, new Date(2_000))).toBe(false)
    expect(isFillable({ ...order, status: 'not_approved' }, new Date(1_500))).toBe(false)
  })

  test('a sale stays a sale after its time; a lapsed approval is then only an expired order', () => {
    const late = new Date(3_000)
    expect(standingOf({ ...order, status: 'filled' }, late)).toBe('filled')
    expect(standingOf({ ...order, status: 'not_approved' }, late)).toBe('expired')
    expect(standingOf({ ...order, status: 'state_changed' }, late)).toBe('expired')
    expect(standingOf({ ...order, status: 'open' }, new Date(0))).toBe('scheduled')
    expect(standingOf({ ...order, status: 'not_approved' }, new Date(0))).toBe('not_approved')
  })

  test('every standing has its sentence, and what is fillable stands open', () => {
    for (const status of orderStatuses) {
      for (const time of [0, 1_500, 3_000]) {
        const standing = standingOf({ ...order, status }, new Date(time))
        expect(standingSentences[standing]).toMatch(/\.$/)
        expect(standing === 'open').toBe(isFillable({ ...order, status }, new Date(time)))
      }
      if (isFinal(status)) expect(status).not.toBe('open')
    }
  })
})
