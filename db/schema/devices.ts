import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { address, hash32, isAddress, isHash, moment, uint256 } from './columns'
import { deviceModels } from './networks'

/** A uint128 as devices report it, exact. */
const work = () => numeric({ precision: 39, scale: 0, mode: 'bigint' }).notNull()

/** A registration from challenge to attested claim. What happens on chain afterwards is in `positions`. */
export const registrations = pgTable(
  'registrations',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** who asked, and who will own the position */
    owner: address().notNull(),
    network: text().notNull(),
    model: text().notNull(),
    cell: text(),
    placeCommitment: hash32(),
    metadataHash: hash32().notNull(),
    deadline: moment().notNull(),
    /** challenged → attested (device proof checked, attester signed) */
    status: text().notNull().default('challenged'),
    deviceId: hash32(),
    keyType: text(),
    keyX: hash32(),
    keyY: hash32(),
    deviceSignature: text(),
    attester: address(),
    attesterSignature: text(),
    createdAt: moment().notNull().defaultNow(),
    attestedAt: moment(),
  },
  (t) => [
    index().on(t.owner, t.createdAt),
    index().on(t.deviceId),
    // the model is one of the network's own
    foreignKey({
      name: 'registrations_model',
      columns: [t.network, t.model],
      foreignColumns: [deviceModels.network, deviceModels.slug],
    }),
    check('registrations_key_type', sql`${t.keyType} in ('secp256k1','p256')`),
    // an H3 index at resolution 5
    check('registrations_cell', sql`${t.cell} ~ '^85[0-9a-f]{13}$'`),
    check('registrations_status', sql`${t.status} in ('challenged','attested')`),
    // an attested registration carries every part of the proof, a challenged one none
    check(
      'registrations_proof_complete',
      sql`num_nulls(${t.deviceId},${t.keyType},${t.keyX},${t.keyY},${t.deviceSignature},${t.attester},${t.attesterSignature},${t.attestedAt}) = case ${t.status} when 'attested' then 0 else 8 end`,
    ),
    isAddress('registrations_owner', t.owner),
  ],
)

/**
 * A reassignment from challenge to attested claim: the same device, another network, place or metadata. What
 * happens on chain afterwards is in `positions`.
 */
export const reassignments = pgTable(
  'reassignments',
  {
    id: uuid().primaryKey().defaultRandom(),
    positionId: bigint({ mode: 'number' }).notNull(),
    /** who asked; the owner when the challenge was made, and the only one who can send it */
    owner: address().notNull(),
    network: text().notNull(),
    model: text().notNull(),
    cell: text(),
    placeCommitment: hash32(),
    metadataHash: hash32().notNull(),
    deviceId: hash32().notNull(),
    /** the device's nonce on chain when the challenge was made; a reassignment uses it up */
    nonce: uint256().notNull(),
    deadline: moment().notNull(),
    /** challenged → attested (device proof checked, attester signed) */
    status: text().notNull().default('challenged'),
    keyType: text(),
    keyX: hash32(),
    keyY: hash32(),
    deviceSignature: text(),
    attester: address(),
    attesterSignature: text(),
    createdAt: moment().notNull().defaultNow(),
    attestedAt: moment(),
  },
  (t) => [
    index().on(t.positionId, t.createdAt),
    foreignKey({
      name: 'reassignments_model',
      columns: [t.network, t.model],
      foreignColumns: [deviceModels.network, deviceModels.slug],
    }),
    check('reassignments_key_type', sql`${t.keyType} in ('secp256k1','p256')`),
    check('reassignments_cell', sql`${t.cell} ~ '^85[0-9a-f]{13}$'`),
    check('reassignments_nonce', sql`${t.nonce} > 0`),
    check('reassignments_status', sql`${t.status} in ('challenged','attested')`),
    check(
      'reassignments_proof_complete',
      sql`num_nulls(${t.keyType},${t.keyX},${t.keyY},${t.deviceSignature},${t.attester},${t.attesterSignature},${t.attestedAt}) = case ${t.status} when 'attested' then 0 else 7 end`,
    ),
    isHash('reassignments_device', t.deviceId),
    isAddress('reassignments_owner', t.owner),
  ],
)

/** Accepted heartbeats, partitioned by month of `at` (see the migration). One a device and epoch. */
export const heartbeats = pgTable(
  'heartbeats',
  {
    deviceId: hash32().notNull(),
    /** start of the epoch, a full UTC hour; the partition key */
    at: moment().notNull(),
    uptime: smallint().notNull(),
    work: work(),
    state: smallint().notNull(),
    signature: text().notNull(),
    receivedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.deviceId, t.at] }),
    check('heartbeats_epoch', sql`date_trunc('hour', ${t.at}, 'UTC') = ${t.at}`),
    check('heartbeats_uptime', sql`${t.uptime} between 0 and 3600`),
    check('heartbeats_work', sql`${t.work} >= 0`),
    check('heartbeats_state', sql`${t.state} between 0 and 2`),
    isHash('heartbeats_device', t.deviceId),
  ],
)

/** Evidence: a second, different heartbeat signed by the same device for the same epoch. */
export const heartbeatConflicts = pgTable(
  'heartbeat_conflicts',
  {
    seq: bigserial({ mode: 'number' }).primaryKey(),
    deviceId: hash32().notNull(),
    at: moment().notNull(),
    /** the contradicting report with its signature, as received */
    report: jsonb().notNull(),
    /** keccak256 of report and signature: the same evidence is kept once */
    reportHash: hash32().notNull().unique(),
    receivedAt: moment().notNull().defaultNow(),
  },
  (t) => [index().on(t.deviceId, t.at)],
)

/** Roll-up of heartbeats by UTC day, kept by the worker. */
export const heartbeatDays = pgTable(
  'heartbeat_days',
  {
    deviceId: hash32().notNull(),
    day: date({ mode: 'string' }).notNull(),
    reports: integer().notNull(),
    uptimeSeconds: integer().notNull(),
    work: work(),
  },
  (t) => [
    primaryKey({ columns: [t.deviceId, t.day] }),
    check('heartbeat_days_reports', sql`${t.reports} between 0 and 24`),
    check('heartbeat_days_uptime', sql`${t.uptimeSeconds} between 0 and ${t.reports} * 3600`),
    check('heartbeat_days_work', sql`${t.work} >= 0`),
  ],
)
