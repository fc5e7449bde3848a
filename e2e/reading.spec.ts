import type { Page } from '@playwright/test'
import { expect, test } from './support/test'

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search' })

test('A reader narrows the market, and every view has an address of its own', async ({ page }) => {
  await page.goto('/market')
  const count = page.getByText(/positions for sale now$/).first()
  await expect(count).toBeVisible()

  await test.step('a choice applies at once and stays in the URL alone', async () => {
    await page.getByLabel('Network').selectOption('relay')
    await expect(page).toHaveURL('/market?network=relay')
    await expect(page.getByRole('cell', { name: 'DIMO' })).toHaveCount(0)
  })
  await test.step('words apply on Enter, and Back undoes them', async () => {
    await search(page).fill('operator-019')
    await search(page).press('Enter')
    await expect(page).toHaveURL(/q=operator-019&network=relay/)
    await page.goBack()
    await expect(page).toHaveURL('/market?network=relay')
    await expect(search(page)).toHaveValue('')
  })
  await test.step('an amount that is none is told beside its field', async () => {
    await page.getByLabel('Price from').fill('ten')
    await page.getByLabel('Price from').press('Enter')
    await expect(page.getByText('“ten” is not an amount.')).toBeVisible()
    await expect(page.getByLabel('Price from')).toHaveAttribute('aria-invalid', 'true')
  })
  await test.step('filters that nothing meets say so and offer a way out', async () => {
    await page.goto('/market?q=nothing+of+that+name')
    await expect(page.getByText('No position fits')).toBeVisible()
    await page.getByRole('link', { name: 'Clear the filters' }).click()
    await expect(count).toBeVisible()
  })
})

test('A reader sorts the market by a column, turns it round, and pages on and back', async ({ page }) => {
  const firstRow = page.getByRole('row').nth(1)
  await page.goto('/market?sort=price-asc')
  await expect(page.getByRole('columnheader', { name: 'Price', exact: true })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  const cheapest = (await firstRow.textContent()) ?? ''

  await page.getByRole('link', { name: 'Next →' }).click()
  await expect(page).toHaveURL(/after=/)
  await expect(firstRow).not.toHaveText(cheapest)
  await page.getByRole('link', { name: '← Previous' }).click()
  await expect(page).toHaveURL(/before=/)
  await expect(firstRow).toHaveText(cheapest)

  await page.getByRole('link', { name: 'Price', exact: true }).click()
  await expect(page).toHaveURL('/market?sort=price-desc')
})

test('A sale on the ledger leads to its transaction, and from there to its position', async ({ page }) => {
  await page.goto('/ledger?kind=sales')
  await page
    .getByRole('link', { name: /^transaction 0x/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Transaction' })).toBeVisible()
  await expect(page.getByText('Sold', { exact: true })).toBeVisible()
  await expect(page.getByText('Fee', { exact: true })).toBeVisible()
  await page.getByRole('main').locator('a[href^="/positions/"]').first().click()
  await expect(page).toHaveURL(/\/positions\/\d+$/)
})

test('A network’s history is charted, said in words, and given as a file', async ({ page, request }) => {
  await page.goto('/networks')
  await page.getByRole('link', { name: 'Helium IOT' }).click()
  await expect(page.locator('svg title', { hasText: /^Active nodes by month: 100 in Aug 2019/ })).toHaveCount(
    1,
  )
  const nodes = page.getByRole('slider', { name: 'Active nodes by month' })
  await nodes.press('Home')
  await expect(nodes).toHaveText(/Aug 2019\s+100$/)
  await nodes.press('ArrowRight')
  await expect(nodes).toHaveText(/^Sep 2019/)
  await page.getByText('Show as a table').first().click()
  await expect(page.getByRole('cell', { name: '2019-08' })).toBeVisible()

  const csv = await (await request.get('/networks/helium-iot/months.csv')).text()
  expect(csv).toContain('\r\n2019-08-01,663114.52,0.1,66311,100,663.11,as published\r\n')
})

test('Without scripts the market is filtered all the same', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })
  const page = await context.newPage()
  await page.goto('/market')
  await page.getByLabel('Network').selectOption('dimo')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('link', { name: /^DIMO \d/ }).first()).toBeVisible()
  await expect(page.getByText('Reading the market…')).toBeHidden()
  await context.close()
})

test('The theme follows the system until the reader chooses, and the choice is there before the page', async ({
  page,
}) => {
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme)
  await page.goto('/networks')
  expect(await theme()).toBeUndefined()
  await page.getByRole('button', { name: 'Switch between light and dark' }).click()
  expect(await theme()).toBe('dark')
  await page.reload({ waitUntil: 'commit' })
  await page.waitForSelector('body', { state: 'attached' })
  expect(await theme()).toBe('dark')
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Switch between light and dark' }).click()
  expect(await theme()).toBeUndefined()
})
