import { InvalidInputError } from '@/lib/core/errors'

/** Players who each choose one set of resources; a resource costs each of its k users costs[k − 1]. */
export type AtomicCongestionGame = {
  /** cost of each resource for 1, 2, … users: as many as there are players */
  costs: readonly (readonly number[])[]
  /** strategies of each player, each a set of resources */
  strategies: readonly (readonly (readonly number[])[])[]
}

/** Strategy chosen by each player. */
export type PureProfile = readonly number[]

function loads({ costs, strategies }: AtomicCongestionGame, profile: PureProfile): number[] {
  const users = costs.map(() => 0)
  strategies.forEach((own, player) => {
    for (const resource of own[profile[player]!]!) users[resource]! += 1
  })
  return users
}

/** What the profile costs one player. */
export function playerCost(game: AtomicCongestionGame, profile: PureProfile, player: number): number {
  const users = loads(game, profile)
  return game.strategies[player]![profile[player]!]!.reduce(
    (sum, resource) => sum + game.costs[resource]![users[resource]! - 1]!,
    0,
  )
}

/** What the profile costs all players together. */
export function socialCost(game: AtomicCongestionGame, profile: PureProfile): number {
  return loads(game, profile).reduce(
    (sum, k, resource) => (k > 0 ? sum + k * game.costs[resource]![k - 1]! : sum),
    0,
  )
}

/**
 * Rosenthal's potential Σ Σₖ costs[k]: a player who moves changes it by exactly what the move changes for that player.
 * Source: Rosenthal (1973).
 */
export function rosenthalPotential(game: AtomicCongestionGame, profile: PureProfile): number {
  return loads(game, profile).reduce(
    (sum, k, resource) => sum + game.costs[resource]!.slice(0, k).reduce((a, b) => a + b, 0),
    0,
  )
}

/**
 * Lets the players move to a best answer in turn until none gains. It ends: each move lowers the potential.
 * @throws InvalidInputError when the game is malformed
 */
export function bestResponseEquilibrium(game: AtomicCongestionGame, start?: PureProfile): number[] {
  check(game)
  const profile = start ? [...start] : game.strategies.map(() => 0)
  for (let moved = true; moved; ) {
    moved = false
    for (let player = 0; player < profile.length; player++) {
      const { best, gain } = bestResponse(game, profile, player)
      if (gain > 1e-12 * (1 + Math.abs(playerCost(game, profile, player)))) {
        profile[player] = best
        moved = true
      }
    }
  }
  return profile
}

/** The answer that costs a player least, and what it saves. */
export function bestResponse(
  game: AtomicCongestionGame,
  profile: PureProfile,
  player: number,
): { best: number; gain: number } {
  const now = playerCost(game, profile, player)
  let [best, gain] = [profile[player]!, 0]
  game.strategies[player]!.forEach((_, choice) => {
    const other = now - playerCost(game, profile.with(player, choice), player)
    if (other > gain) [best, gain] = [choice, other]
  })
  return { best, gain }
}

function check({ costs, strategies }: AtomicCongestionGame): void {
  const players = strategies.length
  const isWhole = (own: readonly (readonly number[])[]) =>
    own.length > 0 && own.every((set) => new Set(set).size === set.length && set.every((r) => r in costs))
  if (
    players === 0 ||
    !strategies.every(isWhole) ||
    costs.some((list) => list.length < players || !list.every(Number.isFinite))
  )
    throw new InvalidInputError(
      'Each player needs strategies of known resources, each resource a cost for every load.',
    )
}
