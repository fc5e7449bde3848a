import { describe, expect, it } from 'vitest'
import { normalCdf, normalPdf } from './normal'

describe('normalCdf', () => {
  // Abramowitz & Stegun, table 26.1
  it.each([
    [0, 0.5],
    [0.5, 0.691462461274013],
    [1, 0.841344746068543],
    [2, 0.977249868051821],
    [3, 0.99865010196837],
    [-1.96, 0.02499789514822],
  ])('Φ(%d) = %d', (x, expected) => expect(normalCdf(x)).toBeCloseTo(expected, 14))

  it('keeps its digits in the far tail', () => {
    // A&S 26.2: Φ(−10) = 7.619853e−24
    expect(normalCdf(-10) / 7.619853024160527e-24).toBeCloseTo(1, 9)
    expect(normalCdf(-40)).toBe(0)
    expect(normalCdf(40)).toBe(1)
  })

  it('is the integral of its density', () => {
    const step = 1e-4
    let sum = 0
    for (let i = 0; i < 25_000; i++) sum += normalPdf(-1 + (i + 0.5) * step) * step
    expect(sum).toBeCloseTo(normalCdf(1.5) - normalCdf(-1), 8)
  })
})
