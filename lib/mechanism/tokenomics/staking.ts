import { InvalidInputError } from '@/lib/core/errors'

export type StakingReturns = {
  /** tokens a staked token earns a year */
  nominal: number
  /** growth of a staker's share of the supply a year */
  real: number
  /** change of a holder's share who does not stake, a year: never above zero */
  dilution: number
  /** share of the supply that moves from holders to stakers in a year */
  transferred: number
}

/**
 * What issuance does to those who stake and those who do not: with the supply growing at i a year, all of it to the
 * staked share s, stakers earn i / s, hold (1 + i/s)/(1 + i) of what they held, and the others 1/(1 + i).
 *
 * @param issuance i ≥ 0, tokens issued a year over the supply
 * @param stakeShare s ∈ (0, 1]
 * @param slashRate share of the stake lost to slashing a year, burnt
 */
export function stakingReturns(issuance: number, stakeShare: number, slashRate = 0): StakingReturns {
  if (
    !(issuance >= 0 && issuance < 1e6 && stakeShare > 0 && stakeShare <= 1 && slashRate >= 0 && slashRate < 1)
  )
    throw new InvalidInputError('Issuance is not below 0; stake and slashing are shares between 0 and 1.')
  const nominal = issuance / stakeShare - slashRate
  const growth = 1 + issuance - slashRate * stakeShare
  const dilution = 1 / growth - 1
  return {
    nominal,
    real: (1 + nominal) / growth - 1,
    dilution,
    transferred: -(1 - stakeShare) * dilution,
  }
}

/**
 * The share of the supply that comes to be staked where stakers ask for `asked` a year: more stake while i / s pays more than
 * that, and leave while it pays less, so that s = i / asked; all of it where even that pays more. What an issuance buys in
 * security is so its yearly worth over the return asked.
 *
 * @param asked > 0, tokens a staked token must earn a year
 */
export function restingStake(issuance: number, asked: number): number {
  if (!(issuance >= 0 && issuance < 1e6 && asked > 0))
    throw new InvalidInputError('Issuance is not below 0, and the return that stakers ask is above 0.')
  return Math.min(1, issuance / asked)
}
