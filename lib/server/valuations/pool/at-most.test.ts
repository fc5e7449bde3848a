import { expect, it } from 'vitest'
import { exampleEngineInputs } from '@/lib/valuation/engine/example-engine-inputs'
import { valuePosition } from '@/lib/valuation/value-position'
import { atMost } from './at-most'

const settings = { seed: 1, paths: 128, policyPaths: 128 }
const inputs = exampleEngineInputs({ horizon: 6 })

it('refuses one more than may be under way, and takes the next when one is done, also after a failure', async () => {
  const ends: ((fails: boolean) => void)[] = []
  const compute = atMost(2)(
    () =>
      new Promise((resolve, reject) => {
        ends.push((fails) => (fails ? reject(new Error('lost')) : resolve(valuePosition(inputs, settings))))
      }),
  )
  const [first, second] = [compute(inputs, settings), compute(inputs, settings)]
  await expect(compute(inputs, settings)).rejects.toMatchObject({ name: 'UnavailableError', retryable: true })
  ends[0]?.(true)
  await expect(first).rejects.toThrow('lost')
  const third = compute(inputs, settings)
  ends[1]?.(false)
  ends[2]?.(false)
  expect((await second).parts).toHaveLength(5)
  expect((await third).parts).toHaveLength(5)
})
