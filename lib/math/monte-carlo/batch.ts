import { exp } from '../elementary/exp'
import { quickExp } from '../elementary/quick-exp'
import { scaleExp } from '../elementary/scaled-exp'
import type { MertonParameters } from '../processes/merton-jump-diffusion'
import type { RandomStream } from '../random/random-stream'
import { normal, poissonQuantile } from '../random/variates'

/** Fills an array with standard normals: `fillNormals` (fast) or `fillInvertedNormals` (every bit fixed). */
export type NormalFiller = (stream: RandomStream, out: Float64Array, count?: number) => void

const BLOCK = 2048

/** Terminal values of geometric Brownian motion, by its exact step. @param time years */
export function fillTerminalValues(
  parameters: { start: number; drift: number; volatility: number },
  time: number,
  stream: RandomStream,
  out: Float64Array,
  fill: NormalFiller,
): void {
  const { start, drift, volatility } = parameters
  const mean = (drift - 0.5 * volatility * volatility) * time
  const deviation = volatility * Math.sqrt(time)
  // block by block, so that a block is still in the cache when it is read again
  for (let from = 0; from < out.length; from += BLOCK) {
    const block = out.subarray(from, from + BLOCK)
    fill(stream, block)
    scaleExp(block, start, mean, deviation)
  }
}

/**
 * Terminal values of Merton's jump diffusion walked in equal steps, path after path. The jumps of a step are drawn by
 * inversion of one word, so that the counts are exact to 2⁻³².
 * @param time years
 */
export function fillJumpDiffusion(
  parameters: MertonParameters,
  time: number,
  steps: number,
  stream: RandomStream,
  out: Float64Array,
  fill: NormalFiller,
): void {
  const { start, drift, volatility, intensity, jumpMean, jumpDeviation } = parameters
  const dt = time / steps
  const compensator = intensity * (exp(jumpMean + 0.5 * jumpDeviation * jumpDeviation) - 1)
  const mean = (drift - compensator - 0.5 * volatility * volatility) * dt
  const deviation = volatility * Math.sqrt(dt)
  const quiet = Math.floor(exp(-intensity * dt) * 4_294_967_296)
  const z = new Float64Array(steps)
  for (let path = 0; path < out.length; path++) {
    fill(stream, z)
    let x = 0
    for (let i = 0; i < steps; i++) {
      x += mean + deviation * z[i]!
      const word = stream.word()
      if (word < quiet) continue
      const jumps = poissonQuantile((word + 0.5) / 4_294_967_296, intensity * dt)
      x += jumps * jumpMean + Math.sqrt(jumps) * jumpDeviation * normal(stream)
    }
    out[path] = start * quickExp(x)
  }
}
