import type { FlywheelPhase, FlywheelPoint } from '@/lib/mechanism/tokenomics/flywheel'

/** Months in a row of one phase, ends included. */
export type Stretch = { phase: FlywheelPhase; from: number; to: number; fromRewardsAlone: boolean }

/** A history of phases as bands: where the phase, or what it is told from, becomes another, a new one begins. */
export function stretchesOf(points: readonly FlywheelPoint[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { month, phase, fromRewardsAlone } of points) {
    const last = stretches.at(-1)
    if (last?.phase === phase && last.to === month - 1 && last.fromRewardsAlone === fromRewardsAlone)
      last.to = month
    else stretches.push({ phase, from: month, to: month, fromRewardsAlone })
  }
  return stretches
}
