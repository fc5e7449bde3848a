import { type Address, type Hex, keccak256, stringToHex, zeroAddress } from 'viem'
import type { Database } from '@/db/client'
import { chainMeta } from '@/db/schema'
import type { Deployment } from '@/lib/chain/deployment'
import type { ChainEvent } from '@/lib/indexer/events'
import type { BlockEvents } from '@/lib/indexer/reduce/state'
import { applyRange } from '@/lib/indexer/store/apply-range'

/** A sale as a test tells it: dollars, and accounts by name. */
export type ToldSale = { position: number; dollars: number; seller: string; buyer: string; network: string }

const word = (text: string): Hex => keccak256(stringToHex(text))
export const accountOf = (name: string): Address => `0x${word(name).slice(26)}`

/**
 * Sales as the indexer records them: one block each, in which the position is registered where it is new, the buyer gets
 * dollars out of nothing and the order is filled. They go through the indexer's own store, in an empty database.
 *
 * @param from time of the first block; the others follow every so many seconds
 */
export async function applySales(
  db: Database,
  deployment: Deployment,
  told: readonly ToldSale[],
  { from, every }: { from: Date; every: number },
): Promise<void> {
  await db.insert(chainMeta).values({
    chainId: deployment.chainId,
    genesisHash: word('block 0'),
    positionsAddress: deployment.positions,
    startBlock: 1,
    finalizedBlock: 0,
  })
  const known = new Set<number>()
  const blocks = told.map((sale, k): BlockEvents => {
    const number = k + 1
    const isNew = !known.has(sale.position)
    known.add(sale.position)
    return {
      header: {
        number,
        hash: word(`block ${number}`),
        parentHash: word(`block ${number - 1}`),
        timestamp: from.getTime() / 1000 + k * every,
        logsBloom: '0x',
        receiptsRoot: '0x',
        transactions: [],
      },
      events: [...(isNew ? registered(number, sale) : []), ...sold(number, deployment, sale, isNew ? 2 : 0)],
    }
  })
  await db.transaction((tx) =>
    applyRange(tx, deployment, {
      expectedTip: undefined,
      ancestor: undefined,
      blocks,
      finalized: blocks.length,
    }),
  )
}

function registered(blockNumber: number, { position, seller, network }: ToldSale): ChainEvent[] {
  const place = { blockNumber, transactionHash: word(`registration ${blockNumber}`) }
  const own = (what: string) => word(`${what} ${position}`)
  const owner = accountOf(seller)
  return [
    { ...place, logIndex: 0, type: 'position_moved', positionId: position, from: zeroAddress, to: owner },
    {
      ...place,
      logIndex: 1,
      type: 'registered',
      positionId: position,
      deviceId: own('device'),
      owner,
      attester: accountOf('attester'),
      keyType: 'secp256k1',
      keyX: own('x'),
      keyY: own('y'),
      network,
      model: 'box-1',
      cell: null,
      placeCommitment: null,
      metadataHash: own('metadata'),
    },
  ]
}

function sold(
  blockNumber: number,
  { positions, dollar, zone }: Deployment,
  { position, dollars, seller: from, buyer: to }: ToldSale,
  first: number,
): ChainEvent[] {
  const [seller, buyer] = [accountOf(from), accountOf(to)]
  const amount = BigInt(dollars) * 1_000_000n
  const funded = { blockNumber, transactionHash: word(`funding ${blockNumber}`) }
  const place = { blockNumber, transactionHash: word(`sale ${blockNumber}`) }
  return [
    { ...funded, logIndex: first, type: 'dollars_moved', from: zeroAddress, to: buyer, amount },
    {
      ...place,
      logIndex: first + 1,
      type: 'order_filled',
      orderHash: word(`order ${blockNumber}`),
      offerer: seller,
      zone,
      recipient: buyer,
      offer: [{ token: positions, identifier: BigInt(position), amount: 1n }],
      consideration: [{ token: dollar, identifier: 0n, amount, recipient: seller }],
    },
    { ...place, logIndex: first + 2, type: 'position_moved', positionId: position, from: seller, to: buyer },
    { ...place, logIndex: first + 3, type: 'dollars_moved', from: buyer, to: seller, amount },
  ]
}
