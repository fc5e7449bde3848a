import { putDatabaseOutOfService, stopNode } from './support/outages'
import { buy, buyButton, connect } from './support/steps'
import { expect, test } from './support/test'

test('While the node is away a purchase is not sent, and the page goes on once it is back', async ({
  newPerson,
  seller,
  chain,
  problems,
}) => {
  test.slow()
  problems.allow(/50\d|ERR_|Failed to (load|fetch)/)
  const { page, wallet } = await newPerson()
  const { id } = await seller.offerPosition(34)
  await page.goto(`/positions/${id}`)
  await connect(page, 'Test wallet')
  await expect(buyButton(page)).toBeEnabled()

  const node = stopNode()
  try {
    await buyButton(page).click()
    await expect(page.getByText(/node does not answer/).first()).toBeVisible({ timeout: 60_000 })
    expect(wallet.asked.filter(({ method }) => method === 'eth_sendTransaction')).toEqual([])
    const reading = await page.request.get('/ledger')
    expect(reading.status(), 'the record is read without the node').toBe(200)
  } finally {
    node.resume()
  }
  await page.getByRole('button', { name: 'Check again' }).click()
  await buy(page)
  expect(await chain.ownerOf(id)).toBe(wallet.address)
})

test('While the database is away pages say so with an error status, and recover by themselves', async ({
  page,
  problems,
}) => {
  problems.allow(
    // #441 is “An error occurred in the Server Components render”, as a production build says it
    /50\d|error #441|did not answer|digest|not currently accepting|Server Components|terminating|Connection/,
  )
  const paths = [
    '/',
    '/market',
    '/networks',
    '/ledger',
    '/positions/1',
    '/address/0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc',
  ]
  for (const path of paths) expect((await page.request.get(path)).status(), path).toBe(200)

  const database = await putDatabaseOutOfService()
  try {
    for (const path of paths)
      expect((await page.request.get(path)).status(), path).toBeGreaterThanOrEqual(500)
    expect((await page.request.get('/api/v1/positions')).status()).toBe(503)
    const broken = await page.goto('/ledger')
    expect(broken?.status()).toBeGreaterThanOrEqual(500)
    await expect(page.getByRole('heading', { name: 'This page could not be read' })).toBeVisible()
    await expect(page.getByText('Nothing was changed; orders and transactions are untouched.')).toBeVisible()
  } finally {
    await database.resume()
  }
  await expect(async () => {
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { name: 'Ledger' })).toBeVisible({ timeout: 2_000 })
  }).toPass()
})
