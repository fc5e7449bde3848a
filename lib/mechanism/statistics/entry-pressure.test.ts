import { expect, test } from 'vitest'
import { breakEvenDays } from './break-even-days'
import { entryPressure, latentBreakEven } from './entry-pressure'

test('one break-even for all: free entry rests where reward per node equals it', () => {
  // a pool of 1,000 dollars carries 100 nodes at 10 dollars each
  const pressure = (nodes: number) => entryPressure(1_000, nodes, [{ nodes: 1, costUsd: 10 }])
  expect(pressure(50)).toBeCloseTo(1, 9)
  expect(pressure(100)).toBeCloseTo(0, 9)
  expect(pressure(400)).toBeCloseTo(-0.75, 9)
})

test('a distribution of costs: the cheap stay where the dear leave', () => {
  // half at 5, half at 20, and as many again of each as could come: a pool of 1,000 on 100 nodes pays 10 each,
  // and the cheap ones alone fill it up to 1,000 / 5 = 200
  const costs = [
    { nodes: 30, costUsd: 20 },
    { nodes: 30, costUsd: 5 },
  ]
  expect(entryPressure(1_000, 100, costs)).toBeCloseTo(1, 9)
})

test('break-even is latent: the median of what nodes were content with', () => {
  expect(latentBreakEven([9, 1, 5])).toBe(5)
  expect(latentBreakEven([9, 1, 5, 7])).toBe(6)
})

test('a new device is earned back by what is left after running it, or never', () => {
  expect(breakEvenDays(300, 12, 2)).toBeCloseTo(30 * 30.4375, 9)
  expect(breakEvenDays(300, 2, 2)).toBeUndefined()
  expect(breakEvenDays(300, 1, 2)).toBeUndefined()
})
