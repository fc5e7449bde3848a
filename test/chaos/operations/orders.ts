import { type Address, encodeFunctionData, type Hex } from 'viem'
import { seaportAbi as fullSeaportAbi } from '@/lib/chain/abi/generated/seaport'
import { buildItemOffer, buildListing } from '@/lib/chain/seaport/build-order'
import {
  encodeCancel,
  encodeFulfillAdvancedOrder,
  encodeFulfillBasicOrder,
  encodeFulfillOrder,
  encodeIncrementCounter,
  encodeValidate,
  orderParameters,
} from '@/lib/chain/seaport/calls'
import type { OrderComponents } from '@/lib/chain/seaport/order-components'
import { orderHash } from '@/lib/chain/seaport/order-hash'
import { orderTypedData } from '@/lib/chain/seaport/order-typed-data'
import type { PostedOrder, World } from '../world'
import { anyPosition } from './positions'

type Draft = { components: OrderComponents; positionId: number; kind: PostedOrder['kind'] }

async function draft(world: World, kind: PostedOrder['kind']): Promise<Draft | undefined> {
  const { random, node, contracts, deployment, actors } = world
  const position = await anyPosition(world)
  if (!position) return undefined
  const offerer = kind === 'listing' && random.chance(0.9) ? position.owner : random.pick(actors)
  const components = (kind === 'listing' ? buildListing : buildItemOffer)({
    deployment,
    offerer,
    positionId: position.id,
    price: BigInt(random.between(1, 300)) * 1_000_000n + BigInt(random.between(0, 99)),
    stateHash: (await node.read(contracts.positions, 'stateHash', [BigInt(position.id)])) as Hex,
    startTime: BigInt(world.time - 100),
    endTime: BigInt(world.time + 100 * 86_400),
    counter: (await node.read(contracts.seaport, 'getCounter', [offerer])) as bigint,
    salt: BigInt(random.between(0, 2 ** 31)),
  })
  return { components, positionId: position.id, kind }
}

async function sign(world: World, { components }: Draft): Promise<Hex> {
  const account = world.accounts.find((known) => known.address === components.offerer)
  if (!account) throw new Error(`${components.offerer} is no actor`)
  return account.signTypedData(orderTypedData(world.deployment, components))
}

/** Signs an order and posts it, as the market takes them: no transaction. */
function post(kind: PostedOrder['kind']) {
  return async (world: World) => {
    const order = await draft(world, kind)
    if (!order) return
    const posted = { ...order, signature: await sign(world, order), hash: orderHash(order.components) }
    world.posted.push(posted)
    await world.post(posted)
  }
}

export const list = post('listing')
export const offer = post('item_offer')

/** Puts an order on chain by `validate` and posts it without a signature. */
export async function validate(world: World): Promise<void> {
  const order = await draft(world, world.random.chance(0.7) ? 'listing' : 'item_offer')
  if (!order) return
  const signed = { ...order, signature: await sign(world, order) }
  const anyone = world.random.pick(world.actors)
  await world.node.send(anyone, world.deployment.seaport, encodeValidate([signed]))
  const posted = { ...order, signature: '0x' as Hex, hash: orderHash(order.components) }
  world.posted.push(posted)
  await world.post(posted)
}

/** Recent orders of a kind, a few, of which one may go through. */
async function fillable(
  world: World,
  kind: PostedOrder['kind'],
  by: (order: PostedOrder) => Promise<[Address, Hex]>,
) {
  const candidates = world.posted.filter((order) => order.kind === kind).slice(-40)
  for (let attempt = 0; attempt < 4 && candidates.length > 0; attempt++) {
    const order = world.random.pick(candidates)
    const [from, data] = await by(order).catch((): [undefined, undefined] => [undefined, undefined])
    if (!from) continue
    // the last try is sent whatever comes of it: failures belong to the chain too
    if (attempt === 3 || (await world.node.wouldPass(from, world.deployment.seaport, data)))
      return world.node.send(from, world.deployment.seaport, data)
  }
}

/** Buys a listing by one of Seaport's three ways. */
export const buy = (world: World) =>
  fillable(world, 'listing', async (order) => {
    const buyer = world.random.pick(world.actors)
    const way = world.random.between(1, 3)
    const recipient = world.random.chance(0.2) ? world.random.pick(world.actors) : buyer
    if (way === 1) return [buyer, encodeFulfillBasicOrder(order)]
    if (way === 2) return [buyer, encodeFulfillOrder(order)]
    return [buyer, encodeFulfillAdvancedOrder(order, { recipient })]
  })

/** The owner accepts an item offer. */
export const accept = (world: World) =>
  fillable(world, 'item_offer', async (order) => {
    const owner = await world.ownerOf(order.positionId)
    const basic = world.random.chance(0.5)
    return [owner, basic ? encodeFulfillBasicOrder(order) : encodeFulfillOrder(order)]
  })

/** Fills a listing by `matchOrders` with a mirror order of the buyer's, who signs nothing because they send it. */
export const match = (world: World) =>
  fillable(world, 'listing', async (order) => {
    const buyer = world.random.pick(world.actors)
    const total = order.components.consideration.reduce((sum, item) => sum + item.startAmount, 0n)
    const counter = (await world.node.read(world.contracts.seaport, 'getCounter', [buyer])) as bigint
    const dollar = { itemType: 1, token: world.deployment.dollar, identifierOrCriteria: 0n }
    const mirror: OrderComponents = {
      ...order.components,
      offerer: buyer,
      orderType: 0,
      zone: `0x${'00'.repeat(20)}`,
      offer: [{ ...dollar, startAmount: total, endAmount: total }],
      consideration: order.components.offer.map((item) => ({ ...item, recipient: buyer })),
      salt: BigInt(world.random.between(0, 2 ** 31)),
      counter,
    }
    const data = encodeFunctionData({
      abi: fullSeaportAbi,
      functionName: 'matchOrders',
      args: [
        [
          { parameters: orderParameters(order.components), signature: order.signature },
          { parameters: orderParameters(mirror), signature: '0x' },
        ],
        [
          {
            offerComponents: [{ orderIndex: 0n, itemIndex: 0n }],
            considerationComponents: [{ orderIndex: 1n, itemIndex: 0n }],
          },
          ...order.components.consideration.map((_, itemIndex) => ({
            offerComponents: [{ orderIndex: 1n, itemIndex: 0n }],
            considerationComponents: [{ orderIndex: 0n, itemIndex: BigInt(itemIndex) }],
          })),
        ],
      ],
    })
    return [buyer, data]
  })

export async function cancel(world: World): Promise<void> {
  if (world.posted.length === 0) return
  const order = world.random.pick(world.posted.slice(-60))
  await world.node.send(order.components.offerer, world.deployment.seaport, encodeCancel([order.components]))
}

export async function moveCounter(world: World): Promise<void> {
  await world.node.send(world.random.pick(world.actors), world.deployment.seaport, encodeIncrementCounter())
}
