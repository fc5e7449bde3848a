import { connect } from './support/steps'
import { expect, test } from './support/test'

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
  const ids = [await seller.register(), await seller.register(), await seller.register()]
  const orders: Awaited<ReturnType<typeof seller.list>>['components'][] = []
  for (const id of ids) {
    // whoever opens a position's page has it valued; then it is listed a little below that
    await page.goto(`/positions/${id}`)
    const value = () =>
      request.get(`/api/v1/positions/${id}`).then(async (answer) => (await answer.json()).value)
    await expect.poll(value, { timeout: 60_000 }).not.toBeNull()
    await chain.approvePosition(seller.account, id)
    const { mean: worth } = await value()
    orders.push((await seller.list(id, Math.floor(Number(worth.amount) * 0.97))).components)
  }
  const among = `among=${ids.join(',')}&network=100&budget=1000`

  // the worker draws their scenarios within seconds
  const chosen = page.getByRole('table', { name: 'Positions of the basket' })
  await expect(async () => {
    await page.goto(`/market/basket?${among}&tail=100`)
    await expect(chosen.locator('tbody tr')).toHaveCount(3, { timeout: 5_000 })
  }).toPass({ timeout: 60_000 })

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
    const panel = page.getByRole('complementary', { name: 'Purchase' })
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
