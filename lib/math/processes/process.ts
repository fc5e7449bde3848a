import type { RandomStream } from '../random/random-stream'

/**
 * A one-dimensional diffusion, dX = drift(X) dt + diffusion(X) dW, or one with jumps. Time in years. QuantLib's words.
 */
export type Process = {
  /** X at time 0 */
  readonly start: number
  /** coefficient of dt, jumps not counted */
  drift(x: number): number
  /** coefficient of dW */
  diffusion(x: number): number
  /** E[X(t + dt) | X(t) = x] */
  expectation(x: number, dt: number): number
  /** Var[X(t + dt) | X(t) = x] */
  variance(x: number, dt: number): number
  /** draws X(t + dt) given X(t) = x from its exact distribution */
  sample(x: number, dt: number, stream: RandomStream): number
}

/** A process whose exact step is a function of one standard normal, so that quasi-random points can drive it. */
export type GaussianProcess = Process & {
  /** X(t + dt) given X(t) = x and a standard normal */
  step(x: number, dt: number, z: number): number
}

/** @throws RangeError naming the first parameter that is not above zero */
export function requirePositive(parameters: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(parameters))
    if (!(value > 0 && value < Number.POSITIVE_INFINITY))
      throw new RangeError(`${name} must be above zero: ${value}.`)
}

/** @throws RangeError naming the first parameter that is negative or not a number */
export function requireNonNegative(parameters: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(parameters))
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
      throw new RangeError(`${name} must not be negative: ${value}.`)
}
