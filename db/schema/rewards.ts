import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { blocks } from './chain'
import { address, hash32, isAddress, isHash, moment, uint256 } from './columns'

const blockNumber = () =>
  bigint({ mode: 'number' })
    .notNull()
    .references(() => blocks.number, { onDelete: 'cascade' })

/** Roots as the RewardDistributor announced them. Derived from the chain, undone with its block. */
export const rewardRoots = pgTable(
  'reward_roots',
  {
    blockNumber: blockNumber(),
    logIndex: integer().notNull(),
    transactionHash: hash32().notNull(),
    time: moment().notNull(),
    network: text().notNull(),
    /** Unix second at which the epoch ends; a whole uint64 */
    epoch: uint256().notNull(),
    root: hash32().notNull(),
    /** keccak256 of the published file */
    fileHash: hash32().notNull(),
    uri: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.blockNumber, t.logIndex] }), index().on(t.network, t.epoch)],
)

/** Claims as the RewardDistributor paid them. Derived from the chain, undone with its block. */
export const rewardClaims = pgTable(
  'reward_claims',
  {
    blockNumber: blockNumber(),
    logIndex: integer().notNull(),
    transactionHash: hash32().notNull(),
    time: moment().notNull(),
    network: text().notNull(),
    account: address().notNull(),
    /** as the leaf says it; a whole uint256 */
    positionId: uint256().notNull(),
    /** paid by this claim, base units */
    amount: uint256().notNull(),
    /** sum of all claims of the account with the position in the network, this one included */
    cumulative: uint256().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.blockNumber, t.logIndex] }),
    index().on(t.account, t.positionId),
    index().on(t.positionId),
    index().on(t.time),
    check('reward_claims_amount', sql`${t.amount} > 0 and ${t.amount} <= ${t.cumulative}`),
  ],
)

/**
 * The files roots are made from, as they are served: made by the worker from final blocks alone, never changed.
 * A file is published once `reward_roots` has its root.
 */
export const rewardFiles = pgTable(
  'reward_files',
  {
    network: text().notNull(),
    /** Unix second at which the epoch ends */
    epoch: bigint({ mode: 'number' }).notNull(),
    /** Unix second at which it starts: the end of the one before */
    startsAt: bigint({ mode: 'number' }).notNull(),
    root: hash32().notNull(),
    /** keccak256 of `text` */
    fileHash: hash32().notNull(),
    /** canonical JSON (RFC 8785) */
    text: text().notNull(),
    /** sum of its leaves, base units */
    total: uint256().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.network, t.epoch] }),
    check('reward_files_epoch', sql`${t.startsAt} < ${t.epoch}`),
    isHash('reward_files_root', t.root),
    isHash('reward_files_hash', t.fileHash),
  ],
)

/** The leaves of each network's newest file: what every account earned with every position, from the beginning. */
export const rewardLeaves = pgTable(
  'reward_leaves',
  {
    network: text().notNull(),
    positionId: bigint({ mode: 'number' }).notNull(),
    account: address().notNull(),
    /** the file the sum is of */
    epoch: bigint({ mode: 'number' }).notNull(),
    /** base units, up to the end of the epoch */
    cumulative: uint256().notNull(),
    /** the same in the file before: what can be claimed until the newest is published */
    previous: uint256().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.network, t.positionId, t.account] }),
    index().on(t.account),
    index().on(t.positionId),
    isAddress('reward_leaves_account', t.account),
    check(
      'reward_leaves_grow',
      sql`${t.previous} >= 0 and ${t.cumulative} > 0 and ${t.previous} <= ${t.cumulative}`,
    ),
  ],
)
