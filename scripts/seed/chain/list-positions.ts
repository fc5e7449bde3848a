import { and, eq, inArray } from 'drizzle-orm'
import { latestValuations, type StoredValuation } from '@/db/queries/valuations'
import { operatorApprovals, orders } from '@/db/schema'
import { orderFromJson } from '@/lib/chain/seaport/order-components'
import { orderTypedData } from '@/lib/chain/seaport/order-typed-data'
import { centsToUnits, toMoney, type UsdUnits } from '@/lib/core/money'
import { postOrder } from '@/lib/server/orders/post-order'
import { prepareListing } from '@/lib/server/orders/prepare-order'
import { approveAllPositions } from '@/lib/server/orders/prepared-call'
import { readChainHead } from '@/lib/server/orders/read-chain-head'
import { seedShare } from './accounts'
import { inParallel } from './in-parallel'
import type { HeldPosition } from './read-held'
import type { SeedChain } from './seed-chain-context'
import { isListed } from './selection'
import { sendAll } from './send-calls'

const DAY = 24 * 3600

/** Lets Seaport move the positions of every owner who will list one. */
export async function approveSellers(chain: SeedChain, held: readonly HeldPosition[]): Promise<void> {
  const sellers = new Map(
    held
      .filter(({ name }) => isListed(name))
      .map(({ owner, ownerAddress }) => [ownerAddress, owner] as const),
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

/** Lists about a third of the positions by really signed orders, each once, ever. @returns how many were new */
export async function listPositions(chain: SeedChain, held: readonly HeldPosition[]): Promise<number> {
  const listed = held.filter(({ name }) => isListed(name))
  const ids = listed.map(({ positionId }) => positionId)
  if (ids.length === 0) return 0
  const known = await chain.db
    .select({ positionId: orders.positionId, offerer: orders.offerer })
    .from(orders)
    .where(inArray(orders.positionId, ids))
  const done = new Set(known.map(({ positionId, offerer }) => `${positionId} ${offerer}`))
  const valuations = await latestValuations(chain.db, ids)
  const { time } = await readChainHead(chain)

  const missing = listed.filter(
    ({ positionId, ownerAddress }) =>
      !done.has(`${positionId} ${ownerAddress}`) && valuations.has(positionId),
  )
  await inParallel(missing, 8, async ({ positionId, name, owner, ownerAddress }) => {
    const valuation = valuations.get(positionId)
    if (!valuation) return
    const prepared = await prepareListing(chain, {
      account: ownerAddress,
      positionId,
      price: askingPrice(valuation, name),
      endTime: time + Math.floor((30 + 149 * seedShare('expiry', name)) * DAY),
    })
    const components = orderFromJson(prepared.components)
    const signature = await owner.signTypedData(orderTypedData(chain.deployment, components))
    await postOrder(chain, { chainId: chain.deployment.chainId, components, signature })
  })
  return missing.length
}

/**
 * What the owner asks: 0.7 to 1.4 times the value, where the value is taken between its mean and its median as most
 * people would, never below a dollar; whole dollars from a hundred on.
 */
function askingPrice({ value, p50 }: StoredValuation, name: string): UsdUnits {
  const middle = Math.sqrt(Math.max(Number(value), 100) * Math.max(Number(p50), 100)) / 100
  const asked = Math.max(middle * (0.7 + 0.7 * seedShare('price', name)), 1)
  return centsToUnits(toMoney(asked >= 100 ? Math.round(asked) : asked))
}
