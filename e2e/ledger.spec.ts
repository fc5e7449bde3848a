import { readFileSync } from 'node:fs'
import { parseCsv } from '@/lib/core/csv/parse-csv'
import { violationsOf } from './support/axe'
import { connect, registerDemoDevice } from './support/steps'
import { expect, test } from './support/test'

test('A reader narrows the record to a kind, a day and a position, and takes it away as a file', async ({
  page,
}) => {
  await page.goto('/ledger')
  await page.getByLabel('Event').selectOption('Sales')
  await page.waitForURL(/kind=sales/)
  const rows = page.getByRole('table', { name: /Public record/ }).getByRole('row')
  await expect(rows.nth(1)).toContainText('Sold')

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^CSV, at most/ }).click(),
  ])
  const [heading, ...entries] = parseCsv(readFileSync(await download.path(), 'utf8')).records
  expect(heading?.cells.slice(0, 3)).toEqual(['time', 'event', 'position'])
  expect(entries.length).toBeGreaterThan(0)
  expect(new Set(entries.map(({ cells }) => cells[1]))).toEqual(new Set(['order_filled']))

  await page.goto('/ledger?to=1999-12-31')
  await expect(page.getByText('Nothing is on record')).toBeVisible()
  await page.getByRole('link', { name: 'Clear the filters' }).click()
  await expect(rows.nth(1)).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violationsOf(page)).toEqual([])
  }
})

test('What comes while somebody reads is offered, and no row moves by itself', async ({
  page,
  newPerson,
}) => {
  await page.goto('/ledger?kind=registrations')
  const first = page
    .getByRole('table', { name: /Public record/ })
    .getByRole('row')
    .nth(1)
  await expect(page.getByText('Live: new entries are offered here')).toBeVisible()
  const before = await first.textContent()

  const other = await newPerson()
  await other.page.goto('/register')
  await connect(other.page, 'Test wallet')
  const id = await registerDemoDevice(other.page, 'Seen as it came')

  await expect(page.getByRole('button', { name: 'Show new entries' })).toBeVisible()
  expect(await first.textContent()).toBe(before)
  await page.getByRole('button', { name: 'Show new entries' }).click()
  await expect(first).toContainText(`#${id}`)
})
