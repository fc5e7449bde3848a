import { exp } from '../elementary/exp'
import { log } from '../elementary/log'
import type { RandomStream } from '../random/random-stream'

/** How long a thing lives: years, or any unit kept throughout. */
export type Lifetime = {
  /** S(t): chance to live longer than t */
  survival(t: number): number
  /** h(t) = −d log S / dt */
  hazard(t: number): number
  /** age that is outlived with chance 1 − p */
  quantile(p: number): number
  /** an age at death */
  sample(stream: RandomStream): number
}

function positive(value: number, name: string): number {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY))
    throw new RangeError(`${name} must be above zero: ${value}.`)
  return value
}

/** Weibull: S(t) = exp(−(t/scale)^shape). Below shape 1 early failures rule, above it wear. */
export function weibull(parameters: { shape: number; scale: number }): Lifetime {
  const shape = positive(parameters.shape, 'shape')
  const scale = positive(parameters.scale, 'scale')
  const quantile = (p: number) => scale * exp(log(-log(1 - p)) / shape)
  return {
    survival: (t) => (t <= 0 ? 1 : exp(-exp(shape * log(t / scale)))),
    hazard: (t) => (shape / scale) * (t / scale) ** (shape - 1),
    quantile,
    sample: (stream) => quantile(stream.uniform()),
  }
}

/** Exponential: S(t) = exp(−rate · t). No memory. */
export function exponentialLifetime(rate: number): Lifetime {
  positive(rate, 'rate')
  const quantile = (p: number) => -log(1 - p) / rate
  return {
    survival: (t) => (t <= 0 ? 1 : exp(-rate * t)),
    hazard: () => rate,
    quantile,
    sample: (stream) => quantile(stream.uniform()),
  }
}

export type CompetingRisks = Lifetime & {
  /** age at death and the index of the risk that caused it */
  sampleCause(stream: RandomStream): { age: number; cause: number }
}

/**
 * The first of several independent causes: hazards add, survivals multiply. The quantile is found by halving.
 * @throws RangeError without a risk
 */
export function competingRisks(risks: readonly Lifetime[]): CompetingRisks {
  if (risks.length === 0) throw new RangeError('A lifetime needs at least one risk.')
  const survival = (t: number) => risks.reduce((product, risk) => product * risk.survival(t), 1)
  const sampleCause = (stream: RandomStream) => {
    let age = Number.POSITIVE_INFINITY
    let cause = 0
    for (const [index, risk] of risks.entries()) {
      const own = risk.sample(stream)
      if (own < age) [age, cause] = [own, index]
    }
    return { age, cause }
  }
  return {
    survival,
    hazard: (t) => risks.reduce((sum, risk) => sum + risk.hazard(t), 0),
    quantile: (p) => {
      let low = 0
      let high = Math.min(...risks.map((risk) => risk.quantile(p)))
      for (let step = 0; step < 100 && high - low > 1e-14 * high; step++) {
        const middle = (low + high) / 2
        if (1 - survival(middle) < p) low = middle
        else high = middle
      }
      return (low + high) / 2
    },
    sample: (stream) => sampleCause(stream).age,
    sampleCause,
  }
}
