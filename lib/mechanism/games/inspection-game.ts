import { InvalidInputError } from '@/lib/core/errors'

/**
 * An operator may report false work; a network may audit. In dollars an epoch:
 *
 *                      no audit        audit
 *     honest            0, 0           0, −c
 *     false report      g, −L          (1−d)·g − d·B, −c − (1−d)·L + d·r·B
 */
export type InspectionGame = {
  /** g > 0: what a false report earns undetected */
  gain: number
  /** B ≥ 0: bond lost on detection */
  bond: number
  /** d ∈ (0, 1]: chance that an audit detects a false report */
  detection: number
  /** c > 0: cost of one audit */
  auditCost: number
  /** L > 0: what an undetected false report costs the network */
  harm: number
  /** r ∈ [0, 1]: share of a lost bond that goes to the network; the rest is burnt */
  bondShare: number
}

export type InspectionEquilibrium = {
  kind: 'mixed' | 'never audits' | 'always false' | 'indifferent auditor' | 'indifferent operator'
  /** chance that the network audits */
  auditRate: number
  /** chance that the operator reports falsely */
  falseRate: number
}

/**
 * The equilibrium of the inspection game in closed form (Avenhaus, von Stengel & Zamir 2002).
 *
 * Mixed, when one audit in every epoch would deter and a sure false report would be worth an audit:
 * audit rate a* = g / (d (g + B)) leaves the operator indifferent, false rate q* = c / (d (L + r·B)) the network.
 * An audit that never pays is never made and every report is false; a bond too small to deter even certain audits
 * leaves every report false, and audited if that pays. Where a rate is exactly 1 a continuum exists; its end with most
 * audits is given and said.
 *
 * @throws InvalidInputError when a figure is outside its range
 */
export function inspectionEquilibrium(game: InspectionGame): InspectionEquilibrium {
  checkGame(game)
  const { gain, bond, detection, auditCost, harm, bondShare } = game
  const deterringRate = gain / (detection * (gain + bond))
  const payingRate = auditCost / (detection * (harm + bondShare * bond))
  if (payingRate > 1) return { kind: 'never audits', auditRate: 0, falseRate: 1 }
  if (payingRate === 1)
    return { kind: 'indifferent auditor', auditRate: Math.min(1, deterringRate), falseRate: 1 }
  if (deterringRate > 1) return { kind: 'always false', auditRate: 1, falseRate: 1 }
  const kind = deterringRate === 1 ? 'indifferent operator' : 'mixed'
  return { kind, auditRate: deterringRate, falseRate: payingRate }
}

/**
 * The bond at which honesty is dominant against audits announced at this rate: B* = g (1 / (a d) − 1). Any larger
 * bond makes a false report a loss; at B* the operator is indifferent.
 * @param auditRate a ∈ (0, 1], to which the network is bound
 */
export function honestBond(game: { gain: number; detection: number }, auditRate: number): number {
  const { gain, detection } = game
  if (!(gain > 0 && gain < 1e15)) throw new InvalidInputError('What a false report earns must be above zero.')
  for (const [name, rate] of [
    ['The audit rate', auditRate],
    ['The chance of detection', detection],
  ] as const)
    if (!(rate > 0 && rate <= 1)) throw new InvalidInputError(`${name} must be above 0 and at most 1.`)
  return gain * (1 / (auditRate * detection) - 1)
}

/** The payoff matrices: rows honest, false report; columns no audit, audit. */
export function inspectionPayoffs(game: InspectionGame): { operator: number[][]; network: number[][] } {
  checkGame(game)
  const { gain, bond, detection: d, auditCost, harm, bondShare } = game
  return {
    operator: [
      [0, 0],
      [gain, (1 - d) * gain - d * bond],
    ],
    network: [
      [0, -auditCost],
      [-harm, -auditCost - (1 - d) * harm + d * bondShare * bond],
    ],
  }
}

function checkGame({ gain, bond, detection, auditCost, harm, bondShare }: InspectionGame): void {
  const isPositive = (value: number) => value > 0 && value < 1e15
  if (!isPositive(gain) || !isPositive(auditCost) || !isPositive(harm) || !(bond >= 0 && bond < 1e15))
    throw new InvalidInputError('Gain, audit cost and harm must be above zero, and the bond not below.')
  if (!(detection > 0 && detection <= 1 && bondShare >= 0 && bondShare <= 1))
    throw new InvalidInputError('The chance of detection and the share of the bond lie between 0 and 1.')
}
