import type { APIRequestContext, Page } from '@playwright/test'
import type { LocalChain } from './support/chain'
import type { Seller } from './support/seller'
import { connect } from './support/steps'
import { expect, test } from './support/test'

type Stage = { page: Page; seller: Seller; chain: LocalChain; request: APIRequestContext }

/** Three devices registered, valued and listed a little below that, and the page that chooses all of them. */
async function threeToChooseFrom({ page, seller, chain, request }: Stage) {
  const ids = [await seller.register(), await seller.register(), await seller.register()]
  const orders: Awaited<ReturnType<typeof seller.list>>['components'][] = []
  for (const id of ids) {
    // whoever opens a position's page has it valued
    await page.goto(`/positions/${id}`)
    const value = () =>
      request.get(`/api/v1/positions/${id}`).then(async (answer) => (await answer.json()).value)
    await expect.poll(value, { timeout: 60_000 }).not.toBeNull()
    await chain.approvePosition(seller.account, id)
    const { mean: worth } = await value()
    orders.push((await seller.list(id, Math.floor(Number(worth.amount) * 0.97))).components)
  }
  const among = `among=${ids.join(',')}&network=100&budget=1000`
  const chosen = page.getByRole('table', { name: 'Positions of the basket' })
  // the worker draws their scenarios within seconds
  await expect(async () => {
    await page.goto(`/market/basket?${among}&tail=100`)
    await expect(chosen.locator('tbody tr')).toHaveCount(3, { timeout: 5_000 })
  }).toPass({ timeout: 60_000 })
  return { ids, orders, among, chosen }
}

const purchasePanel = (page: Page) => page.getByRole('complementary', { name: 'Purchase' })

test('A buyer optimises a basket under a CVaR cap and buys it, and pays for no listing that went meanwhile', async ({
  newPerson,
  seller,
  chain,
  request,
}) => {
  // three devices are registered, valued and listed before anything is chosen
  test.slow()
  const { page, wallet } = await newPerson()
  await page.setViewportSize({ width: 1440, height: 900 })
  const { ids, orders, among, chosen } = await threeToChooseFrom({ page, seller, chain, request })

  await test.step('a tighter cap on the tail leaves fewer', async () => {
    await page.getByLabel('Tail loss up to').fill('3')
    await page.getByLabel('Tail loss up to').press('Enter')
    await expect(page).toHaveURL(/tail=3\b/)
    await expect(chosen.locator('tbody tr')).not.toHaveCount(3)
    await expect(page.getByText(/Another \$100.00 of tail loss allowed adds \$/)).toBeVisible()
    await page.goto(`/market/basket?${among}&tail=20`)
    await expect(chosen.locator('tbody tr')).toHaveCount(3)
  })

  await test.step('a listing that went is told before the wallet is asked', async () => {
    await connect(page, 'Test wallet')
    const panel = purchasePanel(page)
    const buy = panel.getByRole('button', { name: /^Buy 3 positions for/ })
    await expect(buy).toBeEnabled()
    await expect(panel.getByText('Your wallet will ask twice')).toBeVisible()
    const [first] = orders
    if (first) await seller.cancel(first)
    await buy.click()
    await expect(panel.getByText('Your wallet was not asked.')).toBeVisible({ timeout: 30_000 })
    expect(wallet.sent).toHaveLength(0)
    await panel.getByRole('button', { name: /^Buy 2 positions for/ }).click()
    await expect(panel.getByText(/2 positions are bought for/)).toBeVisible({ timeout: 30_000 })
  })

  expect(await Promise.all(ids.map((id) => chain.ownerOf(id)))).toEqual(
    [seller.account.address, wallet.address, wallet.address].map((it) =>
      expect.stringMatching(new RegExp(it, 'i')),
    ),
  )
  await expect(async () => {
    await page.goto('/portfolio')
    for (const id of ids.slice(1))
      await expect(page.getByRole('link', { name: new RegExp(`#?${id}\\b`) }).first()).toBeVisible({
        timeout: 2_000,
      })
  }).toPass({ timeout: 30_000 })
})

test('A seller who ends an approval between the last check and the block undoes a basket: the buyer is told which listing did it, and buys the rest in one press', {
  tag: '@deep',
}, async ({ newPerson, seller, chain, request }) => {
  test.slow()
  const { page, wallet } = await newPerson()
  const { ids } = await threeToChooseFrom({ page, seller, chain, request })
  await chain.approveDollars(wallet.account, 1_000_000_000n)
  await connect(page, 'Test wallet')
  const panel = purchasePanel(page)
  const buy = (count: string) => panel.getByRole('button', { name: new RegExp(`^Buy ${count} for`) })
  await expect(buy('3 positions')).toBeEnabled()
  await expect(panel.getByText('Your wallet will ask once.')).toBeVisible()

  await test.step('before the wallet opens the listing is left out', async () => {
    await seller.disallow(ids[0]!)
    await buy('3 positions').click()
    await expect(panel.getByText('Your wallet was not asked.')).toBeVisible({ timeout: 30_000 })
    expect(wallet.sent).toHaveLength(0)
  })

  await test.step('between the wallet and the block it undoes the purchase', async () => {
    const before = await chain.dollarsOf(wallet.address)
    wallet.hold()
    await buy('2 positions').click()
    await expect(page.getByText('Waiting for a block.')).toBeVisible()
    await seller.disallow(ids[1]!)
    await wallet.release()
    const alert = panel.getByRole('alert')
    await expect(alert).toContainText('because of', { timeout: 30_000 })
    await expect(alert).toContainText(`#${ids[1]}: The seller has not approved`)
    await expect(alert).toContainText('Nothing was paid: only the gas')
    expect(await chain.dollarsOf(wallet.address)).toBe(before)
  })

  await buy('the other 1 position').click()
  await expect(panel.getByText(/1 position is bought for/)).toBeVisible({ timeout: 30_000 })
  expect(await chain.ownerOf(ids[2]!)).toBe(wallet.address)
})

test('A wallet that makes calls together approves and buys a basket in one step', {
  tag: '@deep',
}, async ({ newPerson, seller, chain, request }) => {
  test.slow()
  const { page, wallet } = await newPerson({ canBundle: true })
  const { ids } = await threeToChooseFrom({ page, seller, chain, request })
  await connect(page, 'Test wallet')
  const panel = purchasePanel(page)
  await expect(panel.getByText('Your wallet will ask once, for both')).toBeVisible()
  await panel.getByRole('button', { name: /^Buy 3 positions for/ }).click()
  await expect(panel.getByText(/3 positions are bought for/)).toBeVisible({ timeout: 30_000 })
  for (const id of ids) expect(await chain.ownerOf(id)).toBe(wallet.address)
  const asked = (method: string) => wallet.asked.filter((one) => one.method === method)
  expect(asked('wallet_sendCalls')).toHaveLength(1)
  expect(asked('eth_sendTransaction')).toHaveLength(0)
})
