import type { Hex } from 'viem'
import { devicePositionsAbi as abi } from '@/lib/chain/abi/generated/devicePositions'
import type { ServerContext } from '../../context'

/** Questions put to the node at once. */
const AT_ONCE = 50

/** The positions that devices have on chain now; a device without one is left out. */
export async function registeredOnChain(
  { client, deployment }: Pick<ServerContext, 'client' | 'deployment'>,
  devices: readonly Hex[],
): Promise<Map<Hex, number>> {
  const found = new Map<Hex, number>()
  const contract = { address: deployment.positions, abi, functionName: 'tokenOfDevice' } as const
  for (let at = 0; at < devices.length; at += AT_ONCE)
    await Promise.all(
      devices.slice(at, at + AT_ONCE).map(async (device) => {
        const position = await client.readContract({ ...contract, args: [device] })
        if (position !== 0n) found.set(device, Number(position))
      }),
    )
  return found
}
