import { type Address, createPublicClient, http, zeroAddress } from 'viem'
import type { Deployment } from '@/lib/chain/deployment'
import { fromShortString } from '@/lib/chain/ids'
import { chainOf } from '@/lib/chain/public-client'
import type { World } from './world'

export function createTrueClient(rpcUrl: string, deployment: Deployment) {
  return createPublicClient({
    chain: chainOf(deployment, rpcUrl),
    transport: http(rpcUrl, { batch: { batchSize: 200 }, timeout: 60_000 }),
  })
}

type Client = ReturnType<typeof createTrueClient>

const lower = (address: Address) => address.toLowerCase() as Address
const orNull = (address: Address) => (address === zeroAddress ? null : lower(address))

/** Every position as the contract answers for it. */
export async function readTruePositions(client: Client, { contracts }: World) {
  const supply = Number(await client.readContract({ ...contracts.positions, functionName: 'totalSupply' }))
  return Promise.all(
    Array.from({ length: supply }, async (_, index) => {
      const id = BigInt(index + 1)
      const [owner, position, stateHash, approved, userExpires] = await Promise.all([
        client.readContract({ ...contracts.positions, functionName: 'ownerOf', args: [id] }),
        client.readContract({ ...contracts.positions, functionName: 'positionOf', args: [id] }),
        client.readContract({ ...contracts.positions, functionName: 'stateHash', args: [id] }),
        client.readContract({ ...contracts.positions, functionName: 'getApproved', args: [id] }),
        client.readContract({ ...contracts.positions, functionName: 'userExpires', args: [id] }),
      ])
      return {
        id: Number(id),
        owner: lower(owner),
        deviceId: position.deviceId,
        network: fromShortString(position.network),
        model: fromShortString(position.model),
        metadataHash: position.metadata,
        ownershipNonce: Number(position.ownershipNonce),
        flags: position.flags,
        userExpires,
        stateHash,
        approved: orNull(approved),
      }
    }),
  )
}

/** What every actor holds, allows, approves, and where their counters stand. */
export async function readTrueAccounts(client: Client, { contracts, deployment, actors }: World) {
  const others = [deployment.seaport, ...actors]
  return Promise.all(
    [...actors, deployment.fee.recipient].map(async (account) => {
      const [balance, counter, allowances, operators] = await Promise.all([
        client.readContract({ ...contracts.dollar, functionName: 'balanceOf', args: [account] }),
        client.readContract({ ...contracts.seaport, functionName: 'getCounter', args: [account] }),
        Promise.all(
          others.map((other) =>
            client.readContract({ ...contracts.dollar, functionName: 'allowance', args: [account, other] }),
          ),
        ),
        Promise.all(
          others.map((other) =>
            client.readContract({
              ...contracts.positions,
              functionName: 'isApprovedForAll',
              args: [account, other],
            }),
          ),
        ),
      ])
      return {
        account: lower(account),
        balance,
        counter,
        allowances: Object.fromEntries(others.map((other, index) => [lower(other), allowances[index] ?? 0n])),
        operators: Object.fromEntries(
          others.map((other, index) => [lower(other), operators[index] === true]),
        ),
      }
    }),
  )
}
