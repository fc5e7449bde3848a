import { setImmediate } from 'node:timers/promises'
import { keccak256, stringToHex } from 'viem'
import { z } from 'zod'
import { rollUpOf } from '@/db/queries/statistics'
import { rollUps } from '@/db/schema'
import { NotFoundError } from '@/lib/core/errors'
import {
  type CirculationCase,
  type CirculationRange,
  circulationAt,
  circulationCases,
  circulationLevels,
  circulationRange,
} from '@/lib/mechanism/allocation/circulation-range'
import { context, type ServerContext } from '../context'
import { readCirculation } from './read-circulation'

const NAME = 'circulation-gap'
/** Of the way it is computed: another one makes every kept result old. */
const VERSION = 2

export type CirculationHeadline = CirculationRange & {
  networks: number
  devices: number
  /** dollars a month that all these networks pay */
  poolsUsd: number
  /** oldest and newest month of the figures, YYYY-MM */
  from: string
  to: string
}

const number = z.number()
const names = Object.keys(circulationLevels) as [keyof typeof circulationLevels]
const schema = z.object({
  lowUsd: number,
  highUsd: number,
  fixedLowUsd: number,
  fixedHighUsd: number,
  swings: z.array(z.object({ name: z.enum(names), usd: number })),
  cases: z.array(
    z.object({
      elasticity: number,
      compatible: number,
      cost: number,
      transfer: number,
      gainUsd: number,
      moversUsd: number,
      moved: number,
    }),
  ),
  networks: number,
  devices: number,
  poolsUsd: number,
  from: z.string(),
  to: z.string(),
})

/**
 * Keeps the circulation gap as a range over its assumptions, where the networks' figures or an assumption changed. Safe to
 * repeat. Between cases the thread is given up, since the worker reads the chain on it too.
 * @returns whether it was computed
 */
export async function rollUpCirculation({ db, now }: Pick<ServerContext, 'db' | 'now'>): Promise<boolean> {
  const networks = await readCirculation({ db })
  if (networks.length < 2) return false
  const key = keccak256(stringToHex(JSON.stringify([VERSION, circulationLevels, networks])))
  if ((await rollUpOf(db, NAME))?.key === key) return false
  const cases: CirculationCase[] = []
  for (const at of circulationCases()) {
    cases.push(circulationAt(networks, at))
    await setImmediate()
  }
  const months = networks.map(({ month }) => month).sort()
  const value: CirculationHeadline = {
    ...circulationRange(cases),
    networks: networks.length,
    devices: networks.reduce((sum, { nodes }) => sum + nodes, 0),
    poolsUsd: networks.reduce((sum, { poolUsd }) => sum + poolUsd, 0),
    from: months[0] ?? '',
    to: months.at(-1) ?? '',
  }
  const row = { name: NAME, key, value, computedAt: now() }
  await db.insert(rollUps).values(row).onConflictDoUpdate({ target: rollUps.name, set: row })
  return true
}

/** The kept range; undefined until the worker has made one. */
export async function readCirculationHeadline(
  { db }: Pick<ServerContext, 'db'> = context(),
): Promise<CirculationHeadline | undefined> {
  const kept = await rollUpOf(db, NAME)
  const parsed = schema.safeParse(kept?.value)
  return parsed.success ? parsed.data : undefined
}

/** The kept range, for its file. @throws NotFoundError until the worker has made one */
export async function needCirculationHeadline(
  server: Pick<ServerContext, 'db'>,
): Promise<CirculationHeadline> {
  const range = await readCirculationHeadline(server)
  if (!range) throw new NotFoundError('The range is being computed; it is here in a few minutes.')
  return range
}
