import type { Address } from 'viem'
import type { Deployment } from '@/lib/chain/deployment'
import { explainRevert } from '@/lib/chain/errors/decode-revert'
import type { ChainClient } from '@/lib/chain/public-client'
import { encodeFulfillAdvancedOrder } from '@/lib/chain/seaport/calls'
import { checkSignature } from '@/lib/chain/seaport/check-signature'
import type { SignedOrder } from '@/lib/chain/seaport/order-components'
import { type Failure, HotswapError, UnavailableError } from '@/lib/core/errors'

export type Simulation = { passed: true } | { passed: false; error: Failure }

/**
 * Tries an order on the node without sending anything: Seaport's own check of the signature (keys, ERC-1271, validated
 * orders alike) and, when a fulfiller is named, the whole fill in their name. Call it before a purchase.
 *
 * @param options.fulfiller who would fill; needs funds and approvals as in the real fill
 * @throws UnavailableError when the node does not answer
 * @example
 * const simulation = await simulateOrder(client, deployment, order, { fulfiller: buyer })
 * if (!simulation.passed) return fail(simulation.error)
 */
export async function simulateOrder(
  client: ChainClient,
  deployment: Pick<Deployment, 'seaport'>,
  order: SignedOrder,
  options: { fulfiller?: Address; blockNumber?: bigint } = {},
): Promise<Simulation> {
  const { fulfiller, blockNumber } = options
  try {
    await checkSignature(client, deployment, order, { blockNumber })
    if (fulfiller)
      await client.call({
        account: fulfiller,
        to: deployment.seaport,
        data: encodeFulfillAdvancedOrder(order, { recipient: fulfiller }),
        blockNumber,
      })
    return { passed: true }
  } catch (cause) {
    const error = explainRevert(cause)
    if (error instanceof HotswapError) return { passed: false, error: error.toFailure() }
    throw new UnavailableError('The node could not simulate the order.', { cause })
  }
}
