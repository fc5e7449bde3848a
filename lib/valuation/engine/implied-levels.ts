import type { Figure } from '../inputs'
import { impliedRoot } from './implied'
import type { EngineInputs } from './inputs'
import { revalue } from './revalue'
import type { ValuedRun } from './value-with-engine'

/** At which share of what is assumed a lower price would be the value, all else and the policy as they are. */
export type ImpliedLevels = {
  /** of the rewards of every network it could serve, for good; null: even without any the value is above the price */
  rewards: number | null
  /** of what the hardware fetches; null likewise */
  salvage: number | null
}

/** A ten-thousandth of the price is as near as a share of whole per cents needs. */
const NEAR = 1e-4
/** A token has a price above zero. */
const LEAST = 1e-6

/** @param price USD, below the value; above it both are null */
export function impliedLevels(run: ValuedRun, price: number): ImpliedLevels {
  const at = (changed: EngineInputs) => revalue(run, changed).value - price
  const { inputs } = run.valuation
  const by = (figure: Figure, share: number): Figure => ({ ...figure, value: figure.value * share })
  return {
    rewards: impliedRoot(
      (share) =>
        at({
          ...inputs,
          tokenPrice: by(inputs.tokenPrice, share),
          moves: inputs.moves.map((move) => ({ ...move, reward: by(move.reward, share) })),
        }),
      LEAST,
      1,
      NEAR * price,
    ),
    salvage: impliedRoot(
      (share) => at({ ...inputs, salvage: by(inputs.salvage, share) }),
      0,
      1,
      NEAR * price,
    ),
  }
}
