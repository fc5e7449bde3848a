import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { orders } from '@/db/schema'
import { orderToJson } from '@/lib/chain/seaport/order-components'
import { createTradedMarket, serveApi, type TradedMarket } from '@/test/api'
import type { ApiServer } from '@/test/api-server'
import { prepareListing } from '../orders/prepare-order'
import { operations } from './operations'

let market: TradedMarket
let server: ApiServer
beforeAll(async () => {
  market = await createTradedMarket()
  server = await serveApi(market)
}, 180_000)
afterAll(async () => {
  await server?.stop()
  await market?.close()
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.url}${path}`, { headers })

const rowsSchema = z.looseObject({
  data: z.array(z.record(z.string(), z.unknown())),
  next: z.string().nullable(),
})

async function list(path: string) {
  const response = await get(path)
  const body: unknown = await response.json()
  expect(response.status, JSON.stringify(body)).toBe(200)
  return rowsSchema.parse(body)
}

/** What an operation's own schema makes of an answer; throws where it does not fit. */
function judge(id: string, status: number, body: unknown) {
  const schema = operations.find((operation) => operation.id === id)?.answers[status]?.schema
  if (!schema) throw new Error(`${id} answers no ${status}`)
  return schema.parse(body)
}

describe('every answer fits the schema it is described by', () => {
  test.each([
    ['listNetworks', '/api/v1/networks'],
    ['getNetwork', '/api/v1/networks/relay'],
    ['getNetworkStatistics', '/api/v1/networks/relay/statistics'],
    ['getNetworkStatistics', '/api/v1/networks/all/statistics'],
    ['listPositions', '/api/v1/positions'],
    ['getPosition', '/api/v1/positions/1'],
    ['getPosition', '/api/v1/positions/5'],
    ['listOrders', '/api/v1/orders?standing=any'],
    ['listSales', '/api/v1/sales'],
    ['listLedger', '/api/v1/ledger'],
    ['getHealth', '/api/health'],
  ])('%s %s', async (id, path) => {
    const response = await get(path)
    const body: unknown = await response.json()
    expect(response.status, JSON.stringify(body)).toBe(200)
    judge(id, 200, body)
    const rows = rowsSchema.safeParse(body)
    if (rows.success) expect(rows.data.data.length).toBeGreaterThan(0)
  })

  test('what is not there is refused as problem details', async () => {
    for (const path of [
      '/networks/none',
      '/networks/none/statistics',
      '/positions/999',
      `/orders/0x${'ab'.repeat(32)}`,
    ]) {
      const response = await get(`/api/v1${path}`)
      expect(response.status).toBe(404)
      expect(response.headers.get('content-type')).toContain('application/problem+json')
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      expect(await response.json()).toMatchObject({ error: { name: 'NotFoundError' } })
    }
  })
})

describe('figures', () => {
  test('published ones are exact, with month and source; unknown is null', async () => {
    const relay = await (await get('/api/v1/networks/relay')).json()
    const source = 'a publication, version 1'
    expect(relay.latest).toEqual({
      rewards: { amount: '900.1', unit: 'USD', month: '2024-02-01', source },
      rewardPerNode: { amount: '333.333333', unit: 'USD', month: '2024-01-01', source },
      activeNodes: { value: 3, unit: 'nodes', month: '2024-01-01', source },
      tokenPrice: null,
    })
    expect(relay.months).toHaveLength(2)
    expect(relay.months[0].rewardTokens).toBe('12.5')
    expect(relay.market).toMatchObject({
      positions: 5,
      forSale: 2,
      floor: { amount: '100', unit: 'dollar-token', baseUnits: '100000000' },
      bestBid: { amount: '50.000001', unit: 'dollar-token', baseUnits: '50000001' },
      sales: 1,
      volume: { amount: '60', baseUnits: '60000000' },
    })
  })

  test('a position carries its valuation’s receipt and the best order of each side', async () => {
    const [listed, , offered] = await Promise.all(
      [1, 2, 3].map(async (id) => (await get(`/api/v1/positions/${id}`)).json()),
    )
    expect(listed.value).toMatchObject({
      mean: { amount: '123.45', unit: 'USD' },
      parts: [{ value: { amount: '120' } }, { value: { amount: '3.45' } }],
      model: 'model@1',
    })
    expect(listed.listing.price.amount).toBe('100')
    expect(offered.listing).toBeNull()
    expect(offered.offer.price.amount).toBe('50.000001')
  })

  test('a sale names the log it was read from', async () => {
    const { data } = await list('/api/v1/sales')
    expect(data).toHaveLength(1)
    expect(data[0]).toMatchObject({
      position: market.ids[3],
      price: { amount: '60' },
      fee: { amount: '0.6' },
      source: { transaction: expect.stringMatching(/^0x/), block: expect.any(Number) },
    })
  })
})

describe('filters', () => {
  test.each([
    ['/api/v1/orders', 3],
    ['/api/v1/orders?standing=any', 5],
    ['/api/v1/orders?standing=filled', 1],
    ['/api/v1/orders?standing=not_owned', 1],
    ['/api/v1/orders?kind=item_offer', 1],
    ['/api/v1/orders?minPrice=100.000001', 1],
    ['/api/v1/orders?maxPrice=100&kind=listing', 1],
    ['/api/v1/orders?network=radio', 0],
    ['/api/v1/positions?forSale=true', 2],
    ['/api/v1/positions?forSale=false', 3],
    ['/api/v1/positions?network=relay&model=server-1', 5],
    ['/api/v1/sales?until=2020-01-01T00:00:00Z', 0],
    ['/api/v1/ledger?kind=registrations', 5],
    ['/api/v1/ledger?kind=registrations&since=2020-01-01T00:00:00Z', 5],
    ['/api/v1/ledger?until=2020-01-01T00:00:00Z', 0],
    ['/api/v1/ledger?kind=sales', 1],
  ])('%s finds %i', async (path, count) => {
    expect((await list(path)).data).toHaveLength(count)
  })

  test('an owner and an account are found in any case', async () => {
    const address = market.seller.address.toUpperCase().replace('0X', '0x')
    expect((await list(`/api/v1/positions?owner=${address}`)).data).toHaveLength(3)
    expect((await list(`/api/v1/sales?account=${address}`)).data).toHaveLength(1)
  })

  test('prices sort as numbers', async () => {
    const prices = async (sort: string) =>
      (await list(`/api/v1/orders?sort=${sort}`)).data.map((row) => Reflect.get(Object(row.price), 'amount'))
    expect(await prices('price')).toEqual(['50.000001', '100', '250.5'])
    expect(await prices('-price')).toEqual(['250.5', '100', '50.000001'])
  })

  test.each([
    '/positions?limit=0',
    '/positions?limit=101',
    '/positions?limit=',
    '/positions?networks=relay',
    '/positions/0',
    '/positions/1.5',
    '/positions/9007199254740993',
    '/orders?standing=gone',
    '/orders?minPrice=1e3',
    '/sales?since=yesterday',
    '/sales?since=2024-02-30T00:00:00Z',
    '/ledger?account=0x12',
    '/ledger?until=tomorrow',
  ])('%s is refused with the field’s name', async (path) => {
    const response = await get(`/api/v1${path}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { name: 'InvalidInputError' } })
  })
})

