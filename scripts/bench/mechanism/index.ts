import { cpus } from 'node:os'
import { chooseBasket } from '@/lib/mechanism/allocation/basket'
import { exploreBasket } from '@/lib/mechanism/allocation/explore-basket'
import { assignFleet } from '@/lib/mechanism/allocation/fleet-assignment'
import { chooseLargeBasket } from '@/lib/mechanism/allocation/large-basket'
import { loadSolver } from '@/lib/mechanism/allocation/load-solver'
import { planBasket } from '@/lib/mechanism/allocation/plan-basket'
import { linearAssignment } from '@/lib/mechanism/assignment/linear-assignment'
import { allEquilibria } from '@/lib/mechanism/games/all-equilibria'
import { vonStengel6 } from '@/lib/mechanism/games/documented-games'
import { writeSection } from '../../docs/write-section'
import { assignmentCosts, basketProblem, fleet } from './cases'
import { scipyAssignment } from './scipy'

/*
 * npm run bench:mechanism — times the solvers of lib/mechanism and writes their part of docs/benchmarks.md.
 * Each figure is the best of its runs, warm, in milliseconds by the clock unless it says otherwise.
 */
const RUNS = 5

const n = 1_000
const costs = assignmentCosts(n)

function best<value>(run: () => value, runs = RUNS): { milliseconds: number; value: value } {
  let [milliseconds, value] = [Number.POSITIVE_INFINITY, run()]
  for (let k = 0; k < runs; k++) {
    const start = performance.now()
    value = run()
    milliseconds = Math.min(milliseconds, performance.now() - start)
  }
  return { milliseconds, value }
}

/** Least processor time of some runs, in milliseconds: what else the machine does does not count. */
function processorTime<value>(run: () => value, runs = RUNS): { milliseconds: number; value: value } {
  let [milliseconds, value] = [Number.POSITIVE_INFINITY, run()]
  for (let k = 0; k < runs; k++) {
    const before = process.cpuUsage()
    value = run()
    const { user, system } = process.cpuUsage(before)
    milliseconds = Math.min(milliseconds, (user + system) / 1_000)
  }
  return { milliseconds, value }
}

/** Of an assignment. */
const assignmentTime = () => processorTime(() => linearAssignment(costs, n, n)).milliseconds

const highs = await loadSolver()
const rows: string[] = []
const row = (what: string, milliseconds: number, note: string) => {
  rows.push(`| ${what} | ${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} | ${note} |`)
  console.log(rows.at(-1))
}

// in turns and in processor time, so that whatever else the machine does slows both alike
let ours = assignmentTime()
let theirs = scipyAssignment(costs, n, RUNS)
for (let turn = 0; turn < 3; turn++) {
  ours = Math.min(ours, assignmentTime())
  const again = theirs && scipyAssignment(costs, n, RUNS)
  if (again && theirs && again.milliseconds < theirs.milliseconds) theirs = again
}
const cost = linearAssignment(costs, n, n).cost
row(
  `assignment, n = ${n}, processor time`,
  ours,
  theirs
    ? `SciPy ${theirs.version}: ${theirs.milliseconds.toFixed(1)} ms, so ${(ours / theirs.milliseconds).toFixed(2)} times its time; costs differ by ${Math.abs(cost - theirs.cost).toExponential(0)}`
    : 'python3-scipy is not installed here: no comparison',
)

for (const [candidates, scenarios] of [
  [50, 200],
  [500, 1_000],
] as const) {
  const problem = basketProblem(candidates, scenarios, false)
  const whole = best(() => chooseBasket(highs, problem), 1)
  row(
    `mean–CVaR, ${scenarios} scenarios × ${candidates} candidates, every scenario`,
    whole.milliseconds,
    'linear program',
  )
  const tail = best(() => chooseLargeBasket(highs, problem), 3)
  row(
    `the same by the scenarios of the tail`,
    tail.milliseconds,
    `mean gain differs by ${Math.abs(tail.value.gainUsd - whole.value.gainUsd).toExponential(0)} USD`,
  )
}
const wholes = best(() => chooseLargeBasket(highs, basketProblem(50, 200, true), { timeLimit: 2 }), 1)
row(
  'whole positions, 200 × 50, 2 s allowed',
  wholes.milliseconds,
  `mean gain ${wholes.value.gainUsd.toFixed(0)} USD, at most ${wholes.value.gapUsd.toFixed(0)} USD below the best`,
)

for (const [objective, name] of [
  [{ kind: 'tail', share: 0.1 }, 'tail loss'],
  [{ kind: 'variance', aversion: 3 }, 'variance'],
] as const) {
  const { caps = [], ...problem } = basketProblem(500, 1_000, true)
  const request = { ...problem, caps, objective }
  const plan = processorTime(() => planBasket(highs, request), 4)
  const around = processorTime(() => exploreBasket(highs, request, 9, plan.value.cvarUsd), 2)
  row(
    `the basket page’s answer by ${name}: 500 candidates × 1,000 scenarios, whole positions, processor time`,
    plan.milliseconds,
    `shares, prices and reasons included; at most ${plan.value.gapUsd.toFixed(0)} of ${plan.value.gainUsd.toFixed(0)} USD below the best. Frontier of nine and what caps cost, streamed after it: ${around.milliseconds.toFixed(0)} ms`,
  )
}

const equilibria = best(() => allEquilibria(vonStengel6))
row(
  'all equilibria, 6 × 6, exact',
  equilibria.milliseconds,
  `${equilibria.value.equilibria.length} of von Stengel’s game`,
)

const { devices, networks } = fleet(1_000, 15)
const plan = best(() => assignFleet(highs, devices, networks), 2)
row(
  'fleet, 1,000 devices × 15 networks',
  plan.milliseconds,
  `${plan.value.moves.length} moves, own dilution included`,
)

writeSection('docs/benchmarks.md', 'mechanism', [
  '## Mechanisms',
  '',
  `\`npm run bench:mechanism\`, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}; best of a few warm runs, one thread.`,
  '',
  '| what | ms | |',
  '| --- | --- | --- |',
  ...rows,
])
