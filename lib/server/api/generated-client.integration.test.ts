import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderToJson } from '@/lib/chain/seaport/order-components'
import { createTradedMarket, serveApi, type TradedMarket } from '@/test/api'
import type { ApiServer } from '@/test/api-server'
import { generateClient } from '@/test/generate-client'
import { temporaryFolder } from '@/test/temporary-folder'
import { prepareListing } from '../orders/prepare-order'
import { openApiDocument } from './document/document'

const run = promisify(execFile)

let market: TradedMarket
let server: ApiServer
const folder = temporaryFolder()
beforeAll(async () => {
  market = await createTradedMarket()
  server = await serveApi(market)
  writeFileSync(join(folder, 'client.ts'), generateClient(JSON.parse(JSON.stringify(openApiDocument()))))
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        target: 'ES2023',
        module: 'ESNext',
        moduleResolution: 'bundler',
        lib: ['ES2023', 'DOM', 'DOM.Iterable'],
        types: [],
      },
      include: ['*.ts'],
    }),
  )
}, 180_000)
afterAll(async () => {
  await server?.stop()
  await market?.close()
})

const typeCheck = () => run(resolve('node_modules/.bin/tsc'), ['-p', folder])

/** A program of someone who has the document and nothing else of ours. */
const program = (origin: string, order: unknown) => `
import { createClient, type Order, type PositionPage } from './client'

const client = createClient(${JSON.stringify(origin)})
const order = ${JSON.stringify(order)}

async function main() {
  const health = await client.getHealth()
  const ids: number[] = []
  let cursor: string | undefined
  do {
    const page = await client.listPositions({ query: { limit: 2, ...(cursor !== undefined && { cursor }) } })
    if (page.status !== 200) throw new Error('no positions')
    const { data, next }: PositionPage = page.body
    ids.push(...data.map((position) => position.id))
    cursor = next ?? undefined
  } while (cursor !== undefined)

  const networks = await client.listNetworks()
  const network = await client.getNetwork({ path: { slug: 'relay' } })
  const position = await client.getPosition({ path: { id: 1 } })
  const posted = await client.postOrder({ body: order })
  if (posted.status !== 201) throw new Error(JSON.stringify(posted))
  const refused = await client.postOrder({ body: { ...order, chainId: 1 } })
  const found = await client.getOrder({ path: { hash: posted.body.hash } })
  const cheapest = await client.listOrders({ query: { sort: 'price', kind: 'listing', limit: 1 } })
  const first: Order | undefined = cheapest.status === 200 ? cheapest.body.data[0] : undefined
  const again = await client.listSales()
  const held = await client.listSales({ header: { 'If-None-Match': again.headers.get('etag') ?? '' } })
  const ledger = await client.listLedger({ query: { kind: 'sales' } })
  console.log(JSON.stringify({
    health: health.body.status,
    ids,
    networks: networks.status === 200 && networks.body.data.map(({ slug }) => slug),
    months: network.status === 200 && network.body.months.length,
    mean: position.status === 200 && position.body.value?.mean.amount,
    kind: posted.body.kind,
    refused: refused.status === 400 && refused.body.error.name,
    standing: found.status === 200 && found.body.standing,
    first: first?.price.amount,
    held: held.status,
    sold: ledger.status === 200 && ledger.body.data[0]?.price?.amount,
  }))
}

void main()
`

test('a client generated from the document drives the API, and its types are the answers’', async () => {
  const prepared = await prepareListing(market, {
    account: market.seller.address,
    positionId: market.ids[0] ?? 0,
    price: 20_000_000n,
    endTime: await market.weekAhead(),
  })
  const { components, ...rest } = await market.sign(market.seller, prepared)
  const file = join(folder, 'program.ts')
  writeFileSync(file, program(server.url, { ...rest, components: orderToJson(components) }))
  await typeCheck()
  const { stdout } = await run(process.execPath, [resolve('node_modules/tsx/dist/cli.mjs'), file])
  expect(JSON.parse(stdout)).toEqual({
    health: 'ok',
    ids: [1, 2, 3, 4, 5],
    networks: ['radio', 'relay'],
    months: 2,
    mean: '123.45',
    kind: 'listing',
    refused: 'WrongChainError',
    standing: 'open',
    first: '20',
    held: 304,
    sold: '60',
  })
}, 120_000)

test('what the document does not have, its types refuse', async () => {
  writeFileSync(
    join(folder, 'wrong.ts'),
    `import { createClient } from './client'
const client = createClient('')
void client.listOrders({ query: { sort: 'dearest' } })
void client.getPosition({})
void client.postOrder({ body: { chainId: 1 } })
void client.getNetwork({ path: { slug: 'x' } }).then(({ body }) => body.slug)
`,
  )
  const failure: unknown = await typeCheck().then(
    () => undefined,
    (error: unknown) => error,
  )
  const lines = String(Reflect.get(Object(failure), 'stdout')).match(/wrong\.ts[(:]\d+/g) ?? []
  expect([...new Set(lines.map((line) => line.replace(/\D+/, '')))]).toEqual(['3', '4', '5', '6'])
}, 120_000)
