import { expect, test } from 'vitest'
import { NodeAnswerError, ReorgTooDeepError } from '../errors'
import { retry } from './retry'

function failing(times: number, error: Error) {
  let runs = 0
  const step = async () => {
    runs++
    if (runs <= times) throw error
    return 'done'
  }
  return { step, runs: () => runs }
}

test('an error that may pass is outlived', async () => {
  const { step, runs } = failing(3, new NodeAnswerError('wrong'))
  expect(await retry(step, { attempts: 5, delayMs: 1 })).toBe('done')
  expect(runs()).toBe(4)
})

test('after the last try, or for an error that stays, it is thrown', async () => {
  const passing = failing(9, new NodeAnswerError('wrong'))
  await expect(retry(passing.step, { attempts: 3, delayMs: 1 })).rejects.toThrow(NodeAnswerError)
  expect(passing.runs()).toBe(3)
  const staying = failing(9, new ReorgTooDeepError('deep'))
  await expect(retry(staying.step, { attempts: 3, delayMs: 1 })).rejects.toThrow(ReorgTooDeepError)
  expect(staying.runs()).toBe(1)
})
