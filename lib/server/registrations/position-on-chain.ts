import { BaseError, ContractFunctionRevertedError } from 'viem'
import { devicePositionsAbi as abi } from '@/lib/chain/abi/generated/devicePositions'
import { NotFoundError } from '@/lib/core/errors'
import type { ServerContext } from '../context'

/** Owner, device and nonce of a position, and who uses it, as the chain has them now. @throws NotFoundError */
export async function positionOnChain(
  { client, deployment }: Pick<ServerContext, 'client' | 'deployment'>,
  positionId: number,
) {
  const contract = { address: deployment.positions, abi } as const
  const args = [BigInt(positionId)] as const
  try {
    const [owner, position, user] = await Promise.all([
      client.readContract({ ...contract, functionName: 'ownerOf', args }),
      client.readContract({ ...contract, functionName: 'positionOf', args }),
      client.readContract({ ...contract, functionName: 'userOf', args }),
    ])
    const { deviceId } = position
    const nonce = await client.readContract({ ...contract, functionName: 'deviceNonce', args: [deviceId] })
    return { owner, deviceId, nonce, user }
  } catch (error) {
    if (error instanceof BaseError && error.walk((cause) => cause instanceof ContractFunctionRevertedError))
      throw new NotFoundError(`There is no position ${positionId}.`, { cause: error })
    throw error
  }
}
