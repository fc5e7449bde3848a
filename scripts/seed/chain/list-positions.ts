import { and, eq, inArray } from 'drizzle-orm'
import { latestValuations } from '@/db/queries/valuations'
import { operatorApprovals, orders } from '@/db/schema'
import { orderFromJson } from '@/lib/chain/seaport/order-components'
import { orderTypedData } from '@/lib/chain/seaport/order-typed-data'
import { postOrder } from '@/lib/server/orders/post-order'
import { prepareListing } from '@/lib/server/orders/prepare-order'
import { approveAllPositions } from '@/lib/server/orders/prepared-call'
import { readChainHead } from '@/lib/server/orders/read-chain-head'
import { seedShare } from './accounts'
import { askingPrice, isSellable, pricedOf, tradedPrice } from './asking-price'
import { inParallel } from './in-parallel'
import type { HeldPosition } from './read-held'
import type { SeedChain } from './seed-chain-context'
import { isListed, isSold, isTraded } from './selection'
import { sendAll } from './send-calls'

const DAY = 24 * 3600

/** Lets Seaport move the positions of every owner who will list one. */
export async function approveSellers(chain: SeedChain, held: readonly HeldPosition[]): Promise<void> {
  const sellers = new Map(
    held.filter(isOffered).map(({ owner, ownerAddress }) => [ownerAddress, owner] as const),
  )
  const approved = await chain.db
    .select({ owner: operatorApprovals.owner })
    .from(operatorApprovals)
    .where(
      and(
        eq(operatorApprovals.operator, chain.deployment.seaport),
        eq(operatorApprovals.approved, true),
        inArray(operatorApprovals.owner, [...sellers.keys()]),
      ),
    )
  for (const { owner } of approved) sellers.delete(owner)
  const { to, data } = approveAllPositions(chain.deployment)
  await sendAll(
    chain,
    [...sellers.values()].map((from) => ({ from, to, data })),
  )
}

/**
 * Lists about a third of the positions that are worth selling, and those that are sold at once, by really signed orders,
 * each once, ever.
 * @returns how many were new
 */
export async function listPositions(chain: SeedChain, held: readonly HeldPosition[]): Promise<number> {
  const listed = held.filter(isOffered)
  const ids = listed.map(({ positionId }) => positionId)
  if (ids.length === 0) return 0
  const known = await chain.db
    .select({ positionId: orders.positionId, offerer: orders.offerer })
    .from(orders)
    .where(inArray(orders.positionId, ids))
  const done = new Set(known.map(({ positionId, offerer }) => `${positionId} ${offerer}`))
  const valuations = await latestValuations(chain.db, ids)
  const { time } = await readChainHead(chain)

  const missing = listed.flatMap((position) => {
    const { positionId, ownerAddress } = position
    const valuation = valuations.get(positionId)
    if (done.has(`${positionId} ${ownerAddress}`) || !valuation) return []
    const priced = pricedOf(valuation.value, valuation.inputs)
    return isSellable(priced) ? [{ ...position, priced }] : []
  })
  await inParallel(missing, 8, async ({ positionId, name, owner, ownerAddress, priced }) => {
    const prepared = await prepareListing(chain, {
      account: ownerAddress,
      positionId,
      price: isListed(name) && !isSold(name) ? askingPrice(priced, name) : tradedPrice(priced, name),
      endTime: time + Math.floor((30 + 149 * seedShare('expiry', name)) * DAY),
    })
    const components = orderFromJson(prepared.components)
    const signature = await owner.signTypedData(orderTypedData(chain.deployment, components))
    await postOrder(chain, { chainId: chain.deployment.chainId, components, signature })
  })
  return missing.length
}

function isOffered(position: HeldPosition): boolean {
  return isListed(position.name) || isTraded(position)
}
