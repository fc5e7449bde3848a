import { monteCarlo } from '@/lib/math/monte-carlo/monte-carlo'
import { gaussianPaths } from '@/lib/math/monte-carlo/path-generator'
import { geometricBrownianMotion } from '@/lib/math/processes/geometric-brownian-motion'
import { brownianBridge } from '@/lib/math/random/brownian-bridge'
import { scrambledSobol } from '@/lib/math/random/sobol-normals'
import { best, rootMeanSquare } from './timing'

const EXACT = 10.450583572185565
const POINTS = 131_072
const SEEDS = 8
const process = geometricBrownianMotion({ start: 100, drift: 0.05, volatility: 0.2 })
const pay = (end: number) => Math.exp(-0.05) * Math.max(end - 100, 0)

function sobol(steps: number, seed: number): number {
  const source = scrambledSobol(steps, seed)
  const bridge = brownianBridge(Array.from({ length: steps }, (_, i) => (i + 1) / steps))
  const z = new Float64Array(steps)
  const path = new Float64Array(steps)
  let sum = 0
  for (let i = 0; i < POINTS; i++) {
    source.normals(z)
    bridge(z, path)
    sum += pay(process.step(100, 1, path[steps - 1]!))
  }
  return sum / POINTS
}

/** The standard call by each method: root mean square error over seeds, and milliseconds of one estimate. */
export function measureErrors() {
  const by = (antithetic: boolean) => (seed: number) =>
    monteCarlo({
      generator: gaussianPaths(process, [1], seed, true),
      payoff: (path) => pay(path[0]!),
      antithetic,
      stop: { paths: POINTS },
    }).value
  const methods: [string, (seed: number) => number][] = [
    ['plain', by(false)],
    ['antithetic', by(true)],
    ['Sobol, one step', (seed) => sobol(1, seed)],
    ['Sobol, 52 bridged steps', (seed) => sobol(52, seed)],
  ]
  return methods.map(([method, estimate]) => {
    const errors = Array.from({ length: SEEDS }, (_, seed) => estimate(seed) - EXACT)
    return { method, points: POINTS, error: rootMeanSquare(errors), time: best(3, () => estimate(1)) }
  })
}
