import { and, asc, desc, eq, max, sql } from 'drizzle-orm'
import {
  deviceModels,
  heartbeatDays,
  heartbeats,
  ledger,
  metadataDocuments,
  networkMonths,
  networks,
  operatorMonths,
  positions,
  registrations,
  sales,
} from '@/db/schema'
import type {
  DeviceReports,
  PositionFacts,
  PositionSale,
  ProvenanceStep,
  RewardHistory,
} from '@/lib/market/position-page'
import { TAINTED } from '@/lib/market/signed-state'
import type { Queryable } from '../client'
import { marksOfSales, saleKey } from './references'

/** A position with its network, model and document; undefined where there is none of that id. */
export async function positionFacts(
  db: Queryable,
  id: number,
  now: Date,
): Promise<PositionFacts | undefined> {
  const [row] = await db
    .select({
      position: positions,
      networkName: networks.name,
      category: networks.category,
      isPhysical: networks.isPhysical,
      modelName: deviceModels.name,
      document: metadataDocuments.document,
      registrant: ledger.account,
    })
    .from(positions)
    .leftJoin(networks, eq(networks.slug, positions.network))
    .leftJoin(deviceModels, eq(deviceModels.slug, positions.model))
    .leftJoin(metadataDocuments, eq(metadataDocuments.hash, positions.metadataHash))
    .leftJoin(ledger, and(eq(ledger.positionId, positions.id), eq(ledger.kind, 'registered')))
    .where(eq(positions.id, id))
  if (!row) return undefined
  const { position } = row
  return {
    id,
    deviceId: position.deviceId,
    keyType: position.keyType,
    keyPoint: { x: position.keyX, y: position.keyY },
    owner: position.owner,
    network: {
      slug: position.network,
      name: row.networkName ?? position.network,
      category: row.category ?? undefined,
      isPhysical: row.isPhysical ?? undefined,
    },
    model: { slug: position.model, name: row.modelName ?? position.model },
    cell: position.cell,
    placeCommitment: position.placeCommitment,
    metadataHash: position.metadataHash,
    document: documentOf(row.document),
    isDemonstration: row.document?.demonstration === true,
    isTainted: (position.flags & TAINTED) !== 0,
    user: userOf(position, now),
    attester: position.attester,
    registered: {
      by: row.registrant ?? position.owner,
      at: position.registeredAt,
      block: position.registeredBlock,
      transaction: position.registeredTransaction,
    },
  }
}

function documentOf(document: Record<string, unknown> | null): PositionFacts['document'] {
  const text = (field: string) => (typeof document?.[field] === 'string' ? document[field] : undefined)
  const name = text('name')
  const hardware = text('hardware')
  if (name === undefined || hardware === undefined) return undefined
  return { name, hardware, operator: text('operator'), note: text('note') }
}

/** A term beyond what a Date holds is as good as endless. */
const LAST_SECOND = 8.64e12

function userOf(
  row: Pick<typeof positions.$inferSelect, 'user' | 'userExpires'>,
  now: Date,
): PositionFacts['user'] {
  if (row.user === null) return undefined
  const seconds = Number(row.userExpires)
  const expiresAt = new Date(Math.min(seconds, LAST_SECOND) * 1000)
  return { address: row.user, expiresAt, isRunning: expiresAt >= now }
}

/** Sales of a position, newest first. */
export async function salesOfPosition(db: Queryable, id: number): Promise<PositionSale[]> {
  const rows = await db
    .select({
      block: sales.blockNumber,
      logIndex: sales.logIndex,
      at: sales.time,
      transaction: sales.transactionHash,
      seller: sales.seller,
      buyer: sales.buyer,
      price: sales.price,
      fee: sales.fee,
    })
    .from(sales)
    .where(eq(sales.positionId, id))
    .orderBy(desc(sales.blockNumber), desc(sales.logIndex))
    .limit(100)
  const marks = await marksOfSales(
    db,
    rows.map(({ block }) => block),
  )
  return rows.map(({ block, logIndex, ...sale }) => ({
    ...sale,
    marks: marks.get(saleKey({ block, logIndex, position: id })) ?? [],
  }))
}

