import { decodeFunctionData, type Hex, toEventSelector, toFunctionSelector } from 'viem'
import { describe, expect, test } from 'vitest'
import { seaportAbi as generatedAbi } from '@/lib/chain/abi/generated/seaport'
import { seaportAbi, seaportErrorsAbi } from './abi'
import { buildItemOffer, buildListing } from './build-order'
import {
  encodeCancel,
  encodeFulfillAdvancedOrder,
  encodeFulfillBasicOrder,
  encodeFulfillOrder,
  encodeValidate,
} from './calls'

const address = (byte: string): Hex => `0x${byte.repeat(20)}`
const terms = {
  deployment: {
    positions: address('a1'),
    dollar: address('b2'),
    zone: address('c3'),
    fee: { recipient: address('d4'), basisPoints: 100 },
  },
  offerer: address('e5'),
  positionId: 7,
  price: 100_000_000n,
  stateHash: `0x${'f6'.repeat(32)}` as Hex,
  startTime: 1n,
  endTime: 2n,
  counter: 3n,
  salt: 4n,
}
const listing = { components: buildListing(terms), signature: '0x1234' as Hex }
const offer = { components: buildItemOffer(terms), signature: '0x1234' as Hex }

test('our short ABI is a part of Seaport’s own', () => {
  const signatures = new Set(
    generatedAbi.flatMap((entry) => {
      if (entry.type === 'function') return [toFunctionSelector(entry)]
      return entry.type === 'event' ? [toEventSelector(entry)] : []
    }),
  )
  for (const entry of seaportAbi)
    expect(
      signatures.has(entry.type === 'event' ? toEventSelector(entry) : toFunctionSelector(entry)),
      entry.name,
    ).toBe(true)
  const errors: Set<string> = new Set(
    generatedAbi.flatMap((entry) => (entry.type === 'error' ? [entry.name] : [])),
  )
  for (const entry of seaportErrorsAbi) expect(errors.has(entry.name), entry.name).toBe(true)
})

describe('calls carry the order as it was signed', () => {
  test('fulfillOrder and fulfillAdvancedOrder', () => {
    const plain = decodeFunctionData({ abi: seaportAbi, data: encodeFulfillOrder(listing) })
    expect(plain.functionName).toBe('fulfillOrder')
    expect(plain.args?.[0]).toMatchObject({
      signature: '0x1234',
      parameters: { salt: 4n, orderType: 2, totalOriginalConsiderationItems: 2n },
    })
    const advanced = decodeFunctionData({
      abi: seaportAbi,
      data: encodeFulfillAdvancedOrder(listing, { recipient: address('77') }),
    })
    expect(advanced.args?.[0]).toMatchObject({ numerator: 1n, denominator: 1n, extraData: '0x' })
    expect(advanced.args?.[3]).toBe(address('77'))
  })

  test('fulfillBasicOrder, by the route of each kind', () => {
    const sale = decodeFunctionData({ abi: seaportAbi, data: encodeFulfillBasicOrder(listing) })
    expect(sale.args?.[0]).toMatchObject({
      basicOrderType: 10,
      considerationAmount: 99_000_000n,
      offerIdentifier: 7n,
      additionalRecipients: [{ amount: 1_000_000n }],
    })
    const acceptance = decodeFunctionData({ abi: seaportAbi, data: encodeFulfillBasicOrder(offer) })
    expect(acceptance.args?.[0]).toMatchObject({
      basicOrderType: 18,
      considerationIdentifier: 7n,
      offerAmount: 100_000_000n,
      additionalRecipients: [{ amount: 1_000_000n }],
    })
  })

  test('cancel and validate', () => {
    const cancel = decodeFunctionData({ abi: seaportAbi, data: encodeCancel([listing.components]) })
    expect(cancel.args?.[0]).toMatchObject([{ counter: 3n, zoneHash: terms.stateHash }])
    const validate = decodeFunctionData({ abi: seaportAbi, data: encodeValidate([listing, offer]) })
    expect(validate.args?.[0]).toHaveLength(2)
  })
})
