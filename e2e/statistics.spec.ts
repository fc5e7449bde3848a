import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parse } from 'csv-parse/sync'
import { expect, test } from './support/test'

test('A reader downloads a chart’s figures and makes its headline again by the published method', async ({
  page,
}) => {
  await page.goto('/networks/helium-iot')
  const statistics = page.locator('#statistics')
  const row = statistics.locator('dl > div').filter({ hasText: 'Network-effect exponent' })
  const headline = (await row.locator('.figures').textContent())?.trim()

  const downloading = page.waitForEvent('download')
  const chart = statistics
    .locator('figure')
    .filter({ has: page.locator('svg title', { hasText: 'exponent' }) })
  await chart.getByRole('link', { name: 'CSV' }).click()
  const file = readFileSync(await (await downloading).path())

  await chart.getByRole('link', { name: 'Method' }).click()
  await expect(page).toHaveURL('/method#statistic-exponent')
  await expect(page.locator('#statistic-exponent')).toContainText(
    'Slope of the monthly change of log rewards in dollars on the monthly change of log nodes',
  )
  expect(headline).toBe(slopeOf(parse(file, { columns: true })).toFixed(2))
})

test('A reader puts networks side by side, and a chart of them into a page of their own', async ({
  page,
  newBrowser,
}) => {
  await page.goto('/networks')
  await page.getByRole('link', { name: 'Compare', exact: true }).click()
  const names = page.getByRole('navigation', { name: 'Networks to compare' })
  await expect(page.getByText('that most is known of')).toBeVisible()
  await names.getByRole('link', { name: 'Take all out' }).click()
  await expect(page.getByText('No network is chosen')).toBeVisible()
  await names.getByRole('link', { name: 'DIMO' }).click()
  await expect(page).toHaveURL('/networks/compare?networks=dimo')
  await names.getByRole('link', { name: 'Hivemapper' }).click()
  await expect(page).toHaveURL('/networks/compare?networks=dimo,hivemapper')
  await page.getByLabel('Values').selectOption('indexed')
  await expect(page).toHaveURL(/values=indexed/)
  await expect(page.getByText(/^Reward per node, 100 = /)).toBeVisible()
  await expect(
    page.getByRole('row', { name: /^Break-even, new device/ }).getByRole('cell', { name: /days/ }),
  ).toHaveCount(2)

  await page.getByText('Embed or print').click()
  const frame = await page.locator('code', { hasText: '<iframe' }).textContent()
  const elsewhere = await newBrowser()
  const body = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Someone’s page</title>${frame}</html>`
  const site = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8').end(body)
  }).listen(0, '127.0.0.1')
  await once(site, 'listening')
  await elsewhere.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`)
  const chart = elsewhere.frameLocator('iframe')
  await expect(chart.getByRole('img', { name: /^Reward per node: DIMO, Hivemapper/ })).toBeVisible()
  await expect(chart.getByRole('banner')).toHaveCount(0)
  site.close()
  const answer = await page.request.get('/market')
  expect(answer.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
})

/** Plain least squares of the change of log rewards on the change of log nodes, between consecutive months. */
function slopeOf(rows: Record<string, string>[]): number {
  const known = rows.map(({ active_nodes, rewards_usd }) => ({
    x: Math.log(Number(active_nodes || Number.NaN)),
    y: Math.log(Number(rewards_usd || Number.NaN)),
  }))
  const changes = known
    .slice(1)
    .map(({ x, y }, i) => ({ x: x - (known[i]?.x ?? Number.NaN), y: y - (known[i]?.y ?? Number.NaN) }))
    .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
  const mean = (of: (one: { x: number; y: number }) => number) =>
    changes.reduce((sum, one) => sum + of(one), 0) / changes.length
  const [middleX, middleY] = [mean(({ x }) => x), mean(({ y }) => y)]
  return mean(({ x, y }) => (x - middleX) * (y - middleY)) / mean(({ x }) => (x - middleX) ** 2)
}
