import type { Page } from '@playwright/test'
import { colourViolationsOf, violationsOf } from './support/axe'
import { countLayoutShift } from './support/layout-shift'
import { type ProductPage, productPages } from './support/pages'
import { connect } from './support/steps'
import { expect, test } from './support/test'

const widths = [360, 768, 1440, 2560]

test('No page breaks a rule of WCAG 2.2 AA in either theme, or is wider than its window', {
  tag: '@deep',
}, async ({ page, problems, request }) => {
  test.setTimeout(600_000)
  problems.allow(/404 \(Not Found\)/)
  for (const it of await productPages(request))
    await test.step(it.name, async () => {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.emulateMedia({ colorScheme: 'light' })
      await open(page, it)
      expect(await violationsOf(page), it.path).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await colourViolationsOf(page), `${it.path} in dark`).toEqual([])
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        await expectNoOverflow(page, `${it.path} at ${width} px`)
      }
    })
})

for (const viewport of [
  { width: 375, height: 812 },
  { width: 1440, height: 900 },
])
  test(`Nothing on a page moves by itself while it arrives, at ${viewport.width} px`, {
    tag: '@deep',
  }, async ({ page, problems, request }) => {
    test.setTimeout(600_000)
    problems.allow(/404 \(Not Found\)/)
    await page.setViewportSize(viewport)
    const layoutShift = await countLayoutShift(page)
    for (const it of await productPages(request))
      await test.step(it.name, async () => {
        await open(page, it)
        await page.waitForTimeout(300)
        // Next sends an empty shell where a page is not there, and draws all of it in the browser
        expect(await layoutShift(), it.path).toBeLessThan(it.status === 404 ? 0.05 : 0.02)
      })
  })

test('What a connected person sees breaks no rule either, and fits a phone', async ({
  newBrowser,
  problems,
}) => {
  test.setTimeout(180_000)
  problems.allow(/404 \(Not Found\)/)
  const page = await newBrowser()
  await page.goto('/register')
  await connect(page, 'Demo operator')
  for (const path of ['/register', '/list', '/operate', '/portfolio', '/claim', '/watching'])
    await test.step(path, async () => {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(path)
      await expect(page.getByRole('button', { name: /^Account 0x/ })).toBeVisible()
      await expect(page.locator('.skeleton')).toHaveCount(0)
      expect(await violationsOf(page), path).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await colourViolationsOf(page), `${path} in dark`).toEqual([])
      await page.setViewportSize({ width: 360, height: 800 })
      await expectNoOverflow(page, `${path} at 360 px`)
    })
})

test('With the reader’s own colours what can be pressed keeps an edge and what is chosen a mark', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/market')
  const here = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Market' })
  await expect(here).toHaveCSS('text-decoration-line', 'underline')
  const button = page.getByRole('button', { name: 'Connect wallet' })
  expect(await button.evaluate((it) => getComputedStyle(it).borderTopWidth)).toBe('1px')
  const line = page
    .getByRole('img', { name: /value .*between/ })
    .first()
    .locator('line')
    .first()
  const [stroke, ground] = await line.evaluate((it) => [
    getComputedStyle(it).stroke,
    getComputedStyle(document.body).backgroundColor,
  ])
  expect(stroke).not.toBe(ground)
})

test('On paper a page is its content alone', async ({ page }) => {
  await page.goto('/networks')
  await expect(page.getByRole('row').nth(5)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Connect wallet' })).toBeHidden()
  await expect(page.getByRole('row').nth(5)).toBeVisible()
})

/** Opens a page and waits until all of it is there. */
async function open(page: Page, { path, status = undefined }: ProductPage) {
  const answer = await page.goto(path)
  expect(answer?.status(), path).toBe(status ?? 200)
  await expect(page.locator('main h1').first()).toBeVisible()
  await expect(page.locator('.skeleton')).toHaveCount(0)
}

/** A page takes a frame or two to fit a window that has just changed. */
function expectNoOverflow(page: Page, what: string) {
  return expect.poll(() => overflowOf(page), { message: what, timeout: 2_000 }).toBeLessThanOrEqual(0)
}

function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
