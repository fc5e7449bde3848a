import { type Address, getAbiItem, zeroAddress } from 'viem'
import { devicePositionsAbi as abi } from '@/lib/chain/abi/generated/devicePositions'
import { fromShortString } from '@/lib/chain/ids'
import type { ChainClient } from '@/lib/chain/public-client'
import type { TenureChange } from '@/lib/market/rewards/tenures'

const events = [
  getAbiItem({ abi, name: 'Transfer' }),
  getAbiItem({ abi, name: 'DeviceRegistered' }),
  getAbiItem({ abi, name: 'DeviceReassigned' }),
] as const

/** Blocks asked for at once: public nodes refuse more. */
const STEP = 2_000n

/** Everything the positions contract's events say of who held what where, up to a block, in the order of the chain. */
export async function readTenureChanges(
  client: Pick<ChainClient, 'getLogs' | 'getBlock'>,
  positions: Address,
  untilBlock: number,
): Promise<TenureChange[]> {
  const changes: TenureChange[] = []
  const times = new Map<bigint, number>()
  for (let from = 0n; from <= BigInt(untilBlock); from += STEP) {
    const last = from + STEP - 1n
    const toBlock = last < BigInt(untilBlock) ? last : BigInt(untilBlock)
    const logs = await client.getLogs({ address: positions, events, fromBlock: from, toBlock, strict: true })
    for (const log of logs) {
      const time = times.get(log.blockNumber)
      const at = time ?? Number((await client.getBlock({ blockNumber: log.blockNumber })).timestamp)
      times.set(log.blockNumber, at)
      const positionId = Number(log.args.tokenId)
      if (log.eventName === 'Transfer') {
        // a mint is told by the registration that follows it
        if (log.args.from !== zeroAddress) changes.push({ positionId, at, owner: log.args.to.toLowerCase() })
      } else {
        const network = fromShortString(log.args.network)
        const owner = log.eventName === 'DeviceRegistered' ? log.args.owner.toLowerCase() : undefined
        changes.push({ positionId, at, network, ...(owner !== undefined && { owner }) })
      }
    }
  }
  return changes
}
