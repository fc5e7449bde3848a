import { RandomStream } from '@/lib/math/random/random-stream'
import { quantile, sorted } from '@/lib/math/statistics/quantiles'
import { type FlywheelPhase, flywheelPhases } from './flywheel'
import type { NetworkDesign } from './network-design'
import { measureNames, type RunMeasure, runMeasures } from './run-measures'
import { type EpochFigures, simulateNetwork } from './simulate-network'

export type Range = { p5: number; p50: number; p95: number }

export type RangeOfRuns = {
  /** by epoch, over the seeds */
  paths: Record<RunMeasure, Range[]>
  /** in the last epoch, one figure a seed in their order: two designs on the same seeds can be paired */
  ends: Record<RunMeasure, number[]>
  /** share of the seeds at whose end no operator runs */
  deserted: number
  /** of the epochs that the flywheel's rule names, the share of each phase; all zero where it names none */
  phases: Record<FlywheelPhase, number>
}

/**
 * A design on many draws of demand, each from its own seed: nine runs in ten lie between `p5` and `p95`.
 *
 * @param seeds one a run; the same seeds give the same range
 * @throws InvalidInputError when the design has a figure out of range
 */
export function rangeOfRuns(design: NetworkDesign, epochs: number, seeds: readonly number[]): RangeOfRuns {
  const runs = seeds.map((seed) => simulateNetwork(design, epochs, new RandomStream(seed)))
  const of = (measure: RunMeasure, epoch: number) =>
    runs.map((run) => runMeasures[measure](run[epoch]!, design))
  const paths = {} as RangeOfRuns['paths']
  const ends = {} as RangeOfRuns['ends']
  for (const measure of measureNames) {
    paths[measure] = Array.from({ length: epochs }, (_, epoch) => rangeOf(of(measure, epoch)))
    ends[measure] = of(measure, epochs - 1)
  }
  return {
    paths,
    ends,
    deserted: ends.operators.filter((count) => count === 0).length / runs.length,
    phases: sharesOfPhases(runs.flatMap((run) => phasesOfRun(run).map(({ phase }) => phase))),
  }
}

/** The flywheel's phases of a run: its operators' dollars and devices, by the rule that real networks are told by. */
export function phasesOfRun(run: readonly EpochFigures[]) {
  return flywheelPhases(
    run.map(({ epoch, operatorsUsd, weight }) => ({ month: epoch, rewardsUsd: operatorsUsd, nodes: weight })),
  )
}

function sharesOfPhases(phases: readonly FlywheelPhase[]): Record<FlywheelPhase, number> {
  const share = (of: FlywheelPhase) =>
    phases.length === 0 ? 0 : phases.filter((phase) => phase === of).length / phases.length
  return {
    'spinning up': share('spinning up'),
    coasting: share('coasting'),
    stalling: share('stalling'),
    unwinding: share('unwinding'),
  }
}

export function rangeOf(sample: readonly number[]): Range {
  const ascending = sorted(sample)
  return { p5: quantile(ascending, 0.05), p50: quantile(ascending, 0.5), p95: quantile(ascending, 0.95) }
}

export type Paired = {
  /** b ÷ a − 1, seed by seed, where a is not zero; undefined where it always is */
  change: Range | undefined
  /** share of the seeds that `change` is of */
  told: number
  /** share of the seeds in which b is above a, and in which they are the same */
  above: number
  same: number
}

/** Two designs' figures seed by seed: the chance they share cancels. */
export function pairOf(a: readonly number[], b: readonly number[]): Paired {
  const share = (holds: (i: number) => boolean) => a.filter((_, i) => holds(i)).length / a.length
  const changes = a.flatMap((value, i) => (value !== 0 ? [b[i]! / value - 1] : []))
  return {
    change: changes.length > 0 ? rangeOf(changes) : undefined,
    told: changes.length / a.length,
    above: share((i) => b[i]! > a[i]!),
    same: share((i) => b[i]! === a[i]!),
  }
}
