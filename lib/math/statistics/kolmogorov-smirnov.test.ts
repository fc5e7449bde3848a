import { expect, it } from 'vitest'
import { kolmogorovSmirnov } from './kolmogorov-smirnov'

const uniform = (x: number) => Math.min(Math.max(x, 0), 1)

it('measures the largest distance', () => {
  expect(kolmogorovSmirnov([0.1, 0.4, 0.7], uniform).statistic).toBeCloseTo(0.3, 12)
  expect(kolmogorovSmirnov([0.5], uniform).statistic).toBe(0.5)
})

it('gives the 5 % point of Kolmogorov’s table at n = 100: 0.13403', () => {
  const sample = Array.from({ length: 100 }, (_, i) => uniform((i + 1) / 100 - 0.13403))
  expect(kolmogorovSmirnov(sample, uniform).pValue).toBeCloseTo(0.05, 2)
})

it('rejects another distribution and keeps its own', () => {
  const sample = Array.from({ length: 500 }, (_, i) => (i + 0.5) / 500)
  expect(kolmogorovSmirnov(sample, uniform).pValue).toBeGreaterThan(0.99)
  expect(kolmogorovSmirnov(sample, (x) => uniform(x) ** 1.3).pValue).toBeLessThan(1e-3)
  expect(() => kolmogorovSmirnov([], uniform)).toThrow(RangeError)
})
