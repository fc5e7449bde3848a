import { expect, it } from 'vitest'
import { askingPrice, isPressed, isSellable, type Priced, tradedPrice } from './asking-price'

const names = Array.from({ length: 1_500 }, (_, k) => `device-${k}`)
const earning: Priced = { value: 1_000_000n, hardware: 200, net: 300 }
const shares = (of: (priced: Priced, name: string) => bigint, priced: Priced, some = names) =>
  some.map((name) => Number(of(priced, name)) / 1e4 / Number(priced.value)).sort((a, b) => a - b)
const calm = names.filter((name) => !isPressed(name))
const pressed = names.filter(isPressed)

it('asks the value in the middle, as many above it as below, and the same at every start', () => {
  const asked = shares(askingPrice, earning, calm)
  expect(asked[Math.floor(asked.length / 2)]).toBeCloseTo(1, 1)
  expect(asked.filter((share) => share > 1).length / asked.length).toBeCloseTo(0.5, 1)
  expect(asked[0]).toBeGreaterThan(0.68)
  expect(asked.at(-1)).toBeLessThan(1.46)
  expect(shares(askingPrice, earning)).toEqual(shares(askingPrice, earning))
})

it('lets one owner in six sell for 14 to 40 % less, 27 % in the mean, and none who sold', () => {
  expect(pressed.length / names.length).toBeCloseTo(1 / 6, 1)
  const asked = shares(askingPrice, earning, pressed)
  expect(asked[0]).toBeGreaterThanOrEqual(0.6)
  expect(asked.at(-1)).toBeLessThanOrEqual(0.8601)
  expect(asked.reduce((sum, share) => sum + share) / asked.length).toBeCloseTo(0.73, 1)
  expect(shares(tradedPrice, earning)[0]).toBeGreaterThan(0.68)
})

it('asks no less than the hardware fetches, but for a fifth of it where the owner must sell', () => {
  const losing: Priced = { value: 14_000n, hardware: 147, net: -20 }
  for (const ask of calm.map((name) => askingPrice(losing, name)))
    expect(ask).toBeGreaterThanOrEqual(147_000_000n)
  for (const ask of pressed.map((name) => askingPrice(losing, name)))
    expect(ask).toBeGreaterThanOrEqual(117_000_000n)
  expect(pressed.some((name) => askingPrice(losing, name) < 130_000_000n)).toBe(true)
})

it('sells no rented device that loses money: it is given back', () => {
  expect(isSellable({ value: 40_000n, hardware: 0, net: -5 })).toBe(false)
  expect(isSellable({ value: 40_000n, hardware: 0, net: 5 })).toBe(true)
  expect(isSellable({ value: 14_000n, hardware: 147, net: -20 })).toBe(true)
})

it('asks whole dollars from a hundred on, and never less than one', () => {
  expect(askingPrice({ ...earning, value: 1_234_567n }, 'a') % 1_000_000n).toBe(0n)
  expect(askingPrice({ value: -500n, hardware: 0, net: 1 }, 'a')).toBe(1_000_000n)
})
