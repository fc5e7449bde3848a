import { and, eq, inArray, min } from 'drizzle-orm'
import { latestValuations } from '@/db/queries/valuations'
import { orderStates, orders } from '@/db/schema'
import { orderFromJson } from '@/lib/chain/seaport/order-components'
import { orderTypedData } from '@/lib/chain/seaport/order-typed-data'
import { postOrder } from '@/lib/server/orders/post-order'
import { prepareItemOffer } from '@/lib/server/orders/prepare-order'
import { readChainHead } from '@/lib/server/orders/read-chain-head'
import { lowerAddress, seedShare } from './accounts'
import { isSellable, pricedOf } from './asking-price'
import type { KeyedDevice } from './device-keys'
import { fundBuyers, seedBuyer } from './fund-buyers'
import { inParallel } from './in-parallel'
import { OFFER_SEED, offerPrice } from './offer-price'
import type { HeldPosition } from './read-held'
import type { SeedChain } from './seed-chain-context'
import { biddersOf, isListed, isSold } from './selection'

const DAY = 24 * 3600

/**
 * Demonstration buyers bid for some positions of every network, by really signed offers that their dollars cover together,
 * each once, ever.
 * @param devices all of the seed
 * @param held the positions that their first owners still hold
 * @returns how many were new
 */
export async function makeOffers(
  chain: SeedChain,
  devices: readonly KeyedDevice[],
  held: readonly HeldPosition[],
): Promise<number> {
  const bidders = biddersOf(
    held,
    devices.map(({ device }) => device),
  )
  const ids = [...bidders.keys()].map(({ positionId }) => positionId)
  if (ids.length === 0) return 0
  const known = await chain.db
    .select({ positionId: orders.positionId, offerer: orders.offerer, price: orders.price })
    .from(orders)
    .where(and(eq(orders.kind, 'item_offer'), inArray(orders.positionId, ids)))
  const done = new Map(known.map((offer) => [`${offer.positionId} ${offer.offerer}`, offer.price]))
  const listed = held.filter(({ name }) => isListed(name) && !isSold(name))
  const valuations = await latestValuations(chain.db, [...ids, ...listed.map(({ positionId }) => positionId)])
  const bargains = await bestBargains(chain, listed, valuations)
  const { time } = await readChainHead(chain)

  const offers = [...bidders].flatMap(([{ positionId, name, network }, numbers]) => {
    const valuation = valuations.get(positionId)
    if (!valuation || !isSellable(pricedOf(valuation.value, valuation.inputs))) return []
    return numbers.map((number) => {
      const buyer = seedBuyer(number)
      const before = done.get(`${positionId} ${lowerAddress(buyer)}`)
      const price = before ?? offerPrice(valuation.value, bargains.get(network), name, number)
      return { positionId, name, number, buyer, price, isNew: before === undefined }
    })
  })
  const missing = offers.filter(({ isNew }) => isNew)
  if (missing.length === 0) return 0
  // one balance stands behind all offers of a buyer, those of a run that was stopped too
  await fundBuyers(chain, offers)
  await inParallel(missing, 8, async ({ positionId, name, number, buyer, price }) => {
    const prepared = await prepareItemOffer(chain, {
      account: lowerAddress(buyer),
      positionId,
      price,
      endTime: time + Math.floor((14 + 76 * seedShare(OFFER_SEED, 'expiry', name, number)) * DAY),
    })
    const components = orderFromJson(prepared.components)
    const signature = await buyer.signTypedData(orderTypedData(chain.deployment, components))
    await postOrder(chain, { chainId: chain.deployment.chainId, components, signature })
  })
  return missing.length
}

/** By network, the least share of its value at which one of some devices is for sale. */
async function bestBargains(
  { db }: SeedChain,
  listed: readonly HeldPosition[],
  valuations: ReadonlyMap<number, { value: bigint }>,
): Promise<Map<string, number>> {
  const asks = await db
    .select({ positionId: orders.positionId, price: min(orders.price) })
    .from(orders)
    .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
    .where(
      and(
        eq(orders.kind, 'listing'),
        eq(orderStates.status, 'open'),
        inArray(
          orders.positionId,
          listed.map(({ positionId }) => positionId),
        ),
      ),
    )
    .groupBy(orders.positionId)
  const networks = new Map(listed.map(({ positionId, network }) => [positionId, network]))
  const least = new Map<string, number>()
  for (const { positionId, price } of asks) {
    const [network, valuation] = [networks.get(positionId), valuations.get(positionId)]
    if (network === undefined || !valuation || valuation.value <= 0n || price === null) continue
    const share = Number(price) / 10_000 / Number(valuation.value)
    least.set(network, Math.min(least.get(network) ?? share, share))
  }
  return least
}
