/** Values of a position over the grid of two constants: [transfer][prior], USD. */
export type SensitivePosition = { model: string; network: string; values: number[][] }

/** A position's value under its policy, and an upper bound of its value under the best one. USD */
export type BoundedPosition = {
  model: string
  network: string
  value: number
  standardError: number
  upper: number
  upperStandardError: number
}

export type MethodFigures = {
  /** day they were computed */
  day: string
  transfers: number[]
  priors: number[]
  /** the constants that values are computed with */
  shipped: { transfer: number; prior: number }
  sensitivity: SensitivePosition[]
  bounds: BoundedPosition[]
  boundPaths: number
}
