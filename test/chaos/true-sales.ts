import { type Address, type PublicClient, parseAbi, parseEventLogs } from 'viem'
import type { Deployment } from '@/lib/chain/deployment'
import { seaportAbi } from '@/lib/chain/seaport/abi'

export type TrueSale = {
  transactionHash: string
  positionId: number
  seller: string
  buyer: string
  /** null: the seller paid it to themselves, so that balances do not tell it */
  price: bigint | null
  fee: bigint | null
}

const tokenAbi = parseAbi(['event Transfer(address indexed from, address indexed to, uint256 value)'])
const positionAbi = parseAbi([
  'event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)',
])

/**
 * Sales as the tokens' own transfers tell them, another way than the indexer's, which reads Seaport's items: in a
 * transaction in which Seaport filled orders and a position moved, what left the buyer is the price, and what of it
 * did not reach the seller is the fee.
 */
export async function readTrueSales(client: PublicClient, deployment: Deployment): Promise<TrueSale[]> {
  const range = { fromBlock: 0n, toBlock: 'latest' } as const
  const [seaport, positions, dollar] = await Promise.all(
    [deployment.seaport, deployment.positions, deployment.dollar].map((address) =>
      client.getLogs({ address, ...range }),
    ),
  )
  const filled = new Set(
    parseEventLogs({ abi: seaportAbi, eventName: 'OrderFulfilled', logs: seaport! }).map(
      (log) => log.transactionHash,
    ),
  )
  const moved = parseEventLogs({ abi: positionAbi, logs: positions! }).filter((log) =>
    filled.has(log.transactionHash),
  )
  const paid = parseEventLogs({ abi: tokenAbi, logs: dollar! }).filter((log) =>
    filled.has(log.transactionHash),
  )
  return moved.map(({ transactionHash, args }) => {
    const own = paid.filter((log) => log.transactionHash === transactionHash)
    const net = (account: Address) =>
      own.reduce(
        (sum, { args: { from, to, value } }) =>
          sum + (to === account ? value : 0n) - (from === account ? value : 0n),
        0n,
      )
    const fromOthers = own.filter((log) => log.args.from !== args.from)
    const total = fromOthers.reduce((sum, log) => sum + log.args.value, 0n)
    const tells = fromOthers.length > 0
    return {
      transactionHash,
      positionId: Number(args.tokenId),
      seller: args.from.toLowerCase(),
      buyer: args.to.toLowerCase(),
      price: tells ? total : null,
      fee: tells ? total - net(args.from) : null,
    }
  })
}
