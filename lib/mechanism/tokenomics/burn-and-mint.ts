import { InvalidInputError } from '@/lib/core/errors'

/**
 * Burn and mint: users burn tokens worth B dollars a period, the network mints M tokens a period, and the price
 * follows the quantity equation p = B / (v S). Burning B / p = v S tokens, supply obeys dS/dt = M − v S.
 */
export type BurnAndMint = {
  /** B: dollars of tokens burnt a period */
  burnUsd: number
  /** M: tokens minted a period */
  mintTokens: number
  /** v: share of the supply burnt a period */
  velocity: number
}

/** Where supply and price come to rest: S* = M / v, p* = B / M. */
export function burnAndMintEquilibrium(model: BurnAndMint): { supply: number; price: number } {
  check(model)
  return { supply: model.mintTokens / model.velocity, price: model.burnUsd / model.mintTokens }
}

/** Supply and price after `time` periods from `startSupply`: S(t) = S* + (S₀ − S*) exp(−v t), p = B / (v S). */
export function burnAndMintPath(
  model: BurnAndMint,
  startSupply: number,
  time: number,
): { supply: number; price: number } {
  const rest = burnAndMintEquilibrium(model)
  if (!(startSupply > 0)) throw new InvalidInputError('The supply at the start must be above zero.')
  const supply = rest.supply + (startSupply - rest.supply) * Math.exp(-model.velocity * time)
  return { supply, price: model.burnUsd / (model.velocity * supply) }
}

/**
 * The supply after each of `epochs` whole periods, in each of which v of it is burnt and then M minted:
 * S* + (S₀ − S*) (1 − v)ᵏ, the closed path at the rate −ln(1 − v).
 */
export function burnAndMintEpochs(model: BurnAndMint, startSupply: number, epochs: number): number[] {
  const { supply: rest } = burnAndMintEquilibrium(model)
  if (!(startSupply > 0 && model.velocity <= 1))
    throw new InvalidInputError('The supply at the start must be above zero, and at most all of it is burnt.')
  return Array.from(
    { length: epochs },
    (_, k) => rest + (startSupply - rest) * (1 - model.velocity) ** (k + 1),
  )
}

/** Periods until the distance to the resting supply has halved: ln 2 / v. */
export function burnAndMintHalfLife({ velocity }: Pick<BurnAndMint, 'velocity'>): number {
  return Math.LN2 / velocity
}

function check({ burnUsd, mintTokens, velocity }: BurnAndMint): void {
  if (![burnUsd, mintTokens, velocity].every((value) => value > 0 && value < 1e18))
    throw new InvalidInputError('Burn, mint and velocity must be above zero.')
}
