import type { EngineInputs, EngineSettings } from '@/lib/valuation/engine/inputs'
import type { EngineValuation } from '@/lib/valuation/engine/value-with-engine'
import { valuePosition } from '@/lib/valuation/value-position'

/**
 * Values inputs somewhere: in a pool's threads, or here.
 * @throws InvalidInputError naming each input outside its range
 * @throws UnavailableError when too many wait, or the thread was lost
 */
export type ComputeValuation = (inputs: EngineInputs, settings: EngineSettings) => Promise<EngineValuation>

/** On this thread: for tests and scripts that serve nobody meanwhile. */
export const computeHere: ComputeValuation = async (inputs, settings) => valuePosition(inputs, settings)
