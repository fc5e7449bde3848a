import { privateKeyToAccount } from 'viem/accounts'
import { encodeFulfillOrder } from '@/lib/chain/seaport/calls'
import { expect, test } from './support/test'

test('A sale between two accounts with money from one purse is marked, left out of prices, and found in the ledger', async ({
  newPerson,
  seller,
  chain,
  page,
}) => {
  test.setTimeout(120_000)
  const { id, order, signature } = await seller.offerPosition(120)
  // both have their dollars from one account that is no faucet
  const buyer = privateKeyToAccount((await newPerson()).privateKey)
  await chain.approveDollars(buyer, 120_000_000n)
  const { transactionHash } = await chain.send(buyer, {
    to: chain.deployment.seaport,
    data: encodeFulfillOrder({ components: order, signature }),
  })

  await expect(async () => {
    await page.goto(`/positions/${id}`)
    await expect(
      page.getByText(/^Left out of reference prices: at least a fifth of the price had come to both/),
    ).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
  const prices = page.getByRole('table', { name: /^Reference prices of this position/ })
  await expect(prices.getByRole('row', { name: /This position/ })).toContainText(
    'No reference below 5 clean sales: none yet, 1 left out',
  )

  await page.goto(`/ledger?kind=marked&of=%23${id}`)
  const line = page.getByRole('row').filter({ hasText: 'Sold' })
  await expect(line).toContainText('left out')
  await line.getByRole('link', { name: /^transaction 0x/ }).click()
  await expect(page).toHaveURL(`/tx/${transactionHash}`)
  await expect(page.getByText(/^Left out of reference prices: at least a fifth/)).toBeVisible()
})

test('A buyer sees what is offered below the lower quarter of its value, and takes the figures along', async ({
  page,
  request,
}) => {
  await page.goto('/market')
  await page.getByRole('link', { name: 'Opportunities' }).click()
  await expect(page.getByRole('heading', { name: 'Opportunities' })).toBeVisible()
  // the worker judges the listings of a fresh start in its first minutes
  await expect(async () => {
    await page.reload()
    const table = page.getByRole('table', { name: /^Listings below the P25/ })
    await expect(table).toBeVisible({ timeout: 2_000 })
    await expect(table.locator('tbody tr').first()).toContainText('others paid')
  }).toPass({ timeout: 90_000 })
  const rows = page.getByRole('table', { name: /^Listings below the P25/ }).locator('tbody tr')
  await expect(rows.first().getByRole('img', { name: /value .*between/ })).toBeVisible()
  await expect(rows.first()).toContainText(/you ask for .* a year, not/)

  const { data } = (await (await request.get('/market/opportunities/opportunities.json')).json()) as {
    data: { position: number; price_usd: string; p25_usd: string; gap_over_risk: number }[]
  }
  for (const { price_usd, p25_usd } of data) expect(Number(price_usd)).toBeLessThan(Number(p25_usd))
  const scores = data.map(({ gap_over_risk }) => gap_over_risk)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  const csv = await (await request.get('/market/opportunities/opportunities.csv')).text()
  expect(csv.trim().split('\n').length).toBeGreaterThanOrEqual(2)

  await rows.first().getByRole('link').first().click()
  await expect(page.getByRole('term').filter({ hasText: 'Others paid' })).toBeVisible()
  const prices = page.getByRole('table', { name: /^Reference prices of this position/ })
  await expect(prices.getByRole('row', { name: /^All networks/ })).toContainText(/of value, \d+ sales/)
})
