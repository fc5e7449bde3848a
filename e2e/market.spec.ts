import type { Page } from '@playwright/test'
import { violationsOf } from './support/axe'
import { tabTo } from './support/keyboard'
import { countLayoutShift } from './support/layout-shift'
import { createSeller } from './support/seller'
import { expect, test } from './support/test'

const count = (page: Page) => page.getByText(/^\d[\d,]* positions? for sale now$/).first()

test('A buyer narrows the market down, takes a filter off, and looks at the rest as cards', async ({
  page,
}) => {
  await page.goto('/market')
  await expect(count(page)).toBeVisible()
  const whole = await count(page).textContent()

  await test.step('a category applies at once, keeps the focus, and says how many each choice has', async () => {
    const category = page.getByLabel('Category')
    await expect(category.locator('option[value="mobility"]')).toHaveText(/mobility \(\d+\)/)
    await category.focus()
    await category.selectOption('mobility')
    await expect(page).toHaveURL('/market?category=mobility')
    await expect(count(page)).not.toHaveText(whole ?? '')
    await expect(category).toBeFocused()
  })
  await test.step('a figure applies when typing rests, with no key pressed', async () => {
    await page.getByLabel('Below value by').pressSequentially('1')
    await expect(page).toHaveURL('/market?category=mobility&gap=1')
    await expect(page.getByLabel('Below value by')).toBeFocused()
  })
  await test.step('each filter can be taken off alone', async () => {
    await page.getByRole('link', { name: 'Take off the filter mobility' }).click()
    await expect(page).toHaveURL('/market?gap=1')
    await expect(page.getByLabel('Category')).toHaveValue('')
    await expect(page.getByLabel('Below value by')).toHaveValue('1')
  })
  await test.step('cards show the same positions, by the same address', async () => {
    const inList = await count(page).textContent()
    await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Cards' }).click()
    await expect(page).toHaveURL('/market?gap=1&view=cards')
    await expect(count(page)).toHaveText(inList ?? '')
    await expect(
      page
        .getByRole('list', { name: /for sale now/ })
        .getByRole('listitem')
        .first(),
    ).toContainText('Yield a year')
    await page.reload()
    await expect(page.getByLabel('Below value by')).toHaveValue('1')
  })
  await test.step('Back goes through the views, and the fields with it', async () => {
    await page.goBack()
    await page.goBack()
    await expect(page.getByLabel('Category')).toHaveValue('mobility')
  })
})

test('A filter that leaves nothing says what to loosen', async ({ page }) => {
  await page.goto('/market?network=dimo&uptime=100')
  await expect(page.getByText('No position fits')).toBeVisible()
  await expect(page.getByText(/no known uptime, and are left out/)).toBeVisible()
  await page.getByRole('link', { name: 'Without “up 100% or more”' }).click()
  await expect(page).toHaveURL('/market?network=dimo')
  await expect(count(page)).toBeVisible()
})

