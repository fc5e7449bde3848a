import type { Page } from '@playwright/test'
import type { Hex } from 'viem'
import type { OrderComponentsJson } from '@/lib/chain/seaport/order-components'

export type PublicOrder = { hash: Hex; chainId: number; components: OrderComponentsJson; signature: Hex }

/** The first order on the open position's page, as our API gives it to anyone. */
export async function findListing(page: Page, origin: string | undefined): Promise<PublicOrder> {
  const row = page.getByRole('table', { name: 'Orders on this position' }).locator('tr[data-order]').first()
  const hash = await row.getAttribute('data-order')
  const response = await fetch(new URL(`/api/v1/orders/${hash}`, origin))
  if (!response.ok) throw new Error(`no order ${hash}: ${response.status}`)
  return (await response.json()) as PublicOrder
}

/** An order as seaport-js gives it: integers as strings, numbers or bigints. */
type TheirOrder = { parameters: object; signature: string }

type Integer = string | number | bigint
type TheirItem = Record<'itemType' | 'identifierOrCriteria' | 'startAmount' | 'endAmount', Integer> & {
  token: string
  recipient?: string
}

/** Posts an order of seaport-js to our API, with no more than the change of its integers into decimal text. */
export async function postSeaportJsOrder(origin: string | undefined, chainId: number, order: TheirOrder) {
  const given = order.parameters as Record<string, Integer> & {
    offer: TheirItem[]
    consideration: TheirItem[]
  }
  const text = (value: Integer | undefined) => BigInt(String(value)).toString()
  const item = (it: TheirItem) => ({
    itemType: Number(it.itemType),
    token: it.token,
    identifierOrCriteria: text(it.identifierOrCriteria),
    startAmount: text(it.startAmount),
    endAmount: text(it.endAmount),
    ...(it.recipient && { recipient: it.recipient }),
  })
  const response = await fetch(new URL('/api/v1/orders', origin), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      chainId,
      signature: order.signature,
      components: {
        offerer: given.offerer,
        zone: given.zone,
        offer: given.offer.map(item),
        consideration: given.consideration.map(item),
        orderType: Number(given.orderType),
        startTime: text(given.startTime),
        endTime: text(given.endTime),
        zoneHash: given.zoneHash,
        salt: text(given.salt),
        conduitKey: given.conduitKey,
        counter: text(given.counter),
      },
    }),
  })
  if (!response.ok) throw new Error(`the order was refused: ${await response.text()}`)
}
