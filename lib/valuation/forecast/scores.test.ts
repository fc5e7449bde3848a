import quantile from '@stdlib/stats-base-dists-normal-quantile'
import { describe, expect, it } from 'vitest'
import { crpsFromQuantiles, crpsNormal, intervalScore } from './scores'

describe('scores', () => {
  it('charges an interval its width, and twenty times what lies outside', () => {
    expect(intervalScore(0, 2, 1)).toBe(2)
    expect(intervalScore(0, 2, 2.5)).toBe(2 + 20 * 0.5)
    expect(intervalScore(0, 2, -1)).toBe(2 + 20)
  })

  it('gives the standard normal at its mean (√2 − 1)/√π', () => {
    expect(crpsNormal(0, 1, 0)).toBeCloseTo((Math.SQRT2 - 1) / Math.sqrt(Math.PI), 12)
    expect(crpsNormal(3, 0, 5)).toBe(2)
  })

  it.each([-2, 0, 0.7, 3])(
    'agrees between closed form and quantiles within two per cent at %f',
    (outcome) => {
      const fromQuantiles = crpsFromQuantiles((p) => quantile(p, 0, 1), outcome)
      expect(Math.abs(fromQuantiles / crpsNormal(0, 1, outcome) - 1)).toBeLessThan(0.02)
    },
  )
})
