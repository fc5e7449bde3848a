import canonicalize from 'canonicalize'
import { type Address, type Hex, keccak256, stringToBytes } from 'viem'
import { z } from 'zod'
import { InvalidInputError } from '@/lib/core/errors'
import { accrue } from '@/lib/market/rewards/accrue'
import { addToLeaves, type RewardLeaf, totalOf } from '@/lib/market/rewards/leaves'
import { type RewardFigure, rateOf } from '@/lib/market/rewards/rate'
import type { Tenure } from '@/lib/market/rewards/tenures'
import { rewardTree } from './reward-tree'

const second = z.number().int().nonnegative()
const address = z.string().regex(/^0x[0-9a-f]{40}$/, 'not a lower-case address')
const hash = z.string().regex(/^0x[0-9a-f]{64}$/, 'not a hash')
const units = z.string().regex(/^(0|[1-9]\d{0,77})$/, 'not a whole amount')
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,30}$/)

/**
 * The published file of an epoch: everything its root was made from. Times are Unix seconds, amounts base units of
 * the dollar (10^-6) as decimal text.
 */
export const rewardFileSchema = z
  .strictObject({
    format: z.literal('hotswap-rewards-1').describe('Name and version of this format.'),
    note: z.string().optional().describe('What a reader must know of these amounts before anything else.'),
    chainId: z.number().int().positive(),
    positions: address.describe('The contract whose events say who held what.'),
    distributor: address.describe('The contract the root is published on.'),
    network: slug.describe('Slug of the network.'),
    from: second.describe('First second of the epoch: the end of the one before.'),
    epoch: second.describe('Second at which the epoch ends; it is not part of it.'),
    block: z
      .strictObject({ number: z.number().int().nonnegative(), hash, time: second })
      .describe('A final block at or after the end: events of the epoch stand at or below it.'),
    previous: z
      .strictObject({ epoch: second, root: hash })
      .nullable()
      .describe('The epoch these sums add to; null for the network’s first.'),
    figures: z
      .array(
        z.strictObject({
          basis: z.enum(['operator', 'network']).describe('Whose mean node it is.'),
          of: z.string(),
          month: z.string().regex(/^\d{4}-\d{2}$/),
          rewardsUsd: z.string().describe('Dollars in that month, as published.'),
          nodes: z.string().describe('Nodes they were earned with.'),
          source: z.string(),
        }),
      )
      .describe('Published figures the rewards rest on.'),
    tenures: z
      .array(
        z.strictObject({
          position: z.number().int().positive(),
          account: address,
          from: second,
          to: second,
          figure: z
            .number()
            .int()
            .nonnegative()
            .nullable()
            .describe('Which of `figures`, counted from 0; null where none is known, and nothing earned.'),
          earned: units,
        }),
      )
      .describe('Who held which position when, and what it earned.'),
    leaves: z
      .array(
        z.strictObject({
          position: z.number().int().positive(),
          account: address,
          before: units.describe('Sum at the end of the epoch before: its leaf.'),
          cumulative: units.describe('Sum at the end of this one: the leaf of `root`.'),
        }),
      )
      .min(1),
    total: units.describe('Sum of the leaves.'),
    root: hash.describe(
      'Of an OpenZeppelin StandardMerkleTree of (bytes32 network, address account, uint256 position, uint256 cumulative).',
    ),
  })
  .meta({
    id: 'RewardFile',
    description:
      'What a root of rewards was made from, in canonical JSON (RFC 8785). Times are Unix seconds, amounts millionths of a dollar token.',
  })

export type RewardFile = z.output<typeof rewardFileSchema>

export type RewardFileInput = {
  chainId: number
  positions: string
  distributor: string
  note?: string | undefined
  network: string
  from: number
  epoch: number
  block: RewardFile['block']
  previous: (RewardFile['previous'] & { leaves: readonly RewardLeaf[] }) | null
  /** of this network alone, within the epoch, in the order of `tenuresBetween` */
  tenures: readonly Tenure[]
  figureOf: (positionId: number) => RewardFigure | undefined
}

/**
 * Makes the file of an epoch. Pure: the same input gives the same bytes. Tenures without a figure earn nothing and
 * say so; undefined when nobody ever earned anything.
 */
export function makeRewardFile(input: RewardFileInput): RewardFile | undefined {
  const figures: RewardFigure[] = []
  const indexes = new Map<string, number>()
  const indexOf = (tenure: Tenure) => {
    const figure = input.figureOf(tenure.positionId)
    if (!figure) return null
    const key = `${figure.basis} ${figure.of}`
    const index = indexes.get(key) ?? figures.push(figure) - 1
    indexes.set(key, index)
    return index
  }
  const figureAt = input.tenures.map(indexOf)
  const placeOf = new Map(input.tenures.map((tenure, place) => [tenure, place]))
  const rates = figures.map(rateOf)
  const accruals = accrue(input.tenures, (tenure) => {
    const index = figureAt[placeOf.get(tenure) ?? -1]
    return (index !== undefined && index !== null && rates[index]) || 0n
  })
  const leaves = addToLeaves(input.previous?.leaves ?? [], accruals)
  if (leaves.length === 0) return undefined
  const { chainId, network, from, epoch, block, previous } = input
  return {
    format: 'hotswap-rewards-1',
    ...(input.note !== undefined && { note: input.note }),
    chainId,
    positions: input.positions.toLowerCase(),
    distributor: input.distributor.toLowerCase(),
    network,
    from,
    epoch,
    block,
    previous: previous && { epoch: previous.epoch, root: previous.root },
    figures,
    tenures: accruals.map(({ positionId, account, from, to, earned }, place) => ({
      position: positionId,
      account,
      from,
      to,
      figure: figureAt[place] ?? null,
      earned: earned.toString(),
    })),
    leaves: leaves.map(({ positionId, account, before, cumulative }) => ({
      position: positionId,
      account,
      before: before.toString(),
      cumulative: cumulative.toString(),
    })),
    total: totalOf(leaves).toString(),
    root: rewardTree(network, leaves).root,
  }
}

/** The file as it is published: canonical JSON (RFC 8785), and the hash that stands on chain beside the root. */
export function sealRewardFile(file: RewardFile): { text: string; fileHash: Hex } {
  const text = canonicalize(file)
  if (text === undefined) throw new InvalidInputError('The file is not JSON.')
  return { text, fileHash: keccak256(stringToBytes(text)) }
}

/** @throws InvalidInputError when the text is no reward file */
export function parseRewardFile(text: string): RewardFile {
  try {
    return rewardFileSchema.parse(JSON.parse(text))
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined
    const where = issue ? ` (${issue.path.join('.') || 'the whole'}: ${issue.message})` : ''
    throw new InvalidInputError(`This is no file of rewards${where}.`, { cause })
  }
}

/** The leaves of a file as the tree takes them. */
export function leavesOf(file: Pick<RewardFile, 'leaves'>): (RewardLeaf & { account: Address })[] {
  return file.leaves.map(({ position, account, before, cumulative }) => ({
    positionId: position,
    account: account as Address,
    before: BigInt(before),
    cumulative: BigInt(cumulative),
  }))
}
