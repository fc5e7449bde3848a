import { bimatrix } from './bimatrix'

/** Games with published answers, for tests and benchmarks. Sources: Gambit's documented games (gambitproject/gambit). */

/** contrib/games/coord3.nfg: seven equilibria. */
export const coordination3 = bimatrix(
  [
    [3, 0, 0],
    [0, 2, 0],
    [0, 0, 1],
  ],
  [
    [2, 0, 0],
    [0, 2, 0],
    [0, 0, 4],
  ],
)

/**
 * tests/games.py, 6 × 6 with long Lemke–Howson paths. Its one equilibrium: (1/30, 1/6, 3/10, 3/10, 1/6, 1/30) for the
 * row player, (1/6, 1/30, 3/10, 3/10, 1/30, 1/6) for the column player.
 */
export const longPaths6 = bimatrix(
  [
    [-180, 72, -333, 297, -153, 270],
    [-30, 17, -33, 42, -3, 20],
    [-81, 36, -126, 126, -36, 90],
    [90, -36, 126, -126, 36, -81],
    [20, -3, 42, -33, 17, -30],
    [270, -153, 297, -333, 72, -180],
  ],
  [
    [72, 36, 17, -3, -36, -153],
    [-180, -81, -30, 20, 90, 270],
    [297, 126, 42, -33, -126, -333],
    [-333, -126, -33, 42, 126, 297],
    [270, 90, 20, -30, -81, -180],
    [-153, -36, -3, 17, 36, 72],
  ],
)

/** catalog/games/journals/dcg/vonstengel1999/6x6_game_with_75_eq.nfg: pairs of payoffs, the row running fastest. */
const vonStengelPairs = [
  9504, 72336, -111771, -461736, 397584, 1227336, 171204, -1718376, 1303104, 1303104, 737154, -453420, -660,
  48081, 31680, -300036, -113850, 774576, -45936, -1039236, -453420, 737154, -227040, -227040, 19976, 29216,
  -130944, -178761, 451176, 451176, 208626, -586476, 1227336, 397584, 774576, -113850, -20526, 14124, 168124,
  -84436, -586476, 208626, -263076, -263076, -1718376, 171204, -1039236, -45936, 1776, 1776, -8514, -8976,
  29216, 19976, 14124, -20526, 72336, 9504, 48081, -660, -8976, -8514, 52764, 52764, -178761, -130944, -84436,
  168124, -461736, -111771, -300036, 31680,
]

/** Von Stengel's 6 × 6 game with 75 equilibria, more than the 63 once conjectured to be the most. */
export const vonStengel6 = bimatrix(sixBySix(0), sixBySix(1))

function sixBySix(player: number): number[][] {
  const strategies = [0, 1, 2, 3, 4, 5]
  return strategies.map((i) => strategies.map((j) => vonStengelPairs[2 * (6 * j + i) + player]!))
}
