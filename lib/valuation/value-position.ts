import { DEFAULT_SETTINGS, type EngineInputs, type EngineSettings } from './engine/inputs'
import { ENGINE_MODEL, type EngineValuation, valueWithEngine } from './engine/value-with-engine'

/** Name and version of the model behind the door: new figures for the same inputs need a new name. */
export const VALUATION_MODEL = ENGINE_MODEL

/**
 * What a position is worth: the one door to the valuation model, whichever stands behind it.
 * @param settings seed and numbers of paths; a fleet is valued with the same random numbers throughout
 * @throws InvalidInputError naming each input outside its range
 */
export function valuePosition(
  inputs: EngineInputs,
  settings: EngineSettings = DEFAULT_SETTINGS,
): EngineValuation {
  return valueWithEngine(inputs, settings).valuation
}
