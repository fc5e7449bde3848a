import { expect, it } from 'vitest'
import { BUYERS } from './fund-buyers'
import { offerPrice } from './offer-price'
import { biddersOf, isListed, isSold } from './selection'

const devices = ['akash', 'nym', 'sia'].flatMap((network) =>
  Array.from({ length: 40 }, (_, k) => ({ name: `${network}-device-${k}`, network })),
)
const VALUE = 1_000_000n
const shareOf = (price: bigint) => Number(price) / 1e10

it('bids 6 to 27 % below the value, and below the best bargain wherever that is lower', () => {
  for (const { name } of devices)
    for (const buyer of [1, 2, 3]) {
      const share = shareOf(offerPrice(VALUE, undefined, name, buyer))
      expect(share).toBeGreaterThanOrEqual(0.7299)
      expect(share).toBeLessThanOrEqual(0.9401)
      expect(offerPrice(VALUE, 2, name, buyer)).toBe(offerPrice(VALUE, undefined, name, buyer))
      const tight = shareOf(offerPrice(VALUE, 0.6, name, buyer))
      expect(tight).toBeGreaterThan(0.54)
      expect(tight).toBeLessThan(0.59)
    }
})

it('gives every network a listed device that somebody bids for, and keeps them when others are sold', () => {
  const all = biddersOf(devices, devices)
  const listedOnes = [...all.keys()].filter(({ name }) => isListed(name) && !isSold(name))
  expect(new Set(listedOnes.map(({ network }) => network)).size).toBe(3)
  for (const buyers of all.values()) {
    expect(new Set(buyers).size).toBe(buyers.length)
    for (const buyer of buyers) expect(buyer >= 1 && buyer <= BUYERS).toBe(true)
  }
  const [gone, ...rest] = devices.filter(({ name }) => isListed(name))
  const after = biddersOf(rest, devices)
  expect([...after]).toEqual([...all].filter(([device]) => device !== gone && rest.includes(device)))
})
