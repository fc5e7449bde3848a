import { z } from 'zod'
import { csvLine } from '@/lib/core/csv/format-csv'
import { parseAccount } from '../address/parse-account'
import type { ServerContext } from '../context'
import { readFleetAnswer } from './read-fleet-plan'
import type { FleetKnobs } from './read-fleet-task'

type Server = Pick<ServerContext, 'db' | 'now' | 'planFleet'>

/** The query of a plan's files: whose fleet, and what the reader set. */
export const planQuery = z.object({
  account: z.string().transform((text, refused) => {
    const parsed = parseAccount(text)
    if ('account' in parsed) return parsed.account
    refused.addIssue({ code: 'custom', message: parsed.problem })
    return z.NEVER
  }),
  cost: z.coerce.number().min(0).max(100).default(1),
  share: z.coerce.number().min(0).max(100).optional(),
})

type PlanQuery = z.output<typeof planQuery>

const knobsOf = ({ cost, share }: PlanQuery): FleetKnobs => ({
  cost,
  share: share === undefined ? undefined : share / 100,
})

/** Every move of a fleet's plan as CSV, one a line. */
export async function planCsv(query: PlanQuery, server: Server): Promise<string> {
  const { answer } = await readFleetAnswer(query.account, knobsOf(query), server)
  const head = [
    'position',
    'from',
    'to',
    'gain_usd',
    'gain_p5_usd',
    'gain_p95_usd',
    'chance_of_gain',
    'compatibility',
    'cost_usd',
    'months_lost',
    'rewards_lost_usd',
    'reward_here_usd_month',
    'reward_there_usd_month',
    'others_there_lose_usd_month',
    'others_here_gain_usd_month',
    'payback_months',
  ]
  const rows = (answer?.moves ?? []).map((move) => [
    move.positionId,
    move.from,
    move.to,
    move.gainUsd,
    move.p5Usd,
    move.p95Usd,
    move.chance,
    move.compatibility,
    move.costUsd,
    move.monthsLost,
    move.lostUsd,
    move.fromMonthlyUsd,
    move.toMonthlyUsd,
    move.othersLoseUsd,
    move.othersGainUsd,
    move.paybackMonths,
  ])
  return [head, ...rows].map(csvLine).join('')
}

/** The whole plan, with what it was computed from. */
export async function planJson(query: PlanQuery, server: Server) {
  const { answer, reading } = await readFleetAnswer(query.account, knobsOf(query), server)
  const { task, assumptions, failed, left, asOf } = reading
  return {
    account: query.account,
    asOf,
    plan: answer ?? null,
    assumptions,
    failed,
    left,
    inputs: task ?? null,
  }
}
