import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import { address, hash32, isAddress, isHash, moment, uint256 } from './columns'

/*
 * Everything here is derived from the chain, written by lib/indexer alone, and rolled back with its block:
 *   - append-only tables reference blocks(number) ON DELETE CASCADE;
 *   - tables that are updated in place carry a trigger which keeps each before-image in `undo_journal`.
 * One database serves one chain (`chain_meta`).
 */

export const chainMeta = pgTable(
  'chain_meta',
  {
    id: boolean().primaryKey().default(true),
    chainId: integer().notNull(),
    genesisHash: hash32().notNull(),
    positionsAddress: address().notNull(),
    /** first block the indexer reads */
    startBlock: bigint({ mode: 'number' }).notNull(),
    /** last block that can no longer be undone; it never goes back. Headers and journal cover every block after it */
    finalizedBlock: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [check('chain_meta_one_row', sql`${t.id}`)],
)

/** Headers of the blocks read: all within finality, and any with events before that. */
export const blocks = pgTable(
  'blocks',
  {
    number: bigint({ mode: 'number' }).primaryKey(),
    hash: hash32().notNull().unique(),
    parentHash: hash32().notNull(),
    time: moment().notNull(),
    /** false: no row hangs on it, so that the header can be dropped once the block is final */
    eventful: boolean().notNull(),
  },
  (t) => [
    index('blocks_empty').on(t.number).where(sql`not ${t.eventful}`),
    isHash('blocks_hash', t.hash),
    isHash('blocks_parent_hash', t.parentHash),
  ],
)

const blockNumber = () =>
  bigint({ mode: 'number' })
    .notNull()
    .references(() => blocks.number, { onDelete: 'cascade' })

/** The public record: one row a decoded event, in chain order. */
export const ledger = pgTable(
  'ledger',
  {
    blockNumber: blockNumber(),
    logIndex: integer().notNull(),
    transactionHash: hash32().notNull(),
    time: moment().notNull(),
    /** registered | reassigned | user_set | flags_set | transferred | approved_all | order_filled | order_cancelled | order_validated | counter_moved | reward_claimed */
    kind: text().notNull(),
    positionId: bigint({ mode: 'number' }),
    /** the account it happened to or that did it: minter, seller, canceller */
    account: address(),
    /** the other side: new owner, buyer, operator */
    counterparty: address(),
    orderHash: hash32(),
    /** total paid by the buyer in dollar-token base units, fees included */
    price: uint256(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.blockNumber, t.logIndex] }),
    index().on(t.positionId, t.blockNumber),
    index().on(t.account, t.blockNumber),
    index().on(t.kind, t.blockNumber),
    // found by how they begin, too: search from anywhere
    index().on(t.transactionHash.op('text_pattern_ops')),
    index('ledger_account_prefix').on(t.account.op('text_pattern_ops')),
    index('ledger_counterparty_prefix').on(t.counterparty.op('text_pattern_ops')),
    // the record is read newest first, together with orders and claims
    index().on(t.time),
    check(
      'ledger_kind',
      sql`${t.kind} in ('registered','reassigned','user_set','flags_set','transferred','approved_all','order_filled','order_cancelled','order_validated','counter_moved','reward_claimed')`,
    ),
  ],
)

/** A position bought through Seaport for the dollar token: one row a position and fill. */
export const sales = pgTable(
  'sales',
  {
    blockNumber: blockNumber(),
    logIndex: integer().notNull(),
    positionId: bigint({ mode: 'number' }).notNull(),
    transactionHash: hash32().notNull(),
    time: moment().notNull(),
    orderHash: hash32().notNull(),
    seller: address().notNull(),
    buyer: address().notNull(),
    /** what the buyer paid, fees included */
    price: uint256().notNull(),
    /** what went to others than the seller */
    fee: uint256().notNull(),
    /** network the device worked for when it was sold */
    network: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.blockNumber, t.logIndex, t.positionId] }),
    index().on(t.positionId, t.blockNumber),
    index().on(t.network, t.blockNumber),
    check('sales_fee', sql`${t.fee} >= 0 and ${t.fee} <= ${t.price}`),
  ],
)

/** Every movement of the dollar token between two accounts, payments of sales included; mints come from the zero address. */
export const dollarTransfers = pgTable(
  'dollar_transfers',
  {
    blockNumber: blockNumber(),
    logIndex: integer().notNull(),
    transactionHash: hash32().notNull(),
    time: moment().notNull(),
    sender: address().notNull(),
    recipient: address().notNull(),
    amount: uint256().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.blockNumber, t.logIndex] }),
    index().on(t.recipient, t.time),
    index().on(t.time),
  ],
)

/** What Seaport said of an order hash, whether we hold the order or not. */
export const orderEvents = pgTable(
  'order_events',
  {
    blockNumber: blockNumber(),
    logIndex: integer().notNull(),
    orderHash: hash32().notNull(),
    kind: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.blockNumber, t.logIndex] }),
    index().on(t.orderHash),
    check('order_events_kind', sql`${t.kind} in ('filled','cancelled','validated')`),
  ],
)

