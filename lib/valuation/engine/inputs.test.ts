import { expect, it } from 'vitest'
import { exampleEngineInputs } from './example-engine-inputs'
import {
  DEFAULT_SETTINGS,
  engineInputsSchema,
  firstEngineInputsSchema,
  givenEngineInputsSchema,
  parseEngineInputs,
} from './inputs'

const { jumpIntensity, jumpMean, jumpDeviation, moves, ...plain } = exampleEngineInputs()
const withoutJumps = {
  ...plain,
  moves: moves.map(({ jumpIntensity: _, jumpMean: __, jumpDeviation: ___, ...move }) => move),
}

it('takes jumps that are not given for none, and says so', () => {
  const given = givenEngineInputsSchema.parse(withoutJumps)
  for (const place of [given, ...given.moves])
    expect(place.jumpIntensity).toEqual({ value: 0, source: 'assumption', note: 'none given' })
  expect(engineInputsSchema.parse(given)).toEqual(given)
})

it('keeps the inputs of the two models apart', () => {
  expect(engineInputsSchema.safeParse(withoutJumps).success).toBe(false)
  expect(firstEngineInputsSchema.safeParse(withoutJumps).success).toBe(true)
  const whole = { ...withoutJumps, jumpIntensity, jumpMean, jumpDeviation }
  expect(firstEngineInputsSchema.safeParse(whole).success).toBe(false)
})

it('names the network whose jumps make more than its volatility', () => {
  const inputs = exampleEngineInputs({ moves: [{}, { jumpIntensity: 100, jumpDeviation: 0.5 }] })
  expect(() => parseEngineInputs(inputs, DEFAULT_SETTINGS)).toThrow(
    expect.objectContaining({ fields: { 'moves.1.volatility.value': 'less than the jumps make' } }),
  )
})
