import { InvalidInputError } from '@/lib/core/errors'

/** A game of n players in normal form. */
export type NormalForm = {
  /** number of strategies of each player */
  strategies: readonly number[]
  /** payoff of each player for a pure profile, the last player's strategy running fastest */
  payoffs: readonly Float64Array[]
}

/** One mixed strategy a player. */
export type MixedProfile = readonly (readonly number[])[]

/**
 * What each player could gain by the best deviation from a mixed profile: no more than the tolerance of the profile's
 * own digits at an equilibrium.
 * @throws InvalidInputError when game and profile do not fit, or a strategy is no probability distribution
 */
export function regrets(game: NormalForm, profile: MixedProfile): number[] {
  const { strategies, payoffs } = game
  const profiles = strategies.reduce((product, count) => product * count, 1)
  if (
    payoffs.length !== strategies.length ||
    payoffs.some((list) => list.length !== profiles) ||
    profile.length !== strategies.length ||
    profile.some((mixture, player) => mixture.length !== strategies[player] || !isDistribution(mixture))
  )
    throw new InvalidInputError('Game and strategies do not fit: one distribution for each player.')
  const values = strategies.map((count) => new Float64Array(count))
  const played = strategies.map(() => 0)
  for (let index = 0; index < profiles; index++) {
    for (let player = strategies.length - 1, rest = index; player >= 0; player--) {
      played[player] = rest % strategies[player]!
      rest = Math.floor(rest / strategies[player]!)
    }
    for (let player = 0; player < strategies.length; player++) {
      let weight = 1
      for (let other = 0; other < strategies.length; other++)
        if (other !== player) weight *= profile[other]![played[other]!]!
      if (weight !== 0) values[player]![played[player]!]! += weight * payoffs[player]![index]!
    }
  }
  return values.map((value, player) => {
    const expected = value.reduce((sum, payoff, k) => sum + payoff * profile[player]![k]!, 0)
    return Math.max(0, Math.max(...value) - expected)
  })
}

/** True when no player gains more than `tolerance` by deviating. */
export function isNashEquilibrium(game: NormalForm, profile: MixedProfile, tolerance = 1e-9): boolean {
  return regrets(game, profile).every((regret) => regret <= tolerance)
}

function isDistribution(mixture: readonly number[]): boolean {
  const total = mixture.reduce((a, b) => a + b, 0)
  return mixture.every((weight) => weight >= 0) && Math.abs(total - 1) <= 1e-9
}