describe('an ETag', () => {
  const paths = ['/networks', '/positions', '/positions/1', '/orders', '/sales', '/ledger']
  test.each(paths)('of %s stands until something changes, and spares the body', async (path) => {
    const first = await get(`/api/v1${path}`)
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/"[\w-]{22}"$/)
    expect(first.headers.get('cache-control')).toBe('public, no-cache')
    const head = /^block=\d+, time=[\dT:.-]+Z, final=\d+$/
    expect(first.headers.get('hotswap-head')).toMatch(head)
    for (const held of [tag, `"other", ${tag}`, tag.slice(2), '*']) {
      const again = await get(`/api/v1${path}`, { 'if-none-match': held })
      expect(again.status).toBe(304)
      expect(await again.text()).toBe('')
      expect(again.headers.get('etag')).toBe(tag)
    }
    expect((await get(`/api/v1${path}`, { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('is another once an order has come', async () => {
    const tag = (await get('/api/v1/orders')).headers.get('etag') ?? ''
    await market.list(market.seller, market.ids[4] ?? 0, 33_000_000n)
    const response = await get('/api/v1/orders', { 'if-none-match': tag })
    expect(response.status).toBe(200)
    expect(rowsSchema.parse(await response.json()).data).toHaveLength(4)
  })
})

describe('a signed order from anyone’s client', () => {
  const post = async (body: unknown) => {
    const response = await fetch(`${server.url}/api/v1/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: await response.json() }
  }

  async function signed(price: bigint) {
    const prepared = await prepareListing(market, {
      account: market.seller.address,
      positionId: market.ids[0] ?? 0,
      price,
      endTime: await market.weekAhead(),
    })
    const { components, ...rest } = await market.sign(market.seller, prepared)
    return { ...rest, components: orderToJson(components) }
  }

  test('is put on the market once, and is then there with all that a fill needs', async () => {
    const order = await signed(99_000_000n)
    const first = await post(order)
    expect(first.status).toBe(201)
    judge('postOrder', 201, first.body)
    const again = await post(order)
    expect(again).toMatchObject({ status: 200, body: { created: false, hash: first.body.hash } })
    const found = await (await get(`/api/v1/orders/${first.body.hash}`)).json()
    judge('getOrder', 200, found)
    expect(found).toMatchObject({ standing: 'open', ...order })
  })

  test('is refused by name with a status of its kind, and nothing changes', async () => {
    const count = await market.db.$count(orders)
    const order = await signed(98_000_000n)
    const cases = [
      [{ ...order, chainId: 1 }, 400, 'WrongChainError'],
      [{ ...order, signature: `0x${'11'.repeat(65)}` }, 400, 'InvalidSignatureError'],
      [{ ...order, components: { ...order.components, counter: '7' } }, 409, 'CounterMovedError'],
      [{ ...order, extra: 1 }, 400, 'InvalidInputError'],
      [{}, 400, 'InvalidInputError'],
    ] as const
    for (const [body, status, name] of cases)
      expect(await post(body)).toMatchObject({ status, body: { status, error: { name } } })
    expect(await market.db.$count(orders)).toBe(count)
  })
})

describe('pages', () => {
  async function walk(path: string, keyOf: (row: Record<string, unknown>) => string, disturb: () => unknown) {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await list(cursor === null ? path : `${path}&cursor=${cursor}`)
      seen.push(...page.data.map(keyOf))
      cursor = page.next
      if (cursor !== null) await disturb()
    } while (cursor !== null && seen.length < 200)
    return seen
  }

  /** An order of long ago in the table, made up: paging is not about what is in it. */
  let made = 0
  async function insertOrder() {
    const [template] = await market.db.select().from(orders).limit(1)
    if (!template) throw new Error('there are orders')
    made++
    const hash = `0x${createHash('sha256').update(`made ${made}`).digest('hex')}` as const
    await market.db.insert(orders).values({ ...template, hash, createdAt: new Date() })
    await market.db.execute(
      sql`insert into order_states (order_hash, status, checked_block) values (${hash}, 'cancelled', 1)`,
    )
  }

  const hashOf = (row: Record<string, unknown>) => String(row.hash)

  test.each(['newest', 'price', '-price'])(
    'of orders (%s) visit each row once while rows come in',
    async (sort) => {
      for (let i = 0; i < 9; i++) await insertOrder()
      const path = `/api/v1/orders?standing=any&sort=${sort}&limit=2`
      const stood = (await list(`/api/v1/orders?standing=any&limit=100`)).data.map(hashOf)
      const seen = await walk(path, hashOf, insertOrder)
      expect(new Set(seen).size).toBe(seen.length)
      expect(stood.filter((hash) => !seen.includes(hash))).toEqual([])
    },
  )

  test('of the ledger visit each line once while orders come in', async () => {
    const keyOf = (row: Record<string, unknown>) => JSON.stringify([row.source, row.order, row.kind])
    const stood = (await list('/api/v1/ledger?limit=100')).data.map(keyOf)
    const seen = await walk('/api/v1/ledger?limit=3', keyOf, insertOrder)
    expect(new Set(seen).size).toBe(seen.length)
    expect(stood.filter((key) => !seen.includes(key))).toEqual([])
  })

  test('of positions visit each once while devices are registered', async () => {
    let registered = 0
    const seen = await walk(
      '/api/v1/positions?limit=2',
      (row) => String(row.id),
      async () => registered++ < 2 && market.register(market.seller),
    )
    expect(seen).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  })

  test('of sales go by block, log and position', async () => {
    for (const position of [11, 12, 13])
      await market.db.execute(
        sql`insert into sales select block_number, log_index, ${position}, transaction_hash, time, order_hash, seller, buyer, price, fee, network from sales where position_id = ${market.ids[3]}`,
      )
    const seen = await walk(
      '/api/v1/sales?limit=1',
      (row) => String(row.position),
      () => {},
    )
    expect(seen).toEqual(['13', '12', '11', '4'])
  })

  test.each([
    ['made up', () => 'abc'],
    ['of another list', (next: string) => next],
    ['that names no time', () => forged('9999-99-99 99:99:99+00')],
    ['that names no day', () => forged('2024-02-31 00:00:00+00')],
  ])('a cursor %s is refused', async (_what, make) => {
    const { next } = await list('/api/v1/orders?standing=any&limit=1&kind=listing')
    const response = await get(`/api/v1/orders?standing=any&limit=1&cursor=${make(next ?? '')}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { fields: { cursor: expect.any(String) } } })
  })

  function forged(key: string) {
    const mark = createHash('sha256')
      .update(JSON.stringify(['orders', 'newest', 'any', {}]))
      .digest('base64url')
      .slice(0, 8)
    return Buffer.from(JSON.stringify([mark, key, `0x${'ab'.repeat(32)}`])).toString('base64url')
  }
})
