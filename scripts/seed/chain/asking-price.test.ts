import { expect, it } from 'vitest'
import { askingPrice, isHurried, isInNeed, type Priced, tradedPrice } from './asking-price'

const names = Array.from({ length: 4_000 }, (_, k) => `device-${k}`)
const valued: Priced = { value: 1_000_000n, p5: 100_000n, p50: 600_000n }
const ratios = (of: (valued: Priced, name: string) => bigint, some: readonly string[]) =>
  some.map((name) => Number(of(valued, name)) / 1e10).sort((a, b) => a - b)

it('asks the value in the middle, within a third of it for nine in ten, and the same at every start', () => {
  const calm = ratios(
    askingPrice,
    names.filter((name) => !isHurried(name) && !isInNeed(name)),
  )
  expect(calm[Math.floor(calm.length / 2)]).toBeCloseTo(1, 1)
  expect(calm[Math.floor(calm.length * 0.05)]).toBeGreaterThan(0.72)
  expect(calm[Math.floor(calm.length * 0.95)]).toBeLessThan(1.35)
  expect(ratios(askingPrice, names)).toEqual(ratios(askingPrice, names))
})

it('lets one owner in eight be in a hurry, below two thirds of the value, and none who sold', () => {
  const hurried = names.filter(isHurried)
  expect(hurried.length / names.length).toBeCloseTo(1 / 8, 1)
  const asked = ratios(
    askingPrice,
    hurried.filter((name) => !isInNeed(name)),
  )
  expect(asked[0]).toBeGreaterThanOrEqual(0.4)
  expect(asked.at(-1)).toBeLessThanOrEqual(0.6501)
  expect(ratios(tradedPrice, names)[0]).toBeGreaterThan(0.45)
})

it('lets one in fourteen ask between the P5 and the P50, and no less than a dollar', () => {
  const needing = names.filter(isInNeed)
  expect(needing.length / names.length).toBeCloseTo(1 / 14, 1)
  const asked = ratios(askingPrice, needing)
  expect(asked[0]).toBeGreaterThan(0.1 + 0.1 * 0.5 - 0.001)
  expect(asked.at(-1)).toBeLessThanOrEqual(0.35)
  for (const name of needing)
    expect(askingPrice({ value: 1_000n, p5: -900n, p50: -700n }, name)).toBe(1_000_000n)
})

it('asks whole dollars from a hundred on, and never less than one', () => {
  expect(askingPrice({ ...valued, value: 1_234_567n }, 'a') % 1_000_000n).toBe(0n)
  expect(askingPrice({ value: -500n, p5: -900n, p50: -700n }, 'a')).toBeGreaterThanOrEqual(1_000_000n)
})
