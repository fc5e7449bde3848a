import type { Address } from 'viem'
import { zeroHash } from 'viem'
import { rewardDistributorAbi as abi } from '@/lib/chain/abi/generated/rewardDistributor'
import { toShortString } from '@/lib/chain/ids'
import type { ChainClient } from '@/lib/chain/public-client'
import { tenuresBetween } from '@/lib/market/rewards/tenures'
import { readTenureChanges } from './read-tenure-changes'
import { leavesOf, makeRewardFile, parseRewardFile, type RewardFile, sealRewardFile } from './reward-file'
import { rewardTree } from './reward-tree'

export type RewardCheck =
  | { ok: true; file: RewardFile /** whether this root stands on the chain */; isPublished: boolean }
  | { ok: false; file: RewardFile; difference: string }

/**
 * Recomputes a published file from the chain: who held what from the positions contract's events, what it earned from
 * the file's figures, the root from the leaves; and holds the root, the one before and the hash of the file to what the
 * distributor was told. The figures themselves are the file's word; each names its source.
 *
 * @returns the first difference in words
 * @throws InvalidInputError when the text is no such file
 */
export async function checkRewardFile(
  client: Pick<ChainClient, 'getLogs' | 'getBlock' | 'getChainId' | 'readContract' | 'getContractEvents'>,
  text: string,
): Promise<RewardCheck> {
  const file = parseRewardFile(text)
  const differs = (difference: string): RewardCheck => ({ ok: false, file, difference })

  const chainId = await client.getChainId()
  if (chainId !== file.chainId)
    return differs(`The file is of chain ${file.chainId}, the node of ${chainId}.`)
  const block = await client.getBlock({ blockNumber: BigInt(file.block.number) }).catch(() => undefined)
  if (block?.hash !== file.block.hash)
    return differs(
      `The chain’s block ${file.block.number} is ${block?.hash ?? 'missing'}, the file’s ${file.block.hash}.`,
    )
  if (Number(block.timestamp) !== file.block.time || file.block.time < file.epoch)
    return differs(
      `Block ${file.block.number} is of second ${block.timestamp}, before the epoch’s end or not as the file says.`,
    )

  const leaves = leavesOf(file)
  const distributor = { address: file.distributor as Address, abi } as const
  const slug = toShortString(file.network)
  const rootAt = (epoch: number) =>
    client.readContract({ ...distributor, functionName: 'rootOf', args: [slug, BigInt(epoch)] })
  if (file.previous) {
    const standing = await rootAt(file.previous.epoch)
    if (standing !== file.previous.root)
      return differs(`The chain’s root of the epoch before (${file.previous.epoch}) is ${standing}.`)
    const before = leaves.filter((leaf) => leaf.before > 0n)
    const root = rewardTree(
      file.network,
      before.map((leaf) => ({ ...leaf, cumulative: leaf.before })),
    ).root
    if (root !== file.previous.root)
      return differs(
        'The sums the file starts from are not those of the epoch before: their root is another.',
      )
    if (file.from !== file.previous.epoch)
      return differs('The epoch does not start where the one before ended.')
  } else {
    const grown = leaves.find((leaf) => leaf.before > 0n)
    if (grown)
      return differs(
        `A first epoch starts from nothing, yet position ${grown.positionId} starts with ${grown.before}.`,
      )
  }

  const again = await remake(client, file, leaves)
  const difference = again ? firstDifference(file, again) : 'By the chain nobody earned anything.'
  if (difference) return differs(difference)

  const standing = await rootAt(file.epoch)
  if (standing !== zeroHash && standing !== file.root)
    return differs(`The chain’s root of epoch ${file.epoch} is ${standing}, the file’s ${file.root}.`)
  if (standing === zeroHash) return { ok: true, file, isPublished: false }
  const hash = await publishedHash(client, file)
  if (hash !== sealRewardFile(file).fileHash)
    return differs(
      `The hash published beside the root is ${hash}, the file’s ${sealRewardFile(file).fileHash}.`,
    )
  return { ok: true, file, isPublished: true }
}

async function remake(
  client: Parameters<typeof readTenureChanges>[0],
  file: RewardFile,
  leaves: ReturnType<typeof leavesOf>,
): Promise<RewardFile | undefined> {
  const changes = await readTenureChanges(client, file.positions as Address, file.block.number)
  // which figure stands for which position is the file's word, like the figures; a position it leaves out is found
  const figures = new Map(
    file.tenures.map(({ position, figure }) => [
      position,
      figure === null ? undefined : file.figures[figure],
    ]),
  )
  return makeRewardFile({
    ...file,
    previous: file.previous && {
      ...file.previous,
      leaves: leaves
        .filter(({ before }) => before > 0n)
        .map((leaf) => ({ ...leaf, cumulative: leaf.before, before: 0n })),
    },
    tenures: tenuresBetween(changes, file.from, file.epoch).filter(({ network }) => network === file.network),
    figureOf: (positionId) => figures.get(positionId),
  })
}

function firstDifference(file: RewardFile, again: RewardFile): string | undefined {
  for (let i = 0; i < Math.max(file.tenures.length, again.tenures.length); i++) {
    const [said, found] = [file.tenures[i], again.tenures[i]]
    if (JSON.stringify(tenureWords(said)) === JSON.stringify(tenureWords(found))) continue
    return `The tenure of position ${(said ?? found)?.position} differs: the file says ${tenureWords(said)}, the chain ${tenureWords(found)}.`
  }
  for (let i = 0; i < Math.max(file.leaves.length, again.leaves.length); i++) {
    const [said, found] = [file.leaves[i], again.leaves[i]]
    const words = (leaf: typeof said) =>
      leaf ? `${leaf.account} from ${leaf.before} to ${leaf.cumulative}` : 'nothing'
    if (said?.position === found?.position && words(said) === words(found)) continue
    return `The sum of position ${(said ?? found)?.position} differs: the file says ${words(said)}, recomputed it is ${words(found)}.`
  }
  if (file.total !== again.total) return `The leaves add up to ${again.total}, not to ${file.total}.`
  if (file.root !== again.root) return `The root of the leaves is ${again.root}, not ${file.root}.`
  return undefined
}

function tenureWords(tenure: RewardFile['tenures'][number] | undefined): string {
  return tenure ? `${tenure.account} from ${tenure.from} to ${tenure.to}, earning ${tenure.earned}` : 'nobody'
}

async function publishedHash(client: Pick<ChainClient, 'getContractEvents'>, file: RewardFile) {
  const events = await client.getContractEvents({
    address: file.distributor as Address,
    abi,
    eventName: 'RootPublished',
    args: { network: toShortString(file.network), epoch: BigInt(file.epoch) },
    fromBlock: BigInt(file.block.number),
    strict: true,
  })
  return events.at(-1)?.args.fileHash
}
