import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { phaseOf } from '@/lib/mechanism/tokenomics/flywheel'
import { expect, test } from './support/test'

test('A designer finds the bond that keeps operators honest, and sends it on as an address', async ({
  page,
}) => {
  const bond = page.getByRole('textbox', { name: 'Bond lost when found out' })
  await page.goto('/lab')
  await page.getByRole('link', { name: /^Honesty/ }).click()
  await expect(page.getByText('the bond above is smaller: a false report pays')).toBeVisible()
  await bond.fill('500')
  await expect(page.getByText('the bond above is larger: a false report is a loss')).toBeVisible()
  await expect(page).toHaveURL('/lab/honesty?bond=500')

  await page.reload()
  await expect(bond).toHaveValue('500')
  await bond.fill('-1')
  await expect(page.getByText('From 0 to 1000000.')).toBeVisible()
  await expect(page).toHaveURL('/lab/honesty?bond=500')
  await page.getByRole('button', { name: 'As at first' }).click()
  await expect(page).toHaveURL('/lab/honesty')
})

test('A reader downloads the flywheel’s figures and names every phase again by the published rule', async ({
  page,
}) => {
  await page.goto('/lab/flywheel')
  await expect(page.getByRole('img', { name: /^Helium IOT: spinning up in 2020-01/ })).toBeVisible()
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Data, CSV' }).click()
  const file = await (await downloading).path()
  const rows = parse(readFileSync(file), { columns: true }) as Record<string, string>[]
  const told = rows.filter((row) => row.from_rewards_alone === 'false')
  expect(told.length).toBeGreaterThan(100)
  for (const row of told)
    expect(row.phase).toBe(phaseOf(Number(row.log_growth_rewards), Number(row.log_growth_nodes)))
})

test('A designer runs two designs on one demand, and the same seed gives the same run', async ({ page }) => {
  await page.goto('/lab/designs?seed=7')
  const end = page.locator('section', { has: page.getByRole('heading', { name: 'In the end' }) })
  const first = (await end.textContent()) ?? ''
  await expect(async () => {
    await page.getByRole('textbox', { name: 'Seed of demand' }).fill('8')
    await expect(end).not.toHaveText(first, { timeout: 1_000 })
  }).toPass()
  await page.getByRole('textbox', { name: 'Seed of demand' }).fill('7')
  await expect(end).toHaveText(first)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV', exact: true }).click()
  const file = await (await downloading).path()
  expect(parse(readFileSync(file), { columns: true })).toHaveLength(2 * 120)

  await page.goto('/lab/designs?seed=8')
  await page.getByLabel('A run’s CSV or JSON').setInputFiles(file)
  await expect(page.getByText('its run comes out the same, price for price')).toBeVisible()
  await expect(end).toHaveText(first)
})

test('A designer edits a game until two equilibria are stable, and sends it on with its proof', async ({
  page,
}) => {
  await page.goto('/lab/games?game=subsidies')
  await expect(page.getByRole('heading', { name: 'One equilibrium' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Network A at Hold, Hold' }).fill('6')
  await page.getByRole('textbox', { name: 'Network B at Hold, Hold' }).fill('6')
  await expect(page.getByRole('heading', { name: '3 equilibria' })).toBeVisible()
  await expect(page).toHaveURL('/lab/games?game=subsidies&a=6,0;5,1&b=6,5;0,1')
  await page.reload()
  await expect(page.getByText(/learning comes back to it$/)).toHaveCount(2)
  await page.getByText('Why nobody deviates').first().click()
  await expect(page.getByText(/the best deviation gains 0\./).first()).toBeVisible()
})

test('A seller sees that a shill pays in a second-price sale, and a buyer that a lie does not', async ({
  page,
}) => {
  await page.goto('/lab/auctions?bids=100_60&asks=10')
  const lies = page.getByRole('table', { name: 'What lies gain under each rule' })
  const rule = lies.getByRole('row', { name: /^Vickrey/ })
  await expect(rule).toContainText('none is better')
  await page.getByRole('combobox', { name: 'Whose' }).selectOption({ label: 'Ask 1, $10.00' })
  await expect(rule).toContainText('$40.00 at $100.00')
})
