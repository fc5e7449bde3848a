import { expect, it } from 'vitest'
import { freeEntry, saturatingPool } from '@/lib/mechanism/congestion/free-entry'
import { restFrom } from './entry-at'

it('leads up from above the critical mass, and down to nobody from below it', () => {
  const points = freeEntry([{ nodes: 500, costUsd: 10 }], saturatingPool(2_000, 60))
  expect(restFrom(points, 21).nodes).toBeCloseTo(180, 6)
  expect(restFrom(points, 400).nodes).toBeCloseTo(180, 6)
  expect(restFrom(points, 19).nodes).toBe(0)
})
