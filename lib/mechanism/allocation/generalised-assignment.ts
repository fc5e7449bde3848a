import type { Highs } from 'highs'
import { InvalidInputError } from '@/lib/core/errors'
import { ProgramBuilder, type SolveOptions, solveProgram } from './linear-program'

export type GeneralisedAssignment = {
  /** agent of each job */
  agentOfJob: Int32Array
  profit: number
  /** profit that no assignment exceeds, less this one's */
  gap: number
}

/**
 * Gives each job to one agent within the agents' capacities, at the greatest profit.
 *
 * @param profit of each agent (row) for each job (column); −∞ forbids
 * @param resource that a job takes of an agent
 * @param capacity of each agent
 * @throws InfeasibleError when the capacities do not carry all jobs
 */
export function generalisedAssignment(
  highs: Highs,
  problem: {
    profit: readonly (readonly number[])[]
    resource: readonly (readonly number[])[]
    capacity: readonly number[]
  },
  options: SolveOptions = {},
): GeneralisedAssignment {
  const { profit, resource, capacity } = problem
  const jobs = profit[0]?.length ?? 0
  const isSized = (matrix: readonly (readonly number[])[]) =>
    matrix.length === capacity.length && matrix.every((row) => row.length === jobs)
  if (
    jobs === 0 ||
    !isSized(profit) ||
    !isSized(resource) ||
    ![...resource.flat(), ...capacity].every((x) => x >= 0)
  )
    throw new InvalidInputError(
      'Profit, resource and capacity must be of one shape, and what is taken not below zero.',
    )
  const program = new ProgramBuilder()
  const pairs = profit.flatMap((row, agent) =>
    row.flatMap((value, job) => {
      if (value === Number.NEGATIVE_INFINITY) return []
      if (!Number.isFinite(value)) throw new InvalidInputError('A profit is a number.')
      return [{ agent, job, variable: program.variable(-value, 0, 1, true) }]
    }),
  )
  for (let job = 0; job < jobs; job++)
    program.row(
      1,
      1,
      pairs.filter((pair) => pair.job === job).map(({ variable }) => [variable, 1]),
    )
  capacity.forEach((most, agent) => {
    program.row(
      Number.NEGATIVE_INFINITY,
      most,
      pairs
        .filter((pair) => pair.agent === agent)
        .map(({ variable, job }) => [variable, resource[agent]![job]!]),
    )
  })
  const { values, objective, gap } = solveProgram(highs, program.build(), options)
  const agentOfJob = new Int32Array(jobs).fill(-1)
  for (const { agent, job, variable } of pairs) if (values[variable]! > 0.5) agentOfJob[job] = agent
  return { agentOfJob, profit: -objective, gap }
}
