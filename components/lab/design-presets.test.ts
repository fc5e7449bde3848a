import { expect, test } from 'vitest'
import { allDesignKnobs } from './design-knobs'
import { designPresets, presetOf, presetValues } from './design-presets'
import { rangesOf } from './design-run'
import { readKnobs } from './number-knobs'

const first = readKnobs(allDesignKnobs, {})
const steps = Array.from({ length: 30 }, (_, k) => ({ nodes: 10 + k, costUsd: 4 + k / 2 }))

test('every mechanism is told apart from the others by its figures, and lies within its sliders', () => {
  designPresets.forEach((preset, i) => {
    for (const suffix of ['A', 'B'] as const) {
      const values = { ...first, ...presetValues(preset, suffix) }
      expect(presetOf(values, suffix)).toBe(i)
      for (const { key, min, max } of allDesignKnobs) {
        expect(values[key]).toBeGreaterThanOrEqual(min)
        expect(values[key]).toBeLessThanOrEqual(max)
      }
    }
  })
  expect(presetOf({ ...first, mintA: 123_456 }, 'A')).toBeUndefined()
})

test('the page begins with decaying emission beside demand-linked', () => {
  expect(designPresets[presetOf(first, 'A')!]?.name).toMatch(/^Decaying/)
  expect(designPresets[presetOf(first, 'B')!]?.name).toMatch(/^Demand-linked/)
})

test('a design beside itself differs on no seed', () => {
  const values = {
    ...first,
    ...presetValues(designPresets[2]!, 'A'),
    ...presetValues(designPresets[2]!, 'B'),
  }
  const [a, b] = rangesOf({ ...values, seeds: 5, months: 24 }, steps)
  expect(b).toEqual(a)
  expect(a.ends.price).toHaveLength(5)
  expect(new Set(a.ends.price).size).toBe(5)
})
