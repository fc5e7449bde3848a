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
  await page.getByRole('textbox', { name: 'Seed of demand' }).fill('8')
  await expect(end).not.toHaveText(first)
  await page.getByRole('textbox', { name: 'Seed of demand' }).fill('7')
  await expect(end).toHaveText(first)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV', exact: true }).click()
  const rows = parse(readFileSync(await (await downloading).path()), { columns: true })
  expect(rows).toHaveLength(2 * 120)
})
