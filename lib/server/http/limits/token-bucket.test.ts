import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Bucket, takeTokens } from './token-bucket'

const rate = { burst: 20, perSecond: 2 }

test('a new client has a full bucket; what is taken comes back at the rate, and no more than fits', () => {
  const first = takeTokens(undefined, 5, 1_000, rate)
  expect(first).toMatchObject({ isAllowed: true, remaining: 15, reset: 3 })
  expect(takeTokens(first.bucket, 1, 2_000, rate)).toMatchObject({ remaining: 16 })
  expect(takeTokens(first.bucket, 1, 1_000_000, rate)).toMatchObject({ remaining: 19, reset: 1 })
})

test('what finds too few is refused, takes nothing, and is told when it can be had', () => {
  const { bucket } = takeTokens(undefined, 18, 0, rate)
  const refused = takeTokens(bucket, 5, 0, rate)
  expect(refused).toMatchObject({ isAllowed: false, remaining: 2, reset: 2 })
  expect(takeTokens(refused.bucket, 5, 1_499, rate).isAllowed).toBe(false)
  expect(takeTokens(refused.bucket, 5, 1_500, rate).isAllowed).toBe(true)
})

test('over any run no more is had than the burst and what the time brought; a clock set back brings nothing', () => {
  const ask = fc.record({
    wait: fc.integer({ min: -500, max: 3_000 }),
    cost: fc.integer({ min: 1, max: 20 }),
  })
  fc.assert(
    fc.property(fc.array(ask, { maxLength: 60 }), (asked) => {
      let bucket: Bucket | undefined
      let [now, first, latest, spent] = [10_000, Number.NaN, 0, 0]
      for (const { wait, cost } of asked) {
        now += wait
        if (Number.isNaN(first)) first = now
        latest = Math.max(latest, now)
        const taken = takeTokens(bucket, cost, now, rate)
        if (taken.isAllowed) spent += cost
        expect(taken.remaining).toBeGreaterThanOrEqual(0)
        bucket = taken.bucket
      }
      expect(spent).toBeLessThanOrEqual(
        rate.burst + ((latest - (first || latest)) / 1000) * rate.perSecond + 1e-6,
      )
    }),
    { seed: 17 },
  )
})
