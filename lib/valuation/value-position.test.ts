import { expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { exampleEngineInputs } from './engine/example-engine-inputs'
import { partNames } from './valuation'
import { VALUATION_MODEL, valuePosition } from './value-position'

const settings = { seed: 1, paths: 256, policyPaths: 128 }

it('values all five parts, under the name of its model', () => {
  const valuation = valuePosition(exampleEngineInputs(), settings)
  expect(valuation.model).toBe(VALUATION_MODEL)
  expect(valuation.parts.map(({ name }) => name)).toEqual([...partNames])
  expect(valuation.omitted).toEqual([])
  expect(valuation.parts.reduce((sum, part) => sum + part.cents, 0n)).toBe(valuation.value)
})

it('refuses inputs outside their range and names them', () => {
  const inputs = exampleEngineInputs({ tokenPrice: -1, horizon: 0.5 })
  try {
    valuePosition(inputs, settings)
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInputError)
    expect(Object.keys((error as InvalidInputError).fields ?? {})).toEqual([
      'tokenPrice.value',
      'horizon.value',
    ])
  }
})
