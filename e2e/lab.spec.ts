import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { readRun, runDesigns } from '@/components/lab/design-run'
import { phaseOf } from '@/lib/mechanism/tokenomics/flywheel'
import { expect, test } from './support/test'

test('A designer finds the bond that keeps operators honest, and sends it on as an address', async ({
  page,
}) => {
  const bond = page.getByRole('textbox', { name: 'Bond lost when found out' })
  await page.goto('/lab')
  await page.getByRole('link', { name: /^Honesty/ }).click()
  await expect(page.getByText(/is not: a false report gains/)).toBeVisible()
  await bond.fill('500')
  await expect(page.getByText(/is enough: a false report loses/)).toBeVisible()
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

  await page.getByRole('link', { name: 'Hivemapper', exact: true }).first().click()
  await expect(page).toHaveURL('/lab/flywheel?of=hivemapper#one')
  await expect(page.getByRole('heading', { name: 'Hivemapper' })).toBeVisible()
})

test('A designer runs two designs over a hundred seeds; the exported run comes out the same in Node, bit for bit', async ({
  page,
}) => {
  await page.goto('/lab/designs?seed=7')
  const end = page.getByRole('table', { name: 'Designs A and B in the last month' })
  const first = (await end.textContent()) ?? ''
  expect(first).toContain('of seeds')
  await expect(async () => {
    await page.getByRole('textbox', { name: 'Seed of demand' }).fill('8')
    await expect(end).not.toHaveText(first, { timeout: 1_000 })
  }).toPass()
  await page.getByRole('textbox', { name: 'Seed of demand' }).fill('7')
  await expect(end).toHaveText(first)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV', exact: true }).click()
  const file = await (await downloading).path()
  const told = readRun(readFileSync(file, 'utf8'))
  if (typeof told === 'string') throw new Error(told)
  const prices = runDesigns(told.values, relayCosts()).flatMap((run) => run.map(({ price }) => price))
  expect(prices).toHaveLength(2 * 120)
  expect(told.prices).toEqual(prices)

  await page.goto('/lab/designs?seed=8')
  await page.getByLabel('A run’s CSV or JSON').setInputFiles(file)
  await expect(page.getByText('its run comes out the same, price for price')).toBeVisible()
  await expect(end).toHaveText(first)
  await page.getByRole('combobox', { name: 'Mechanism' }).first().selectOption('Halving')
  await expect(end).not.toHaveText(first)
  await expect(page).toHaveURL(/scheduleA=1/)
})

/** The relay operators' devices and running costs in the last month on record. */
function relayCosts() {
  const rows = parse(readFileSync('db/seed/relay-operators-monthly.csv'), { columns: true }) as Record<
    string,
    string
  >[]
  return rows
    .filter(({ month, nodes, cost_usd_per_node: cost }) => month === '2023-06' && Number(nodes) > 0 && cost)
    .sort((a, b) => (a.operator! < b.operator! ? -1 : 1))
    .map((row) => ({ nodes: Number(row.nodes), costUsd: Number(row.cost_usd_per_node) }))
}

test('A designer edits a game until two equilibria are stable, and sends it on with its proof', async ({
  page,
}) => {
  await page.goto('/lab/games?game=subsidies')
  await expect(page.getByRole('heading', { name: 'One equilibrium' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Network A at Hold, Hold' }).fill('6')
  await page.getByRole('textbox', { name: 'Network B at Hold, Hold' }).fill('6')
  await expect(page.getByRole('heading', { name: '3 equilibria' })).toBeVisible()
  await expect(page).toHaveURL('/lab/games?game=subsidies&a=6,0;5,1&b=6,5;0,1')
  await page.getByRole('button', { name: 'Network B: Hold' }).click()
  await expect(page).toHaveURL('/lab/games?game=subsidies&a=6,0;5,1&b=6,5;0,1&label=3')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Giving up Network B: Hold' })).toBeVisible()
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
  await page.getByRole('textbox', { name: 'Bidders' }).fill('3')
  await expect(page).toHaveURL('/lab/auctions?bids=100_60&asks=10&lie=s01&bidders=3')
  await page.reload()
  await expect(rule).toContainText('$40.00 at $100.00')
})
