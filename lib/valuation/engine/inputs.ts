import { z } from 'zod'
import { InvalidInputError } from '@/lib/core/errors'
import { type Figure, figureSources, valuationInputsSchema } from '../inputs'
import { jumpsOf, jumpVariance } from '../jumps'

const figure = (range: z.ZodNumber) =>
  z.strictObject({ value: range, source: z.enum(figureSources), note: z.string() })
const deviation = z.number().min(0).max(10)

/** Merton's jumps of a log dollar reward; an intensity of 0 is none. Their variance is part of the volatility. */
const jumpShape = {
  /** jumps a year */
  jumpIntensity: figure(z.number().min(0).max(1000)),
  /** of the log jump */
  jumpMean: figure(z.number().min(-5).max(5)),
  jumpDeviation: figure(z.number().min(0).max(5)),
}

/** Another network the device could serve; figures as in `ValuationInputs`. */
const moveShape = {
  network: z.string().min(1).max(100),
  /** USD per month that its operator would keep there today, before `uptimeFactor`, which goes along with the device */
  reward: figure(z.number().nonnegative().max(1e12)),
  /** USD per month */
  runningCost: figure(z.number().nonnegative().max(1e12)),
  /** of the log dollar reward, as a random walk, jumps included */
  volatility: figure(deviation),
  /** of the log rewards there and here, jumps included */
  correlation: figure(z.number().min(-1).max(1)),
  levelDeviation: figure(deviation),
  nodeGrowth: figure(z.number().min(-10).max(10)),
  nodeGrowthDeviation: figure(deviation),
}

/** Most networks a device is tried against. */
export const MAX_MOVES = 3

/** What concerns all moves. */
const movingShape = {
  /** chance that the device can serve these networks at all */
  compatibility: figure(z.number().min(0).max(1)),
  /** USD of work and shipping for a move */
  moveCost: figure(z.number().nonnegative().max(1e12)),
  /** months without rewards while a device moves */
  moveMonths: figure(z.number().min(0).max(24)),
}

/** What the engine values: the inputs of `valuePosition`, jumps, and where the device could go. */
export const engineInputsSchema = z.strictObject({
  ...valuationInputsSchema.shape,
  ...jumpShape,
  moves: z.array(z.strictObject({ ...moveShape, ...jumpShape })).max(MAX_MOVES),
  ...movingShape,
})

/** The same as the model engine-1 took them: its rewards had no jumps. */
export const firstEngineInputsSchema = z.strictObject({
  ...valuationInputsSchema.shape,
  moves: z.array(z.strictObject(moveShape)).max(MAX_MOVES),
  ...movingShape,
})

export type FirstEngineInputs = z.output<typeof firstEngineInputsSchema>

/** The three figures of jumps that there are none of, and why. */
export function noJumps(note: string): Record<keyof typeof jumpShape, Figure> {
  const none: Figure = { value: 0, source: 'assumption', note }
  return { jumpIntensity: none, jumpMean: none, jumpDeviation: none }
}

const NOT_GIVEN = noJumps('none given')
const optionalJumps = {
  jumpIntensity: jumpShape.jumpIntensity.default(NOT_GIVEN.jumpIntensity),
  jumpMean: jumpShape.jumpMean.default(NOT_GIVEN.jumpMean),
  jumpDeviation: jumpShape.jumpDeviation.default(NOT_GIVEN.jumpDeviation),
}

/** The same as anyone may hand them in: jumps that are not given are none. */
export const givenEngineInputsSchema = z.strictObject({
  ...valuationInputsSchema.shape,
  ...optionalJumps,
  moves: z.array(z.strictObject({ ...moveShape, ...optionalJumps })).max(MAX_MOVES),
  ...movingShape,
})

export type EngineInputs = z.output<typeof engineInputsSchema>
export type Move = EngineInputs['moves'][number]

/** How the figures are drawn; with the inputs, all that a value depends on. */
export const engineSettingsSchema = z.strictObject({
  /** of all random numbers */
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 52),
  /** on which the value is measured; even */
  paths: z.number().int().min(64).max(1_000_000).multipleOf(2),
  /** others, on which the policy is fitted; even */
  policyPaths: z.number().int().min(128).max(100_000).multipleOf(2),
})

export type EngineSettings = z.output<typeof engineSettingsSchema>

export const DEFAULT_SETTINGS: EngineSettings = { seed: 20_240_601, paths: 5120, policyPaths: 512 }

/** @throws InvalidInputError naming each input or setting outside its range */
export function parseEngineInputs(
  inputs: unknown,
  settings: unknown,
): { inputs: EngineInputs; settings: EngineSettings } {
  const parsed = z
    .strictObject({ inputs: engineInputsSchema, settings: engineSettingsSchema })
    .safeParse({ inputs, settings })
  if (parsed.success) {
    requireDiffusion(parsed.data.inputs)
    return parsed.data
  }
  throw new InvalidInputError('The inputs of the valuation are not usable.', {
    cause: parsed.error,
    fields: Object.fromEntries(
      parsed.error.issues.map((issue) => [issue.path.slice(1).map(String).join('.'), issue.message]),
    ),
  })
}

/** @throws InvalidInputError naming a volatility that is less than its jumps alone make */
function requireDiffusion(inputs: EngineInputs): void {
  const places = [inputs, ...inputs.moves]
  const fields = places.flatMap((place, index) =>
    jumpVariance(jumpsOf(place)) <= place.volatility.value ** 2
      ? []
      : [
          [
            index === 0 ? 'volatility.value' : `moves.${index - 1}.volatility.value`,
            'less than the jumps make',
          ],
        ],
  )
  if (fields.length > 0)
    throw new InvalidInputError(
      'The volatility of a reward includes its jumps: it cannot be less than theirs.',
      {
        fields: Object.fromEntries(fields),
      },
    )
}
