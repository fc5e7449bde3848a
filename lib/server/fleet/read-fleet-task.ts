import { createHash } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import type { Address } from 'viem'
import { readProvenance } from '@/db/queries/demonstration'
import { positions } from '@/db/schema'
import { HotswapError, NotFoundError } from '@/lib/core/errors'
import type { FleetTask } from '@/lib/mechanism/allocation/fleet/fleet-task'
import { type EngineInputs, MAX_MOVES } from '@/lib/valuation/engine/inputs'
import { estimateEngineInputs } from '@/lib/valuation/estimate/estimate-engine-inputs'
import type { Figure } from '@/lib/valuation/inputs'
import type { ServerContext } from '../context'
import { keptWith } from '../valuations/kept-with'
import { marketShape } from '../valuations/market-shape'
import { type Evidence, readEvidence } from '../valuations/read-evidence'
import { readUptime } from '../valuations/read-uptime'

/** Most positions of an account that are planned at once, the oldest first. */
export const MOST_DEVICES = 2_000

/** What the reader may set: times the assumed cost of a move, and instead of the assumed share of a network's nodes. */
export type FleetKnobs = { cost: number; share: number | undefined }

/** An assumption that the plan rests on, for which networks it is meant. */
export type PlanAssumption = { name: string; networks: string[]; value: number; note: string }

export type FleetReading = {
  /** undefined where no position can be valued */
  task: FleetTask | undefined
  /** names the task: the same key, the same plan */
  key: string
  /** positions that cannot be valued, and why */
  failed: { positionId: number; message: string }[]
  /** positions beyond the most that are planned */
  left: number
  assumptions: PlanAssumption[]
  /** newest month of the figures (YYYY-MM), and the oldest of a network's newest */
  asOf: { from: string; to: string } | undefined
}

type Server = Pick<ServerContext, 'db' | 'now'>

/** What the best spread of an account's positions over networks is computed from. */
export async function readFleetTask(
  account: Address,
  knobs: FleetKnobs,
  { db, now }: Server,
): Promise<FleetReading> {
  const rows = await db
    .select({
      id: positions.id,
      deviceId: positions.deviceId,
      network: positions.network,
      model: positions.model,
    })
    .from(positions)
    .where(eq(positions.owner, account))
    .orderBy(asc(positions.id))
  const planned = rows.slice(0, MOST_DEVICES)
  const ids = planned.map(({ id }) => id)
  const evidence = await readEvidence(db)
  const provenance = ids.length > 0 ? await readProvenance(db, ids) : new Map()
  const uptime =
    ids.length > 0
      ? await readUptime(
          db,
          now(),
          planned.map(({ deviceId }) => deviceId),
        )
      : new Map()

  const groups = new Map<string, Group>()
  const failed: FleetReading['failed'] = []
  for (const { id, deviceId, network, model } of planned) {
    const operator: string | null = provenance.get(id)?.operator ?? null
    const reports = uptime.get(deviceId) ?? null
    // what a device's inputs are made from: devices alike in it are estimated once, and are one group
    const facts = JSON.stringify([network, model, operator, reports])
    const alike = groups.get(facts)
    try {
      if (alike) alike.devices.push(id)
      else
        groups.set(facts, {
          network,
          inputs: keptWith(evidence, `fleet inputs ${facts}`, () =>
            inputsOf(evidence, { network, model }, { operator, uptime: reports }),
          ),
          devices: [id],
        })
    } catch (error) {
      if (!(error instanceof HotswapError)) throw error
      failed.push({ positionId: id, message: error.message })
    }
  }
  const all = [...groups.values()]
  const slugs = [
    ...new Set(all.flatMap(({ network, inputs }) => [network, ...inputs.moves.map((move) => move.network)])),
  ].sort()
  const share = evidence.book('', '').need('fleet_share')
  const shape = keptWith(evidence, `market shape ${slugs.join(' ')}`, () => marketShape(evidence, slugs))
  const task: FleetTask | undefined =
    all.length === 0
      ? undefined
      : {
          groups: all,
          networks: shape.networks.map((one) => ({ ...one, nodes: nodesOf(evidence, one.slug).nodes })),
          correlations: shape.correlations,
          capacityShare: knobs.share ?? share.value,
          costFactor: knobs.cost,
        }
  const months = all.map(({ inputs }) => inputs.asOf).sort()
  const [from, to] = [months[0], months.at(-1)]
  return {
    task,
    key: createHash('sha256')
      .update(JSON.stringify(task ?? null))
      .digest('hex'),
    failed,
    left: rows.length - planned.length,
    assumptions: assumptionsOf(evidence, all, slugs, knobs.share === undefined ? share : undefined),
    asOf: from && to ? { from, to } : undefined,
  }
}

type Group = { network: string; inputs: EngineInputs; devices: number[] }

/** @throws NotFoundError; what the estimate lacks */
function inputsOf(
  evidence: Evidence,
  { network, model }: { network: string; model: string },
  device: Parameters<typeof estimateEngineInputs>[1],
): EngineInputs {
  const known = evidence.network(network)
  if (!known) throw new NotFoundError(`There is no network “${network}” here.`)
  return estimateEngineInputs(
    known,
    device,
    evidence.book(model, network),
    evidence.others(network),
    MAX_MOVES,
  )
}

function nodesOf(evidence: Evidence, slug: string): { nodes: number; assumed: Figure | undefined } {
  const counted = evidence.network(slug)?.months.findLast(({ activeNodes }) => (activeNodes ?? 0) > 0)
  if (counted?.activeNodes) return { nodes: counted.activeNodes, assumed: undefined }
  const assumed = evidence.book('', slug).need('active_nodes')
  return { nodes: assumed.value, assumed }
}

function assumptionsOf(
  evidence: Evidence,
  groups: readonly { network: string; inputs: EngineInputs }[],
  slugs: readonly string[],
  share: Figure | undefined,
): PlanAssumption[] {
  const found = new Map<string, PlanAssumption>()
  const add = (name: string, network: string, { value, note }: Figure) => {
    const key = `${name} ${value} ${note}`
    const before = found.get(key) ?? { name, networks: [], value, note }
    if (!before.networks.includes(network)) before.networks.push(network)
    found.set(key, before)
  }
  for (const { network, inputs } of groups) {
    add('switching_cost', network, inputs.moveCost)
    add('switching_time', network, inputs.moveMonths)
    add('compatibility', network, inputs.compatibility)
    if (inputs.moves.length > 0)
      add('reward_transfer', network, evidence.book('', network).need('reward_transfer'))
    add('required_return', network, inputs.requiredReturn)
  }
  if (share)
    for (const network of new Set(groups.map((group) => group.network))) add('fleet_share', network, share)
  for (const slug of slugs) {
    const { assumed } = nodesOf(evidence, slug)
    if (assumed) add('active_nodes', slug, assumed)
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
