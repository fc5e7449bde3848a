import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderStates, orders } from '@/db/schema'
import { orderFromJson, orderToJson } from '@/lib/chain/seaport/order-components'
import { orderTypedData } from '@/lib/chain/seaport/order-typed-data'
import { createTestMarket, type Person, type TestMarket } from '@/test/market'
import { handle } from '../http'
import { postOrder, postOrderInput } from './post-order'
import { prepareListing } from './prepare-order'

const RUNS = Number(process.env.FC_RUNS ?? 256)

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

let market: TestMarket
let seller: Person
let template: { [key: string]: Json }

beforeAll(async () => {
  market = await createTestMarket()
  seller = market.person(3)
  await market.approveAll(seller)
  await market.fund(seller, 1_000_000_000n)
  const positionId = await market.register(seller)
  const prepared = await prepareListing(market, {
    account: seller.address,
    positionId,
    price: 100_000_000n,
    endTime: await market.weekAhead(),
  })
  const { components, ...order } = await market.sign(seller, prepared)
  template = JSON.parse(JSON.stringify({ ...order, components: orderToJson(components) }))
}, 120_000)
afterAll(() => market?.close())

/** Every place in a JSON value, as a path. */
function pathsOf(value: Json, path: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [path]
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))]
}

function change(value: Json, [key, ...rest]: readonly string[], to: Json | undefined): Json | undefined {
  if (key === undefined) return to
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).flatMap(([name, part]): [string, Json][] => {
    const next = name === key ? change(part, rest, to) : part
    return next === undefined ? [] : [[name, next]]
  })
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries)
}

const uint = fc.oneof(
  fc.constantFrom(0n, 1n, 2n ** 53n, 2n ** 63n, 2n ** 64n, 2n ** 128n, 2n ** 256n - 1n, 2n ** 256n),
  fc.bigInt({ min: 0n, max: 2n ** 257n }),
)
const hex = fc.uint8Array({ maxLength: 70 }).map((bytes) => `0x${Buffer.from(bytes).toString('hex')}`)

/** What a place can be changed to: gone, something like what was there, or anything at all. */
const replacement: fc.Arbitrary<Json | undefined> = fc.oneof(
  fc.constant(undefined),
  uint.map(String),
  fc.integer({ min: -1, max: 7 }),
  fc.nat(2_000_000_000).map(String),
  hex,
  fc.constantFrom<'dollar' | 'positions' | 'zone' | 'seaport'>('dollar', 'positions', 'zone', 'seaport'),
  fc.string(),
  fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json),
)

type Mutation = { path: readonly string[] | number; to: Json | undefined }

/** Anywhere; or where the order stays one this market takes, so that chain and signature must judge it. */
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ path: fc.nat(), to: replacement }),
  fc.record({
    path: fc.constantFrom(['components', 'salt'], ['components', 'counter']),
    to: uint.map(String),
  }),
  fc.record({ path: fc.constant(['components', 'zoneHash']), to: fc.constant(`0x${'5a'.repeat(32)}`) }),
  fc.record({ path: fc.constant(['signature']), to: hex }),
)
const mutations = fc.array(mutation, { minLength: 1, maxLength: 3 })

test('any order, however twisted, is taken or refused by name, and a refused one changes nothing', {
  timeout: 600_000,
}, async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(mutations, fc.boolean(), async (changes, resign) => {
      const twisted = twist(changes)
      const before = await snapshot()
      const { status, answer } = await send(resign ? await signedAgain(twisted) : twisted)
      expect(status, JSON.stringify(answer)).toBeLessThan(500)
      if (status === 200) return
      expect(answer).toMatchObject({ error: { name: expect.stringMatching(/Error$/), retryable: false } })
      expect(await snapshot()).toBe(before)
      const { error } = answer as { error: { name: string; details?: { reason?: string } } }
      seen.add([error.name, error.details?.reason].filter(Boolean).join(' '))
    }),
    { numRuns: RUNS },
  )
  // the mutations reach past the schema: to the terms, the chain and the signature
  const names = [...seen]
  expect(names).toEqual(
    expect.arrayContaining([
      'InvalidInputError',
      'InvalidSignatureError',
      'StateChangedError',
      'CounterMovedError',
    ]),
  )
  expect(names.filter((name) => name.startsWith('InvalidOrderError')).length).toBeGreaterThan(3)
})

function twist(changes: readonly Mutation[]): Json | undefined {
  let value: Json | undefined = template
  for (const { path, to } of changes) {
    const paths = pathsOf(value ?? null)
    const place = typeof path === 'number' ? paths[path % paths.length] : path
    if (place) value = change(value ?? null, place, ours(to))
  }
  return value
}

/** One of our contracts' addresses where the mutation named it. */
function ours(to: Json | undefined): Json | undefined {
  if (to === 'dollar' || to === 'positions' || to === 'zone' || to === 'seaport') return market.deployment[to]
  return to
}

/** Through the door that other people's clients come by. */
async function send(body: Json | undefined): Promise<{ status: number; answer: unknown }> {
  const post = handle({ body: postOrderInput }, (_, input) => postOrder(market, input.body), {
    context: () => market,
  })
  const request = new Request('http://localhost/api/v1/orders', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body ?? null),
  })
  const response = await post(request, { params: Promise.resolve({}) })
  return { status: response.status, answer: await response.json() }
}

async function snapshot(): Promise<string> {
  const [posted, states] = await Promise.all([
    market.db.select({ hash: orders.hash, signature: orders.signature }).from(orders).orderBy(orders.hash),
    market.db.select().from(orderStates).orderBy(orderStates.orderHash),
  ])
  return JSON.stringify([posted, states])
}

/** Signed by the seller once more where it still is an order, so that the fault alone is judged. */
async function signedAgain(value: Json | undefined): Promise<Json | undefined> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  try {
    const components = orderFromJson(value.components)
    const signature = await seller.account.signTypedData(orderTypedData(market.deployment, components))
    return { ...value, signature }
  } catch {
    return value
  }
}