test('A search is saved, found again after a reload, opened and forgotten, by keyboard alone', async ({
  page,
}) => {
  await page.goto('/market?category=storage&sort=yield-desc')
  await expect(count(page)).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Save this view' }))
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Name of the view')).toBeFocused()
  await page.keyboard.type('Storage that pays')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Save this view' })).toBeFocused()

  await page.goto('/market')
  const saved = page.getByRole('list', { name: 'Saved searches' })
  await tabTo(page, saved.getByRole('link', { name: 'Storage that pays' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/market?category=storage&sort=yield-desc')
  await expect(page.getByLabel('Sort by')).toHaveValue('yield-desc')

  await tabTo(page, page.getByRole('button', { name: 'Forget Storage that pays' }))
  await page.keyboard.press('Enter')
  await expect(saved).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Save this view' })).toBeVisible()
  await expect(saved).toHaveCount(0)
})

test('Anything is found from anywhere, without the mouse', async ({ page }) => {
  await page.goto('/networks')
  const find = page.getByRole('combobox', { name: 'Find' })
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(find).toBeFocused({ timeout: 3_000 })
  }).toPass()

  await test.step('arrows choose and Enter opens', async () => {
    await find.fill('dimo')
    await expect(page.getByRole('option').first()).toContainText('network')
    await expect(page.getByRole('option', { selected: true })).toContainText('network')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('option', { selected: true })).toContainText('position')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/networks/dimo')
    await expect(find).toHaveCount(0)
  })
  await test.step('“/” opens it, Escape closes it and gives the focus back', async () => {
    const market = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Market' })
    await market.focus()
    await page.keyboard.press('/')
    await expect(find).toBeFocused()
    await find.fill('nothing of that name')
    await expect(page.getByText(/^Nothing of that name/)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(find).toHaveCount(0)
    await expect(market).toBeFocused()
  })
  await test.step('a transaction’s hash leads to it', async () => {
    await page.goto('/ledger?kind=sales')
    const href = await page
      .getByRole('link', { name: /^transaction 0x/ })
      .first()
      .getAttribute('href')
    await page.getByRole('button', { name: 'Find anything' }).click()
    await find.fill(href?.replace('/tx/', '') ?? '')
    await expect(page.getByRole('dialog').getByRole('option')).toContainText('on record')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(href ?? '')
  })
})

test('A page of the market tells at once what was taken down, and offers what came', async ({
  page,
  chain,
  baseURL,
}) => {
  test.slow()
  const seller = await createSeller(chain, baseURL ?? '')
  const first = await seller.offerPosition(31)
  await page.goto(`/market?q=${seller.account.address}`)
  const row = page.getByRole('row').filter({ hasText: `#${first.id}` })
  await expect(row).toContainText('$31.00')

  const second = await seller.offerPosition(32)
  const offer = page.getByRole('button', { name: '1 new' })
  await expect(offer).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: `#${second.id}` })).toHaveCount(0)
  await offer.click()
  await expect(page.getByRole('row').filter({ hasText: `#${second.id}` })).toContainText('$32.00')
  await expect(offer).toHaveCount(0)

  await seller.cancel(first.order)
  await expect(row.getByText('no longer for sale')).toBeVisible()
  await page.reload()
  await expect(page.getByText('1 position for sale now').first()).toBeVisible()
})

test('The first page moves with the market, without being asked', async ({ page, chain, baseURL }) => {
  test.slow()
  const seller = await createSeller(chain, baseURL ?? '')
  await page.goto('/')
  const latest = page.getByRole('list', { name: 'Latest on record' })
  await expect(latest).toBeVisible()
  const { id } = await seller.offerPosition(33)
  await expect(
    latest
      .getByRole('listitem')
      .filter({ hasText: `#${id}` })
      .first(),
  ).toBeVisible()
})

test('On a phone the filters are behind one button, which says how many are on', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 })
  await page.goto('/market?category=storage')
  await expect(page.getByLabel('Category')).toBeHidden()
  const open = page.getByRole('button', { name: 'Filters (1)' })
  await expect(async () => {
    await open.click()
    await expect(open).toHaveAttribute('aria-expanded', 'true', { timeout: 1_000 })
  }).toPass()
  await page.getByLabel('Category').selectOption('')
  await expect(page).toHaveURL('/market')
  await expect(page.getByLabel('Category')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`Market and first page keep to WCAG 2.2 AA and stay where they are while they load, in ${colorScheme}`, {
    tag: '@deep',
  }, async ({ page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme })
    const shift = await countLayoutShift(page)
    for (const path of ['/', '/market?category=storage', '/market?view=cards&show=all&sort=days'])
      for (const width of [1440, 375]) {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(path)
        await expect(page.locator('main h1').first()).toBeVisible()
        await expect(page.locator('.skeleton')).toHaveCount(0)
        expect(await shift(), `${path} at ${width}`).toBeLessThan(0.1)
        expect(await violationsOf(page), `${path} at ${width}`).toEqual([])
      }
    await page.getByRole('button', { name: 'Find anything' }).click()
    await page.getByRole('combobox', { name: 'Find' }).fill('dimo')
    await expect(page.getByRole('option').first()).toBeVisible()
    expect(await violationsOf(page), 'the search').toEqual([])
  })
