import { type Address, encodeFunctionData, type Hex } from 'viem'
import { seaportAbi } from './abi'
import { itemType, NO_CONDUIT } from './constants'
import type { OrderComponents, SignedOrder } from './order-components'

/** Seaport's `OrderParameters`: the components with the number of consideration items for the counter. */
export function orderParameters(components: OrderComponents) {
  const { counter: _, ...parameters } = components
  return { ...parameters, totalOriginalConsiderationItems: BigInt(components.consideration.length) }
}

/** Calldata of `fulfillOrder`: the sender pays the consideration and receives the offer. */
export function encodeFulfillOrder({ components, signature }: SignedOrder): Hex {
  return encodeFunctionData({
    abi: seaportAbi,
    functionName: 'fulfillOrder',
    args: [{ parameters: orderParameters(components), signature }, NO_CONDUIT],
  })
}

/** Calldata of `fulfillAdvancedOrder`: as above, with the offer going to `recipient`. */
export function encodeFulfillAdvancedOrder(
  { components, signature }: SignedOrder,
  options: { recipient: Address; extraData?: Hex },
): Hex {
  return encodeFunctionData({
    abi: seaportAbi,
    functionName: 'fulfillAdvancedOrder',
    args: [
      {
        parameters: orderParameters(components),
        numerator: 1n,
        denominator: 1n,
        signature,
        extraData: options.extraData ?? '0x',
      },
      [],
      NO_CONDUIT,
      options.recipient,
    ],
  })
}

/**
 * Calldata of `fulfillBasicOrder`, for our listings and item offers. It is cheaper than `fulfillOrder`; and of an
 * item offer it takes the fee out of the offerer's dollars, so that the accepting owner approves no dollars.
 */
export function encodeFulfillBasicOrder({ components, signature }: SignedOrder): Hex {
  const [offered] = components.offer
  const [wanted, ...rest] = components.consideration
  if (!offered || !wanted) throw new TypeError('an order without offer or consideration')
  // route 2: ERC-20 for ERC-721 (a listing), route 4: ERC-721 for ERC-20 (an offer); four order types each
  const route = offered.itemType === itemType.erc721 ? 2 : 4
  return encodeFunctionData({
    abi: seaportAbi,
    functionName: 'fulfillBasicOrder',
    args: [
      {
        considerationToken: wanted.token,
        considerationIdentifier: wanted.identifierOrCriteria,
        considerationAmount: wanted.startAmount,
        offerer: components.offerer,
        zone: components.zone,
        offerToken: offered.token,
        offerIdentifier: offered.identifierOrCriteria,
        offerAmount: offered.startAmount,
        basicOrderType: route * 4 + components.orderType,
        startTime: components.startTime,
        endTime: components.endTime,
        zoneHash: components.zoneHash,
        salt: components.salt,
        offererConduitKey: components.conduitKey,
        fulfillerConduitKey: NO_CONDUIT,
        totalOriginalAdditionalRecipients: BigInt(rest.length),
        additionalRecipients: rest.map((item) => ({ amount: item.startAmount, recipient: item.recipient })),
        signature,
      },
    ],
  })
}

/**
 * Calldata of `fulfillAvailableAdvancedOrders` for listings: the sender pays for those that can still be filled when it is
 * mined, the others are skipped and cost nothing; with none left it reverts. Dollars to one recipient go in one transfer.
 *
 * @param orders listings of ours, each offering positions for dollars
 */
export function encodeFulfillAvailable(orders: readonly SignedOrder[], recipient: Address): Hex {
  const payments = new Map<string, { orderIndex: bigint; itemIndex: bigint }[]>()
  orders.forEach(({ components }, order) => {
    components.consideration.forEach(({ token, recipient: payee, itemType: type }, item) => {
      const key = `${type} ${token} ${payee}`.toLowerCase()
      payments.set(key, [
        ...(payments.get(key) ?? []),
        { orderIndex: BigInt(order), itemIndex: BigInt(item) },
      ])
    })
  })
  return encodeFunctionData({
    abi: seaportAbi,
    functionName: 'fulfillAvailableAdvancedOrders',
    args: [
      orders.map(({ components, signature }) => ({
        parameters: orderParameters(components),
        numerator: 1n,
        denominator: 1n,
        signature,
        extraData: '0x' as const,
      })),
      [],
      orders.flatMap(({ components }, order) =>
        components.offer.map((_, item) => [{ orderIndex: BigInt(order), itemIndex: BigInt(item) }]),
      ),
      [...payments.values()],
      NO_CONDUIT,
      recipient,
      BigInt(orders.length),
    ],
  })
}

/** Calldata of `cancel`: these orders can never be filled again. Sent by their offerer. */
export function encodeCancel(orders: readonly OrderComponents[]): Hex {
  return encodeFunctionData({ abi: seaportAbi, functionName: 'cancel', args: [orders] })
}

/** Calldata of `incrementCounter`: all open orders of the sender can never be filled again. */
export function encodeIncrementCounter(): Hex {
  return encodeFunctionData({ abi: seaportAbi, functionName: 'incrementCounter' })
}

/** Calldata of `validate`: after it, the order is filled without a signature. Sent by its offerer, or signed. */
export function encodeValidate(orders: readonly SignedOrder[]): Hex {
  return encodeFunctionData({
    abi: seaportAbi,
    functionName: 'validate',
    args: [
      orders.map(({ components, signature }) => ({ parameters: orderParameters(components), signature })),
    ],
  })
}
