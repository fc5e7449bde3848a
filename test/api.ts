import { networkMonths, positions, valuations } from '@/db/schema'
import { operations } from '@/lib/server/api'
import type { ServerContext } from '@/lib/server/context'
import { prepareFill } from '@/lib/server/orders/prepare-fill'
import { serveRoutes } from './api-server'
import { createTestMarket, type TestMarket } from './market'

/** The whole public API over real HTTP, on a given context. */
export function serveApi(context: ServerContext) {
  return serveRoutes(
    Object.fromEntries(
      operations.map((operation) => [
        `${operation.method} ${operation.path.replace(/\{(\w+)\}/g, ':$1')}`,
        operation.serve({ context: () => context }),
      ]),
    ),
  )
}

export type TradedMarket = TestMarket & { seller: ReturnType<TestMarket['person']>; ids: number[] }

/** A market with something of each kind: five positions, a sale, a listing, an offer, a cancelled listing, figures. */
export async function createTradedMarket(): Promise<TradedMarket> {
  const market = await createTestMarket()
  const [seller, buyer] = [market.person(3), market.person(4)]
  await market.approveAll(seller)
  await market.fund(buyer, 10_000_000_000n)
  const ids: number[] = []
  for (let i = 0; i < 5; i++) ids.push(await market.register(seller))
  const [first = 0, second = 0, third = 0] = ids
  await market.list(seller, first, 100_000_000n)
  await market.list(seller, second, 250_500_000n)
  await market.list(seller, third, 75_000_000n)
  await market.transfer(seller, market.person(5).address, third)
  await market.offer(buyer, third, 50_000_001n)
  const sold = await market.list(seller, ids[3] ?? 0, 60_000_000n)
  const { steps } = await prepareFill(market, { orderHash: sold.hash, account: buyer.address })
  for (const step of steps) await market.send(buyer, step)
  await addFigures(market)
  return { ...market, seller, ids }
}

const source = 'a publication, version 1'

async function addFigures({ db }: TestMarket) {
  await db.insert(networkMonths).values([
    {
      network: 'relay',
      month: '2024-01-01',
      rewardTokens: '12.50',
      rewardsUsd: '1000',
      activeNodes: 3,
      source,
    },
    { network: 'relay', month: '2024-02-01', rewardsUsd: '900.10', source },
    { network: 'radio', month: '2024-01-01', tokenPriceUsd: '0.000123', activeNodes: 10.5, source },
  ])
  const rows = await db.select({ id: positions.id, deviceId: positions.deviceId }).from(positions)
  const figures = { value: 12_345n, p5: 100n, p50: 12_000n, p95: 99_999n, parts: [] }
  const parts = [
    { name: 'base', cents: '12000' },
    { name: 'rest', cents: '345' },
  ]
  const [model, inputsHash] = ['model@1', `0x${'ab'.repeat(32)}` as const]
  await db.insert(valuations).values(
    rows.slice(0, 3).map(({ id, deviceId }) => ({
      positionId: id,
      deviceId,
      model,
      inputs: { a: { value: 1 } },
      inputsHash,
      ...figures,
      parts,
    })),
  )
}