/** Everything that happened to a position, from its device's proof on, oldest first. */
export async function provenanceOf(
  db: Queryable,
  position: Pick<PositionFacts, 'id' | 'deviceId'>,
): Promise<ProvenanceStep[]> {
  const [proofs, reports, events] = await Promise.all([
    db
      .select({ at: registrations.attestedAt, owner: registrations.owner, attester: registrations.attester })
      .from(registrations)
      .where(and(eq(registrations.deviceId, position.deviceId), eq(registrations.status, 'attested')))
      .orderBy(asc(registrations.attestedAt))
      .limit(1),
    db
      .select({ at: heartbeats.receivedAt })
      .from(heartbeats)
      .where(eq(heartbeats.deviceId, position.deviceId))
      .orderBy(asc(heartbeats.at))
      .limit(1),
    db
      .select()
      .from(ledger)
      .where(eq(ledger.positionId, position.id))
      .orderBy(asc(ledger.blockNumber), asc(ledger.logIndex))
      .limit(500),
  ])
  const offChain = {
    transaction: undefined,
    block: undefined,
    counterparty: undefined,
    price: undefined,
    data: {},
  }
  return [
    ...proofs.flatMap(({ at, owner, attester }) =>
      at ? [{ ...offChain, kind: 'proven', at, account: owner, counterparty: attester ?? undefined }] : [],
    ),
    ...reports.map(({ at }) => ({ ...offChain, kind: 'first_report', at, account: undefined })),
    ...events.map((event) => ({
      kind: event.kind,
      at: event.time,
      transaction: event.transactionHash,
      block: event.blockNumber,
      account: event.account ?? undefined,
      counterparty: event.counterparty ?? undefined,
      price: event.price ?? undefined,
      data: event.data,
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** When a device last reported, and its uptime over the days that are summed; undefined if it never did. */
export async function reportsOf(db: Queryable, deviceId: `0x${string}`): Promise<DeviceReports | undefined> {
  const [newest] = await db
    .select({ last: max(heartbeats.at) })
    .from(heartbeats)
    .where(eq(heartbeats.deviceId, deviceId))
  const [summed] = await db
    .select({
      days: sql<number>`count(*)::int`,
      seconds: sql<number>`coalesce(sum(${heartbeatDays.uptimeSeconds}), 0)::float8`,
    })
    .from(heartbeatDays)
    .where(eq(heartbeatDays.deviceId, deviceId))
  if (!newest?.last) return undefined
  const days = summed?.days ?? 0
  return {
    last: newest.last,
    days,
    uptimeShare: days > 0 ? (summed?.seconds ?? 0) / (days * 86_400) : undefined,
  }
}

/** Reward and cost per node by month: of the operator whose published figures stand for it, else of the network. */
export async function rewardHistory(
  db: Queryable,
  network: PositionFacts['network'],
  operator: string | null,
): Promise<RewardHistory | undefined> {
  if (operator !== null) {
    const rows = await db
      .select()
      .from(operatorMonths)
      .where(eq(operatorMonths.operator, operator))
      .orderBy(asc(operatorMonths.month))
    return historyOf(
      { kind: 'operator', name: operator },
      rows.map((row) => ({
        month: row.month,
        reward: Number(row.rewardsUsd) / row.nodes,
        cost: row.costUsdPerNode === null ? undefined : Number(row.costUsdPerNode),
        source: row.source,
      })),
    )
  }
  const rows = await db
    .select()
    .from(networkMonths)
    .where(eq(networkMonths.network, network.slug))
    .orderBy(asc(networkMonths.month))
  return historyOf(
    { kind: 'network', name: network.name },
    rows.map((row) => ({
      month: row.month,
      reward:
        row.rewardsUsd !== null && row.activeNodes ? Number(row.rewardsUsd) / row.activeNodes : undefined,
      cost: undefined,
      source: row.source,
    })),
  )
}

function historyOf(
  basis: RewardHistory['basis'],
  rows: (RewardHistory['months'][number] & { source: string })[],
): RewardHistory | undefined {
  if (!rows.some(({ reward }) => reward !== undefined)) return undefined
  return {
    basis,
    months: rows.map(({ source: _, ...month }) => month),
    sources: [...new Set(rows.map(({ source }) => source))],
  }
}
