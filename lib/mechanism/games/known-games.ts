import { coordination3, longPaths6, vonStengel6 } from './documented-games'
import { inspectionPayoffs } from './inspection-game'
import { type Rational, toText } from './rational'

/** A game to start from, in words; payoffs as text, rows the row player's strategies. */
export type KnownGame = {
  slug: string
  name: string
  /** what is played, and where it is from */
  about: string
  players: readonly [string, string]
  /** names of the strategies; without them they are numbered */
  strategies?: readonly [readonly string[], readonly string[]]
  row: readonly (readonly string[])[]
  column: readonly (readonly string[])[]
}

const texts = (matrix: readonly (readonly number[])[]) => matrix.map((line) => line.map(String))
const exact = (matrix: readonly (readonly Rational[])[]) => matrix.map((line) => line.map(toText))

const inspected = inspectionPayoffs({
  gain: 40,
  bond: 300,
  detection: 0.75,
  auditCost: 6,
  harm: 60,
  bondShare: 0,
})

export const knownGames: readonly KnownGame[] = [
  {
    slug: 'critical-mass',
    name: 'Critical mass',
    about:
      'An operator builds coverage only where users come, and users come only where there is coverage: a stag hunt. Both at rest together, or neither; the mixture between them is the mass that must be passed.',
    players: ['Operators', 'Users'],
    strategies: [
      ['Build', 'Wait'],
      ['Come', 'Stay away'],
    ],
    row: texts([
      [5, -2],
      [0, 0],
    ]),
    column: texts([
      [4, 0],
      [-1, 0],
    ]),
  },
  {
    slug: 'inspection',
    name: 'Inspection',
    about:
      'An operator reports truly or falsely, a network audits or does not: gain 40, bond 300, three audits in four find it. The Honesty page has its closed form. Avenhaus, von Stengel & Zamir (2002).',
    players: ['Operator', 'Network'],
    strategies: [
      ['True report', 'False report'],
      ['No audit', 'Audit'],
    ],
    row: texts(inspected.operator),
    column: texts(inspected.network),
  },
  {
    slug: 'two-fleets',
    name: 'Two fleets, three pools',
    about:
      'Two fleets choose among three reward pools of 60, 40 and 24. Alone a fleet takes the pool, together they halve it: a congestion game.',
    players: ['Fleet A', 'Fleet B'],
    strategies: [
      ['Pool of 60', 'Pool of 40', 'Pool of 24'],
      ['Pool of 60', 'Pool of 40', 'Pool of 24'],
    ],
    row: texts([
      [30, 60, 60],
      [40, 20, 40],
      [24, 24, 12],
    ]),
    column: texts([
      [30, 40, 24],
      [60, 20, 24],
      [60, 40, 12],
    ]),
  },
  {
    slug: 'subsidies',
    name: 'Subsidies',
    about:
      'Two networks subsidise hardware to draw each other’s operators: a prisoner’s dilemma. Each is better off doing it, both are better off without.',
    players: ['Network A', 'Network B'],
    strategies: [
      ['Hold', 'Subsidise'],
      ['Hold', 'Subsidise'],
    ],
    row: texts([
      [3, 0],
      [5, 1],
    ]),
    column: texts([
      [3, 5],
      [0, 1],
    ]),
  },
  {
    slug: 'pennies',
    name: 'Matching pennies',
    about:
      'One wants to be where the other is, the other does not: a spoofer and a checker. Learning circles for ever.',
    players: ['Checker', 'Spoofer'],
    strategies: [
      ['Cell 1', 'Cell 2'],
      ['Cell 1', 'Cell 2'],
    ],
    row: texts([
      [1, -1],
      [-1, 1],
    ]),
    column: texts([
      [-1, 1],
      [1, -1],
    ]),
  },
  {
    slug: 'textbook',
    name: 'Textbook, 3 × 2',
    about:
      'Three equilibria. Von Stengel, “Equilibrium computation for two-player games”, in Nisan et al. (2007), ch. 3.',
    players: ['Row', 'Column'],
    row: texts([
      [3, 3],
      [2, 5],
      [0, 6],
    ]),
    column: texts([
      [3, 2],
      [2, 6],
      [3, 1],
    ]),
  },
  {
    slug: 'degenerate',
    name: 'Degenerate, 3 × 2',
    about:
      'Against the first row both columns pay the same: a continuum of equilibria. Von Stengel in Nisan et al. (2007), ch. 3.',
    players: ['Row', 'Column'],
    row: texts([
      [3, 3],
      [2, 5],
      [0, 6],
    ]),
    column: texts([
      [3, 3],
      [2, 6],
      [3, 1],
    ]),
  },
  {
    slug: 'coordination',
    name: 'Coordination, 3 × 3',
    about: 'Seven equilibria: every set of strategies is a support. Gambit, contrib/games/coord3.nfg.',
    players: ['Row', 'Column'],
    row: exact(coordination3.row),
    column: exact(coordination3.column),
  },
  {
    slug: 'long-paths',
    name: 'Long paths, 6 × 6',
    about: 'One equilibrium, and a long way to it for Lemke and Howson’s method. Gambit, tests/games.py.',
    players: ['Row', 'Column'],
    row: exact(longPaths6.row),
    column: exact(longPaths6.column),
  },
  {
    slug: 'von-stengel',
    name: '75 equilibria, 6 × 6',
    about:
      'More equilibria than the 63 once conjectured to be the most. Von Stengel (1999), from Gambit’s catalogue.',
    players: ['Row', 'Column'],
    row: exact(vonStengel6.row),
    column: exact(vonStengel6.column),
  },
]
