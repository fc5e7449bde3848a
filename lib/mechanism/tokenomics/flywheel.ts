/** Where a network stands in its growth. */
export type FlywheelPhase = 'spinning up' | 'coasting' | 'stalling' | 'unwinding'

export type FlywheelMonth = {
  /** calendar month counted from year 0 */
  month: number
  rewardsUsd: number | undefined
  nodes: number | undefined
}

export type FlywheelPoint = {
  month: number
  phase: FlywheelPhase
  /** log growth over a quarter: mean of three months over the mean of the three before */
  rewards: number
  nodes: number | undefined
  rewardPerNode: number | undefined
  /** the number of nodes is unknown here: the phase is told from rewards alone */
  fromRewardsAlone: boolean
}

export type TurningPoint = { month: number; from: FlywheelPhase; to: FlywheelPhase }

/** A tenth in a quarter, on the log scale: less is neither growth nor decline. */
export const FLYWHEEL_THRESHOLD = Math.log(1.1)
/** Months a new phase must last to count as a turn. */
export const TURN_LASTS = 3

/**
 * The phase of each month. With r, n and q = r − n the quarter's log growth of rewards in dollars, of nodes and of
 * reward per node, and ε = ln 1.1, the first that holds:
 *
 * 1. spinning up: r > ε and n ≥ −ε — the pool grows and devices do not leave
 * 2. unwinding: r ≤ ε and n < −ε — devices leave a pool that does not grow
 * 3. stalling: r ≤ ε and q < −ε — each device earns less, and yet they stay
 * 4. coasting: anything else — reward per node holds
 *
 * Where nodes are unknown: spinning up when r > ε; when r < −ε stalling, or unwinding if rewards fell as much in the
 * quarter before too; coasting otherwise. Months without six known months of rewards have no phase.
 */
export function flywheelPhases(history: readonly FlywheelMonth[]): FlywheelPoint[] {
  const byMonth = new Map(history.map((one) => [one.month, one]))
  const growthOf = (
    month: number,
    figure: (one: FlywheelMonth) => number | undefined,
  ): number | undefined => {
    const sum = (from: number) => {
      let total = 0
      for (let k = from; k < from + 3; k++) {
        const one = byMonth.get(month - k)
        const value = one && figure(one)
        if (value === undefined || !(value > 0)) return undefined
        total += value
      }
      return total
    }
    const [late, early] = [sum(0), sum(3)]
    return late === undefined || early === undefined ? undefined : Math.log(late / early)
  }
  const rewardsAt = (month: number) => growthOf(month, ({ rewardsUsd }) => rewardsUsd)
  return [...byMonth.keys()]
    .sort((a, b) => a - b)
    .flatMap((month) => {
      const rewards = rewardsAt(month)
      if (rewards === undefined) return []
      const nodes = growthOf(month, (one) => one.nodes)
      const phase =
        nodes === undefined ? phaseFromRewards(rewards, rewardsAt(month - 3)) : phaseOf(rewards, nodes)
      return [
        {
          month,
          phase,
          rewards,
          nodes,
          rewardPerNode: nodes === undefined ? undefined : rewards - nodes,
          fromRewardsAlone: nodes === undefined,
        },
      ]
    })
}

/** Rule 1–4 of `flywheelPhases`. */
export function phaseOf(rewards: number, nodes: number): FlywheelPhase {
  if (rewards > FLYWHEEL_THRESHOLD && nodes >= -FLYWHEEL_THRESHOLD) return 'spinning up'
  if (rewards <= FLYWHEEL_THRESHOLD && nodes < -FLYWHEEL_THRESHOLD) return 'unwinding'
  if (rewards <= FLYWHEEL_THRESHOLD && rewards - nodes < -FLYWHEEL_THRESHOLD) return 'stalling'
  return 'coasting'
}

function phaseFromRewards(rewards: number, before: number | undefined): FlywheelPhase {
  if (rewards > FLYWHEEL_THRESHOLD) return 'spinning up'
  if (rewards >= -FLYWHEEL_THRESHOLD) return 'coasting'
  return before !== undefined && before < -FLYWHEEL_THRESHOLD ? 'unwinding' : 'stalling'
}

/** The months at which a phase that lasts at least `TURN_LASTS` months in a row takes over from another. */
export function turningPoints(points: readonly FlywheelPoint[]): TurningPoint[] {
  const turns: TurningPoint[] = []
  let current: FlywheelPhase | undefined
  points.forEach(({ month, phase }, i) => {
    const ahead = points.slice(i, i + TURN_LASTS)
    const lasts =
      ahead.length === TURN_LASTS && ahead.every((one, k) => one.phase === phase && one.month === month + k)
    if (!lasts || phase === current) return
    if (current !== undefined) turns.push({ month, from: current, to: phase })
    current = phase
  })
  return turns
}
