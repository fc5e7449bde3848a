import { z } from 'zod'
import { InvalidInputError } from '@/lib/core/errors'
import { figureSources, valuationInputsSchema } from '../inputs'

const figure = (range: z.ZodNumber) =>
  z.strictObject({ value: range, source: z.enum(figureSources), note: z.string() })
const deviation = z.number().min(0).max(10)

/** Another network the device could serve; figures as in `ValuationInputs`, for a median device there. */
const moveSchema = z.strictObject({
  network: z.string().min(1).max(100),
  /** USD per month kept by its operator, today */
  reward: figure(z.number().nonnegative().max(1e12)),
  /** USD per month */
  runningCost: figure(z.number().nonnegative().max(1e12)),
  /** of the log dollar reward, as a random walk */
  volatility: figure(deviation),
  /** of that walk and this network's */
  correlation: figure(z.number().min(-1).max(1)),
  levelDeviation: figure(deviation),
  nodeGrowth: figure(z.number().min(-10).max(10)),
  nodeGrowthDeviation: figure(deviation),
})

/** Most networks a device is tried against. */
export const MAX_MOVES = 3

/** What the engine values: the inputs of `valuePosition`, and where the device could go. */
export const engineInputsSchema = z.strictObject({
  ...valuationInputsSchema.shape,
  moves: z.array(moveSchema).max(MAX_MOVES),
  /** chance that the device can serve these networks at all */
  compatibility: figure(z.number().min(0).max(1)),
  /** USD of work and shipping for a move */
  moveCost: figure(z.number().nonnegative().max(1e12)),
  /** months without rewards while a device moves */
  moveMonths: figure(z.number().min(0).max(24)),
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
  if (parsed.success) return parsed.data
  throw new InvalidInputError('The inputs of the valuation are not usable.', {
    cause: parsed.error,
    fields: Object.fromEntries(
      parsed.error.issues.map((issue) => [issue.path.slice(1).map(String).join('.'), issue.message]),
    ),
  })
}
