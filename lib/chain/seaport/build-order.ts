import type { Address, Hex } from 'viem'
import type { Deployment } from '@/lib/chain/deployment'
import { InvalidInputError } from '@/lib/core/errors'
import type { UsdUnits } from '@/lib/core/money'
import { feeOn } from '@/lib/market/fees'
import { itemType, NO_CONDUIT, orderType } from './constants'
import type { ConsiderationItem, OfferItem, OrderComponents } from './order-components'

export type BuildOrderParameters = {
  deployment: Pick<Deployment, 'positions' | 'dollar' | 'zone' | 'fee'>
  offerer: Address
  positionId: number
  /** what the buyer pays in all, fees included, in dollar-token base units */
  price: UsdUnits
  /** `stateHash(positionId)` now: the state the signer binds the order to */
  stateHash: Hex
  /** Unix seconds; fillable from here … */
  startTime: bigint
  /** … until before here */
  endTime: bigint
  /** the offerer's Seaport counter */
  counter: bigint
  /** 256 random bits of the caller's: two equal orders must differ in it */
  salt: bigint
}

function dollars(token: Address, amount: UsdUnits, recipient: Address): ConsiderationItem {
  return {
    itemType: itemType.erc20,
    token,
    identifierOrCriteria: 0n,
    startAmount: amount,
    endAmount: amount,
    recipient,
  }
}

function position(token: Address, id: number): OfferItem {
  return {
    itemType: itemType.erc721,
    token,
    identifierOrCriteria: BigInt(id),
    startAmount: 1n,
    endAmount: 1n,
  }
}

function frame(parameters: BuildOrderParameters) {
  if (parameters.startTime >= parameters.endTime)
    throw new InvalidInputError('An order must end after it starts.')
  return {
    offerer: parameters.offerer,
    zone: parameters.deployment.zone,
    orderType: orderType.fullRestricted,
    startTime: parameters.startTime,
    endTime: parameters.endTime,
    zoneHash: parameters.stateHash,
    salt: parameters.salt,
    conduitKey: NO_CONDUIT,
    counter: parameters.counter,
  }
}

/**
 * A listing: the position for dollars. The fee is a consideration item of its own, taken out of the price; a fee
 * that rounds down to nothing has no item, since Seaport refuses empty ones.
 *
 * @example
 * const components = buildListing({ deployment, offerer: seller, positionId: 7, price: 250_000_000n, stateHash,
 *   startTime, endTime, counter: 0n, salt })
 * @throws InvalidInputError when the price does not exceed its fee or the window is empty
 */
export function buildListing(parameters: BuildOrderParameters): OrderComponents {
  const { deployment, offerer, price } = parameters
  const { fee, net } = feeOn(price, deployment.fee.basisPoints)
  return {
    ...frame(parameters),
    offer: [position(deployment.positions, parameters.positionId)],
    consideration: [
      dollars(deployment.dollar, net, offerer),
      ...(fee > 0n ? [dollars(deployment.dollar, fee, deployment.fee.recipient)] : []),
    ],
  }
}

/**
 * An item offer: dollars for one position. The offerer pays `price`; the fee is a consideration item that the
 * accepting owner pays out of it.
 *
 * @throws InvalidInputError when the price does not exceed its fee or the window is empty
 */
export function buildItemOffer(parameters: BuildOrderParameters): OrderComponents {
  const { deployment, offerer, price } = parameters
  const { fee } = feeOn(price, deployment.fee.basisPoints)
  const { recipient: _, ...offered } = dollars(deployment.dollar, price, offerer)
  return {
    ...frame(parameters),
    offer: [offered],
    consideration: [
      { ...position(deployment.positions, parameters.positionId), recipient: offerer },
      ...(fee > 0n ? [dollars(deployment.dollar, fee, deployment.fee.recipient)] : []),
    ],
  }
}