/** Positions as the chain has them at the head that was read. Undo-journalled. */
export const positions = pgTable(
  'positions',
  {
    id: bigint({ mode: 'number' }).primaryKey(),
    deviceId: hash32().notNull().unique(),
    keyType: text().notNull(),
    keyX: hash32().notNull(),
    keyY: hash32().notNull(),
    owner: address().notNull(),
    network: text().notNull(),
    model: text().notNull(),
    /** H3 index, resolution 5, 15 hex digits; NULL where place does not matter. The contract takes any uint64 */
    cell: text(),
    placeCommitment: hash32(),
    metadataHash: hash32().notNull(),
    ownershipNonce: bigint({ mode: 'number' }).notNull(),
    /** ERC-4907 user as stored, not yet judged by time; NULL is the zero address */
    user: address(),
    /** Unix seconds, 0 for none; a whole uint64, which neither a JS number nor an int8 holds */
    userExpires: uint256().notNull(),
    /** uint32; bit 0: tainted */
    flags: bigint({ mode: 'number' }).notNull(),
    stateHash: hash32().notNull(),
    attester: address().notNull(),
    registeredBlock: bigint({ mode: 'number' }).notNull(),
    registeredTransaction: hash32().notNull(),
    registeredAt: moment().notNull(),
  },
  (t) => [
    index().on(t.owner, t.id),
    index().on(t.network, t.id),
    check('positions_key_type', sql`${t.keyType} in ('secp256k1','p256')`),
    check('positions_cell', sql`${t.cell} ~ '^[0-9a-f]{15,16}$'`),
    isAddress('positions_owner', t.owner),
    isHash('positions_state_hash', t.stateHash),
  ],
)

/** ERC-721 operator approvals of position owners (true rows only matter for Seaport). Undo-journalled. */
export const operatorApprovals = pgTable(
  'operator_approvals',
  { owner: address().notNull(), operator: address().notNull(), approved: boolean().notNull() },
  (t) => [primaryKey({ columns: [t.owner, t.operator] })],
)

/** ERC-721 single-token approvals; cleared by transfer. Undo-journalled. */
export const tokenApprovals = pgTable('token_approvals', {
  positionId: bigint({ mode: 'number' }).primaryKey(),
  approved: address().notNull(),
})

/** Dollar-token balances. Undo-journalled. */
export const balances = pgTable(
  'balances',
  { account: address().primaryKey(), amount: uint256().notNull() },
  (t) => [check('balances_amount', sql`${t.amount} >= 0`)],
)

/** Dollar-token allowances. Undo-journalled. */
export const allowances = pgTable(
  'allowances',
  { owner: address().notNull(), spender: address().notNull(), amount: uint256().notNull() },
  (t) => [primaryKey({ columns: [t.owner, t.spender] }), check('allowances_amount', sql`${t.amount} >= 0`)],
)

/** Seaport counters that have moved from zero. Undo-journalled. */
export const counters = pgTable('counters', { offerer: address().primaryKey(), counter: uint256().notNull() })

/** Before-images of the tables above, written by triggers, read by a rollback, pruned at finality. */
export const undoJournal = pgTable(
  'undo_journal',
  {
    seq: bigserial({ mode: 'number' }).primaryKey(),
    blockNumber: bigint({ mode: 'number' }).notNull(),
    tableName: text().notNull(),
    /** primary key of the row as a JSON object */
    key: jsonb().notNull(),
    /** the row before the change; NULL when the change inserted it */
    before: jsonb(),
  },
  (t) => [index().on(t.blockNumber)],
)

/** Seaport orders posted to us: immutable as signed. */
export const orders = pgTable(
  'orders',
  {
    hash: hash32().primaryKey(),
    /** listing: offers a position; item_offer: offers dollars for one position */
    kind: text().notNull(),
    offerer: address().notNull(),
    positionId: bigint({ mode: 'number' }).notNull(),
    /** buyer's total in dollar-token base units, fees included */
    price: uint256().notNull(),
    fee: uint256().notNull(),
    startTime: moment().notNull(),
    endTime: moment().notNull(),
    counter: uint256().notNull(),
    zone: address().notNull(),
    /** the state the signer signed; NULL-equivalent orders are marked unbound */
    zoneHash: hash32().notNull(),
    /** false: not bound to the position's state by our zone; shown with a warning */
    bound: boolean().notNull(),
    /** true: the offerer is a contract that judges signatures itself (ERC-1271), so the order is simulated again every few blocks */
    contractSigned: boolean().notNull().default(false),
    signature: text().notNull(),
    /** Seaport OrderComponents, integers as decimal strings */
    components: jsonb().notNull(),
    /** device facts at signing, to say in words what changed since */
    signedState: jsonb().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index().on(t.positionId),
    index().on(t.createdAt),
    index().on(t.offerer.op('text_pattern_ops')),
    index('orders_hash_prefix').on(t.hash.op('text_pattern_ops')),
    check('orders_kind', sql`${t.kind} in ('listing','item_offer')`),
    check('orders_price', sql`${t.price} > 0 and ${t.fee} >= 0 and ${t.fee} < ${t.price}`),
    check('orders_window', sql`${t.startTime} < ${t.endTime}`),
    isHash('orders_hash', t.hash),
    isAddress('orders_offerer', t.offerer),
  ],
)

/**
 * What the chain makes of each order, written in the transaction that applies the block and recomputed after a
 * rollback. Expiry is not here: it is judged on read.
 */
export const orderStates = pgTable(
  'order_states',
  {
    orderHash: hash32()
      .primaryKey()
      .references(() => orders.hash, { onDelete: 'cascade' }),
    status: text().notNull(),
    checkedBlock: bigint({ mode: 'number' }).notNull(),
    /** 1271 offerers: the block at which the order was last simulated */
    simulatedBlock: bigint({ mode: 'number' }),
    /** 1271 offerers: whether that simulation failed; false for keys */
    simulationFailed: boolean().notNull().default(false),
  },
  (t) => [
    index().on(t.status),
    check(
      'order_states_status',
      sql`${t.status} in ('open','filled','cancelled','counter_moved','not_owned','not_approved','no_funds','state_changed','signature_invalid')`,
    ),
  ],
)

export const metadataDocuments = pgTable('metadata_documents', {
  /** keccak256 of the canonical JSON */
  hash: hash32().primaryKey(),
  document: jsonb().$type<Record<string, unknown>>().notNull(),
})
