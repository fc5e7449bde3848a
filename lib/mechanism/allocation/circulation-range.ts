import { type CirculationInput, circulationOfNetworks } from './circulation-of-networks'

/** What nobody knows, and the values each is tried at. */
export const circulationLevels = {
  /**
   * power by which a pool grows with its network: fixed; in between; and about the median of the exponents that were
   * measured on the networks' growth (Lab, network effects), which tell what went together, not what causes what
   */
  elasticity: [0, 0.4, 0.8],
  /** times the assumed share of devices that can serve another network */
  compatible: [0.5, 1, 2],
  /** times the assumed cost of a move */
  cost: [0.5, 1, 2],
  /** times the assumed part of a gap in rewards that a moved device sees */
  transfer: [0.5, 1, 1.5],
} as const

export type CirculationAssumption = keyof typeof circulationLevels

/** Months in which a move must pay off. */
export const PAY_OFF_MONTHS = 12

export type CirculationCase = Record<CirculationAssumption, number> & {
  /** dollars a month of all devices together, of those who move, and how many move */
  gainUsd: number
  moversUsd: number
  moved: number
}

export type CirculationRange = {
  lowUsd: number
  highUsd: number
  /** the same where every pool is fixed */
  fixedLowUsd: number
  fixedHighUsd: number
  /** how far the mean gain moves between an assumption's values, the others at all of theirs; the largest first */
  swings: { name: CirculationAssumption; usd: number }[]
  cases: CirculationCase[]
}

/** Every combination of the levels, the pools' rule first. */
export function circulationCases(): Record<CirculationAssumption, number>[] {
  const { elasticity, compatible, cost, transfer } = circulationLevels
  return elasticity.flatMap((one) =>
    compatible.flatMap((two) =>
      cost.flatMap((three) =>
        transfer.map((four) => ({ elasticity: one, compatible: two, cost: three, transfer: four })),
      ),
    ),
  )
}

/** The circulation gap at one combination. */
export function circulationAt(
  networks: readonly CirculationInput[],
  at: Record<CirculationAssumption, number>,
): CirculationCase {
  const { gainUsd, moversUsd, moved } = circulationOfNetworks(
    networks.map((one) => ({ ...one, rewardTransfer: Math.min(1, one.rewardTransfer * at.transfer) })),
    { elasticity: at.elasticity, compatible: at.compatible, cost: at.cost, months: PAY_OFF_MONTHS },
  )
  return { ...at, gainUsd, moversUsd, moved }
}

/**
 * The gap as a range over its assumptions, and which of them decides it: the one between whose values the mean gain over
 * all combinations of the others moves furthest.
 */
export function circulationRange(cases: readonly CirculationCase[]): CirculationRange {
  const gains = (of: readonly CirculationCase[]) => of.map(({ gainUsd }) => gainUsd)
  const fixed = gains(cases.filter(({ elasticity }) => elasticity === 0))
  const names = Object.keys(circulationLevels) as CirculationAssumption[]
  return {
    lowUsd: Math.min(...gains(cases)),
    highUsd: Math.max(...gains(cases)),
    fixedLowUsd: Math.min(...fixed),
    fixedHighUsd: Math.max(...fixed),
    swings: names
      .map((name) => {
        const means = circulationLevels[name].map((level) => meanGainAt(cases, name, level))
        return { name, usd: Math.max(...means) - Math.min(...means) }
      })
      .sort((a, b) => b.usd - a.usd),
    cases: [...cases],
  }
}

/** Mean gain over the cases in which an assumption has a value, dollars a month. */
export function meanGainAt(
  cases: readonly CirculationCase[],
  name: CirculationAssumption,
  level: number,
): number {
  const at = cases.filter((one) => one[name] === level)
  return at.reduce((sum, { gainUsd }) => sum + gainUsd, 0) / at.length
}

/** The gap at one value of an assumption: over all values of the others, and where each of them is at its middle one. */
export type CirculationLevel = { level: number; lowUsd: number; highUsd: number; middleUsd: number }

/** The gap at each value of an assumption that is in the cases. */
export function circulationByLevel(
  cases: readonly CirculationCase[],
  name: CirculationAssumption,
): CirculationLevel[] {
  const others = (Object.keys(circulationLevels) as CirculationAssumption[]).filter((one) => one !== name)
  return circulationLevels[name].flatMap((level) => {
    const at = cases.filter((one) => one[name] === level)
    const middle = at.find((one) => others.every((other) => one[other] === circulationLevels[other][1]))
    if (!middle) return []
    const gains = at.map(({ gainUsd }) => gainUsd)
    return [{ level, lowUsd: Math.min(...gains), highUsd: Math.max(...gains), middleUsd: middle.gainUsd }]
  })
}
