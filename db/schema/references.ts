import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import type { WashMark } from '@/lib/market/reference-price/sale'
import { sales } from './chain'
import { hash32, isHash, moment, uint256 } from './columns'

/**
 * Why a sale is left out of reference prices; the worker finds it, and it goes with its sale when the block goes.
 * A sale may fail more than one test.
 */
export const saleMarks = pgTable(
  'sale_marks',
  {
    blockNumber: bigint({ mode: 'number' }).notNull(),
    logIndex: integer().notNull(),
    positionId: bigint({ mode: 'number' }).notNull(),
    test: text().$type<WashMark['test']>().notNull(),
    /** the accounts or sales that show it */
    mark: jsonb().$type<WashMark>().notNull(),
    foundAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.blockNumber, t.logIndex, t.positionId, t.test] }),
    foreignKey({
      name: 'sale_marks_sale',
      columns: [t.blockNumber, t.logIndex, t.positionId],
      foreignColumns: [sales.blockNumber, sales.logIndex, sales.positionId],
    }).onDelete('cascade'),
    check('sale_marks_test', sql`${t.test} in ('self-fill','round-trip','funding-link')`),
  ],
)

/** What it takes to move a reference price by a share. Dollars. */
export type KeptCost = {
  targetUsd: number
  atUsd: number
  sales: number
  accounts: number
  positions: number
  undetectedUsd: number
  capitalUsd: number
  honestUsd: number
}

/** What is paid for a dollar of value, by the valuation model whose receipts it is measured by. */
export type KeptShareOfValue = {
  model: string
  share: number
  low: number
  high: number
  sales: number
  effectiveSales: number
  costUp: KeptCost | null
  costDown: KeptCost | null
}

/**
 * Reference prices, one row a position, model or network that was ever sold, and one of all; no price where the sales do
 * not carry one, and none of all, whose dollars have no median worth knowing.
 */
export const referencePrices = pgTable(
  'reference_prices',
  {
    scope: text().$type<'position' | 'model' | 'network' | 'all'>().notNull(),
    /** a position's number, `network/model`, a network's slug, or “all” */
    subject: text().notNull(),
    /** cents; null below the least number of clean sales */
    price: bigint({ mode: 'bigint' }),
    low: bigint({ mode: 'bigint' }),
    high: bigint({ mode: 'bigint' }),
    /** clean sales it rests on, marked sales it leaves out, and how many equal sales the weights are worth */
    sales: integer().notNull(),
    leftOut: integer().notNull(),
    effectiveSales: doublePrecision().notNull(),
    /** by 5 % up and down; null without a price */
    costUp: jsonb().$type<KeptCost>(),
    costDown: jsonb().$type<KeptCost>(),
    /** null where too few clean sales have a receipt to measure them by */
    shareOfValue: jsonb().$type<KeptShareOfValue>(),
    /** clean sales without such a receipt */
    unvalued: integer().notNull().default(0),
    /** first-digit, size-rounding and tail test; null below two hundred sales, and of anything but a network */
    sizeTests: jsonb().$type<Record<string, unknown>>(),
    /** of the newest sale in it */
    newestSale: moment().notNull(),
    computedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scope, t.subject] }),
    check('reference_prices_scope', sql`${t.scope} in ('position','model','network','all')`),
    check('reference_prices_figures', sql`num_nulls(${t.price}, ${t.low}, ${t.high}) in (0, 3)`),
    check('reference_prices_interval', sql`${t.low} <= ${t.price} and ${t.price} <= ${t.high}`),
  ],
)

/** What a listing below its value's median was found to be worth in the scenarios of its valuation. */
export const prospects = pgTable(
  'prospects',
  {
    orderHash: hash32().primaryKey(),
    positionId: bigint({ mode: 'number' }).notNull(),
    /** of the valuation it was computed from */
    inputsHash: hash32().notNull(),
    /** dollar-token base units, fees included */
    price: uint256().notNull(),
    /** of the realised present value, cents */
    p25: bigint({ mode: 'bigint' }).notNull(),
    /** mean of what is lost against the price in the worst twentieth of scenarios, cents */
    shortfall: bigint({ mode: 'bigint' }).notNull(),
    /** share of scenarios that end below the price */
    lossChance: doublePrecision().notNull(),
    /** value less price over shortfall */
    score: doublePrecision().notNull(),
    /** what would make the price the value; null: no figure does. Rewards and hardware as shares of what is assumed */
    impliedRewards: doublePrecision(),
    impliedSalvage: doublePrecision(),
    impliedGrowth: doublePrecision(),
    impliedReturn: doublePrecision(),
    /** beside the growth and the return that the valuation assumes */
    assumedGrowth: doublePrecision().notNull(),
    assumedReturn: doublePrecision().notNull(),
    computedAt: moment().notNull(),
  },
  (t) => [
    index().on(t.positionId),
    isHash('prospects_order', t.orderHash),
    isHash('prospects_inputs', t.inputsHash),
    check('prospects_chance', sql`${t.lossChance} between 0 and 1`),
  ],
)

/** Float listed against demand, by network and hour; the newest row is now. */
export const supplySqueezes = pgTable(
  'supply_squeezes',
  {
    network: text().notNull(),
    /** start of the hour */
    at: moment().notNull(),
    /** positions of the network, and how many of them could be bought */
    supply: integer().notNull(),
    listed: integer().notNull(),
    /** accounts with an offer of the value's median or more that could be taken, clean sales in thirty days, accounts that watch */
    bidders: integer().notNull(),
    sales: integer().notNull(),
    watchers: integer().notNull(),
    /** demand for each listing; null where nothing is listed */
    pressure: doublePrecision(),
    isSqueezed: boolean().notNull(),
    /** when the squeeze began; null outside of one */
    since: moment(),
    computedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.network, t.at] }),
    check('supply_squeezes_since', sql`${t.isSqueezed} = (${t.since} is not null)`),
  ],
)
