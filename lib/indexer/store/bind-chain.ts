import type { Hex } from 'viem'
import type { Queryable } from '@/db/client'
import { chainMeta } from '@/db/schema'
import type { Deployment } from '@/lib/chain/deployment'
import { lower } from '../decode/lower'
import { WrongChainError } from '../errors'

/**
 * Ties an empty database to a chain; on any later call checks that it is the same chain and the same contracts.
 * @throws WrongChainError when it is not. Nothing is changed then.
 */
export async function bindChain(
  db: Queryable,
  deployment: Deployment,
  node: { chainId: number; genesisHash: Hex },
): Promise<void> {
  if (node.chainId !== deployment.chainId)
    throw new WrongChainError(
      `The node serves chain ${node.chainId}; the deployment stands on ${deployment.chainId}.`,
    )
  const positionsAddress = lower(deployment.positions)
  const { chainId, startBlock } = deployment
  await db
    .insert(chainMeta)
    .values({
      chainId,
      genesisHash: node.genesisHash,
      positionsAddress,
      startBlock,
      finalizedBlock: startBlock - 1,
    })
    .onConflictDoNothing()
  const [bound] = await db.select().from(chainMeta)
  if (
    !bound ||
    bound.chainId !== chainId ||
    bound.genesisHash !== node.genesisHash ||
    bound.positionsAddress !== positionsAddress
  )
    throw new WrongChainError(
      'The database holds another chain or other contracts than the node and the deployments file. Reset the database or point it at its own chain.',
      {
        details: {
          database: bound && { chainId: bound.chainId, genesisHash: bound.genesisHash },
          node: { chainId, genesisHash: node.genesisHash },
        },
      },
    )
}
