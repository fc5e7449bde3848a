import { describe, expect, test } from 'vitest'
import { placeMarks, ratioScaleFor } from './value-scale'

const quantiles = { p5: 50, p50: 100, p95: 200 }

describe('placeMarks', () => {
  test('a ratio scale puts every median in the middle and doubles as far as it halves', () => {
    const scale = { kind: 'ratio', span: 4 } as const
    const small = placeMarks(quantiles, 25, scale)
    const large = placeMarks({ p5: 5_000, p50: 10_000, p95: 20_000 }, 2_500, scale)
    expect(small).toEqual(large)
    expect(small).toEqual({ p5: { at: 0.25 }, p50: { at: 0.5 }, p95: { at: 0.75 }, price: { at: 0 } })
  })

  test('what lies beyond the scale stands on its edge, and says so', () => {
    const marks = placeMarks({ p5: -10, p50: 100, p95: 300 }, 900, { kind: 'ratio', span: 2 })
    expect(marks.p5).toEqual({ at: 0, off: 'below' })
    expect(marks.p95).toEqual({ at: 1, off: 'above' })
    expect(marks.price).toEqual({ at: 1, off: 'above' })
  })

  test('an own scale leaves a margin at each end', () => {
    const { p5, p95 } = placeMarks(quantiles, undefined, { kind: 'own' })
    expect(p5.at).toBeCloseTo(0.18 / 1.36)
    expect(p5.at).toBeCloseTo(1 - p95.at)
  })

  test('a value without spread, and a median of nothing, still have a place', () => {
    expect(placeMarks({ p5: 7, p50: 7, p95: 7 }, 7, { kind: 'own' }).price).toEqual({ at: 0.5 })
    const marks = placeMarks({ p5: -50, p50: 0, p95: 50 }, 0, { kind: 'ratio', span: 2 })
    expect(marks.p50.at).toBeCloseTo(0.5)
  })

  test('a shared scale places by money', () => {
    expect(placeMarks(quantiles, 40, { kind: 'shared', min: 0, max: 400 }).price).toEqual({ at: 0.1 })
  })
})

test('a ratio scale is wide enough for three rows in four', () => {
  expect(ratioScaleFor([])).toEqual({ kind: 'ratio', span: 3 })
  expect(ratioScaleFor([{ p5: 1, p50: 10, p95: 12 }])).toEqual({ kind: 'ratio', span: 2 })
  expect(ratioScaleFor([{ p5: 1, p50: 10, p95: 86 }])).toEqual({ kind: 'ratio', span: 10 })
  expect(ratioScaleFor([{ p5: 1, p50: 10, p95: 900 }])).toEqual({ kind: 'ratio', span: 20 })
})
