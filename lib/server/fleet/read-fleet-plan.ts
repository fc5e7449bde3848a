import type { Address } from 'viem'
import { countOpenOrders, type OpenOrders } from '@/db/queries/fleet'
import { type HeldFacts, heldFacts } from '@/db/queries/portfolio'
import { registrationOptions } from '@/db/queries/registration-options'
import { HotswapError } from '@/lib/core/errors'
import type { NamedPosition } from '@/lib/market/portfolio'
import type { FleetAnswer, FleetTask, PlannedMove } from '@/lib/mechanism/allocation/fleet/fleet-task'
import { withChecksum } from '../address/parse-account'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'
import { named } from '../operate/read-operate'
import { type ComputePlan, planHere } from './compute-plan'
import { type FleetKnobs, type FleetReading, readFleetTask } from './read-fleet-task'

/** Moves of one way that are shown on the page, the best first; the files hold all. */
const MOST_SHOWN = 50

/** All moves from one network to another. USD */
export type MoveGroup = {
  from: string
  to: string
  devices: number
  /** of all of them together, each on its own */
  gainUsd: number
  costUsd: number
  othersLoseUsd: number
  /** of the device that takes longest; null where one never pays back */
  paybackMonths: number | null
  /** the hardware models of the network it goes to */
  models: { slug: string; name: string }[]
  /** those that gain most */
  moves: ShownMove[]
}

export type ShownMove = PlannedMove & {
  position: NamedPosition
  /** orders on the position that end with the move */
  orders: OpenOrders
  /** the hardware models of the network it goes to */
  models: { slug: string; name: string }[]
  /** the network it goes to depends on place, and no place of the device is on record */
  lacksPlace: boolean
}

export type FleetPlanPage = {
  account: Address
  plan:
    | { kind: 'empty' }
    /** no position of the account can be valued, or the plan was refused */
    | { kind: 'unplanned'; message: string }
    | { kind: 'planned'; answer: FleetAnswer; groups: MoveGroup[]; names: Record<string, string> }
  share: number | undefined
  reading: Omit<FleetReading, 'task'>
}

type Server = Pick<ServerContext, 'db' | 'now' | 'planFleet'>

/** The best spread of an account's positions over networks, move by move. */
export async function readFleetPlan(
  account: Address,
  knobs: FleetKnobs,
  server: Server = context(),
): Promise<FleetPlanPage> {
  const { db } = server
  const { task, ...reading } = await readFleetTask(account, knobs, server)
  const base = { account: withChecksum(account), reading, share: task?.capacityShare }
  if (!task)
    return {
      ...base,
      plan:
        reading.failed.length === 0
          ? { kind: 'empty' }
          : { kind: 'unplanned', message: 'No position of this account can be valued.' },
    }
  try {
    const answer = await planOnce(task, reading.key, server.planFleet ?? planHere)
    const options = await registrationOptions(db)
    const ways = movesByWay(answer.moves)
    const ids = ways.flatMap(({ moves }) => moves.slice(0, MOST_SHOWN).map(({ positionId }) => positionId))
    const now = await headTime(server)
    const [facts, orders] =
      ids.length > 0
        ? await Promise.all([heldFacts(db, ids, now), countOpenOrders(db, ids, now)])
        : [new Map<number, HeldFacts>(), new Map<number, OpenOrders>()]
    return {
      ...base,
      plan: {
        kind: 'planned',
        answer,
        names: Object.fromEntries(options.map(({ slug, name }) => [slug, name])),
        groups: ways.map(({ from, to, moves }) => {
          const [here, there] = [from, to].map((slug) => options.find((one) => one.slug === slug))
          const models = there?.models ?? []
          const lacksPlace = there?.isPhysical === true && here?.isPhysical !== true
          return {
            from,
            to,
            devices: moves.length,
            gainUsd: sum(moves, ({ gainUsd }) => gainUsd),
            costUsd: sum(moves, ({ costUsd }) => costUsd),
            othersLoseUsd: sum(moves, ({ othersLoseUsd }) => othersLoseUsd),
            paybackMonths: moves.some(({ paybackMonths }) => paybackMonths === null)
              ? null
              : Math.max(...moves.map(({ paybackMonths }) => paybackMonths ?? 0)),
            models,
            moves: moves.slice(0, MOST_SHOWN).map((move) => ({
              ...move,
              position: named(move.positionId, facts),
              orders: orders.get(move.positionId) ?? { listings: 0, offers: 0 },
              models,
              lacksPlace,
            })),
          }
        }),
      },
    }
  } catch (error) {
    if (!(error instanceof HotswapError)) throw error
    return { ...base, plan: { kind: 'unplanned', message: error.message } }
  }
}

/** Moves by where they lead from and to, each way's best first; the way that gains most comes first. */
function movesByWay(moves: readonly PlannedMove[]): { from: string; to: string; moves: PlannedMove[] }[] {
  const ways = new Map<string, { from: string; to: string; moves: PlannedMove[] }>()
  for (const move of moves) {
    const { from, to } = move
    const way = ways.get(`${from} ${to}`) ?? { from, to, moves: [] }
    way.moves.push(move)
    ways.set(`${from} ${to}`, way)
  }
  const gain = (way: { moves: PlannedMove[] }) => sum(way.moves, ({ gainUsd }) => gainUsd)
  return [...ways.values()].sort((a, b) => gain(b) - gain(a))
}

function sum<item>(items: readonly item[], of: (item: item) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}

/** The whole plan, for files. @returns undefined where there is nothing to plan */
export async function readFleetAnswer(
  account: Address,
  knobs: FleetKnobs,
  server: Server,
): Promise<{ answer: FleetAnswer | undefined; reading: FleetReading }> {
  const reading = await readFleetTask(account, knobs, server)
  if (!reading.task) return { answer: undefined, reading }
  return {
    answer: await planOnce(reading.task, reading.key, server.planFleet ?? planHere),
    reading,
  }
}

const KEPT = 32
const kept = new Map<string, Promise<FleetAnswer>>()

/** A plan is a function of its task: the newest few are kept, and one that is being made is waited for. */
function planOnce(task: FleetTask, key: string, plan: ComputePlan): Promise<FleetAnswer> {
  const found = kept.get(key)
  if (found) return found
  const made = plan(task)
  kept.set(key, made)
  made.catch(() => kept.delete(key))
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest) kept.delete(oldest)
  return made
}
