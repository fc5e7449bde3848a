import { and, asc, count, desc, eq, gt, sql } from 'drizzle-orm'
import { latestValuations } from '@/db/queries/valuations'
import { assumptions, networkMonths, positionMarket, positions } from '@/db/schema'
import { HotswapError } from '@/lib/core/errors'
import { type DilutedValue, valueAfterJoining } from '@/lib/mechanism/congestion/value-after-joining'
import { engineInputsSchema } from '@/lib/valuation/engine/inputs'
import { context, type ServerContext } from '../context'

const MOST = 10_000_000
/** A pool that is fixed, and one that grows with the root of its network. */
const RULES = [0, 0.5] as const
const STEPS = [100, 500, 1_000, 5_000, 20_000]

export type JoiningQuestion = { joining: number; where: 'network' | 'cell' }

/** The reader's `?joining=500&where=cell`; anything else is 500 devices that join the network. */
export function parseJoining(params: Record<string, unknown>): JoiningQuestion {
  const { joining, where } = params
  const number = typeof joining === 'string' && /^\d{1,8}$/.test(joining) ? Number(joining) : 500
  return { joining: Math.min(number, MOST), where: where === 'cell' ? 'cell' : 'network' }
}

export type JoiningPage = JoiningQuestion & {
  networkName: string
  nodes: number
  /** YYYY-MM of the node count; undefined where it is assumed, and why */
  nodesMonth: string | undefined
  nodesNote: string | undefined
  /** where the network's rule caps cells: how many a cell is paid in full for, and how many of this market stand there */
  cell: { cap: number; capNote: string; devices: number } | undefined
  /** the position told about: its own page's, or the one of median value on its network */
  position: { id: number; valueUsd: number; scrapUsd: number }
  /** another network would pay it too: then it loses less than is told */
  canMove: boolean
  /** with a fixed pool, and with one that grows with the root of the network */
  fixed: DilutedValue
  growing: DilutedValue
  /** the same at other numbers, and at the one asked about, fewest first */
  steps: { joining: number; fixed: DilutedValue; growing: DilutedValue }[]
}

type Server = Pick<ServerContext, 'db'>

/** What a position loses if others join its network, or its cell. @returns undefined where that cannot be told */
export async function readJoiningOfPosition(
  position: { id: number; network: { slug: string; name: string }; cell: string | null },
  question: JoiningQuestion,
  server: Server = context(),
): Promise<JoiningPage | undefined> {
  const [stored] = (await latestValuations(server.db, [position.id])).values()
  if (!stored) return undefined
  return answer(server, stored, position.network, position.cell, question)
}

/** The same for the position of median value on a network. */
export async function readJoiningOfNetwork(
  network: { slug: string; name: string },
  question: JoiningQuestion,
  server: Server = context(),
): Promise<JoiningPage | undefined> {
  const [median] = await server.db
    .select({ id: positionMarket.positionId })
    .from(positionMarket)
    .where(
      and(
        eq(positionMarket.network, network.slug),
        sql`${positionMarket.value} = (
          select percentile_disc(0.5) within group (order by value) from ${positionMarket} where network = ${network.slug}
        )`,
      ),
    )
    .orderBy(asc(positionMarket.positionId))
    .limit(1)
  if (!median) return undefined
  const [stored] = (await latestValuations(server.db, [median.id])).values()
  return stored && answer(server, stored, network, null, { ...question, where: 'network' })
}

type Stored = { positionId: number; value: bigint; inputs: Record<string, unknown> }

async function answer(
  { db }: Server,
  stored: Stored,
  network: { slug: string; name: string },
  cell: string | null,
  { joining, where }: JoiningQuestion,
): Promise<JoiningPage | undefined> {
  const inputs = engineInputsSchema.safeParse(stored.inputs).data
  const valueUsd = Number(stored.value) / 100
  if (!inputs || valueUsd <= 0) return undefined
  const counted = await readNodes(db, network.slug)
  if (!counted) return undefined
  const cap = cell === null ? undefined : await readAssumption(db, network.slug, 'cell_cap')
  const here =
    cap === undefined || cell === null
      ? undefined
      : { cap: cap.value, capNote: cap.note, devices: await devicesIn(db, network.slug, cell) }
  const inCell = where === 'cell' && here !== undefined
  const told = (number: number, poolElasticity: number) =>
    valueAfterJoining(inputs, valueUsd, {
      nodes: counted.nodes,
      joining: number,
      poolElasticity,
      ...(inCell && { cell: { devices: here.devices, cap: here.cap, joining: number } }),
    })
  try {
    return {
      joining,
      where: inCell ? 'cell' : 'network',
      networkName: network.name,
      nodes: counted.nodes,
      nodesMonth: counted.month,
      nodesNote: counted.note,
      cell: here,
      position: { id: stored.positionId, valueUsd, scrapUsd: inputs.salvage.value },
      canMove: inputs.moves.length > 0 && inputs.compatibility.value > 0,
      fixed: told(joining, RULES[0]),
      growing: told(joining, RULES[1]),
      steps: [...new Set([...STEPS, joining])]
        .sort((a, b) => a - b)
        .map((number) => ({
          joining: number,
          fixed: told(number, RULES[0]),
          growing: told(number, RULES[1]),
        })),
    }
  } catch (error) {
    if (error instanceof HotswapError) return undefined
    throw error
  }
}

/** The newest node count of a network, or the one assumed; two rows, since every position's page asks. */
async function readNodes(db: Server['db'], slug: string) {
  const [last] = await db
    .select({ nodes: networkMonths.activeNodes, month: networkMonths.month })
    .from(networkMonths)
    .where(and(eq(networkMonths.network, slug), gt(networkMonths.activeNodes, 0)))
    .orderBy(desc(networkMonths.month))
    .limit(1)
  if (last?.nodes) return { nodes: last.nodes, month: last.month.slice(0, 7), note: undefined }
  const assumed = await readAssumption(db, slug, 'active_nodes')
  return assumed && { nodes: assumed.value, month: undefined, note: assumed.note }
}

async function readAssumption(db: Server['db'], subject: string, name: string) {
  const [row] = await db
    .select()
    .from(assumptions)
    .where(and(eq(assumptions.subject, subject), eq(assumptions.name, name)))
  return row && { value: Number(row.value), note: row.note }
}

async function devicesIn(db: Server['db'], network: string, cell: string): Promise<number> {
  const [row] = await db
    .select({ devices: count() })
    .from(positions)
    .where(and(eq(positions.network, network), eq(positions.cell, cell)))
  return Math.max(1, row?.devices ?? 1)
}
