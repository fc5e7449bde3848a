import type { APIRequestContext } from '@playwright/test'
import { productPages } from './support/pages'
import { connect, list, registerDemoDevice } from './support/steps'
import { expect, test } from './support/test'

const locales = ['de-DE', 'fr-FR', 'en-IN', 'pt-BR', 'ja-JP'] as const

/** The amounts of dollars a page shows, in its order. */
async function amountsOf(request: APIRequestContext, path: string, locale: string): Promise<string[]> {
  const answer = await request.get(path, { headers: { 'accept-language': `${locale},en;q=0.5` } })
  expect(answer.headers()['cache-control'], 'no cache keeps a page of one reader for another').toMatch(
    /no-store/,
  )
  const html = (await answer.text()).replace(/<script\b.*?<\/script>/gs, '')
  expect(html).toContain(`data-locale="${locale}"`)
  return [...html.matchAll(/>([^<>]*\$[^<>]*)</g)].map(([, text = '']) => text)
}

test('Readers of five locales at once are each shown figures in their own, and nobody another’s', async ({
  request,
}) => {
  test.setTimeout(120_000)
  const paths = ['/market', '/networks']
  const alone = new Map<string, string[]>()
  for (const path of paths)
    for (const locale of locales) alone.set(path + locale, await amountsOf(request, path, locale))
  for (const path of paths) {
    const [first, ...others] = locales.map((locale) => alone.get(path + locale)?.join('\n'))
    expect(first?.length).toBeGreaterThan(100)
    expect(others).not.toContain(first)
  }

  await Promise.all(
    Array.from({ length: 5 }, async (_, lane) => {
      for (let turn = 0; turn < 40; turn++) {
        const locale = locales[(lane + turn) % locales.length] ?? 'de-DE'
        const path = paths[(lane + turn) % paths.length] ?? '/market'
        expect(await amountsOf(request, path, locale), `${path} in ${locale}`).toEqual(
          alone.get(path + locale),
        )
      }
    }),
  )
})

test('Files, images and the API are the same for everyone', async ({ request }) => {
  for (const path of ['/api/v1/networks', '/ledger/ledger.csv', '/networks/filecoin/months.csv']) {
    const [plain, german] = await Promise.all(
      ['en-US', 'de-DE'].map(async (locale) =>
        (await request.get(path, { headers: { 'accept-language': locale } })).text(),
      ),
    )
    expect(german, path).toBe(plain)
  }
})

for (const locale of ['de-DE', 'fr-FR'] as const)
  test.describe(`In ${locale}`, () => {
    test.use({ locale })

    test('every page is taken over by the browser as the server wrote it, and fits a phone', {
      tag: '@deep',
    }, async ({ page, problems, request }) => {
      test.setTimeout(180_000)
      problems.allow(/404 \(Not Found\)/)
      await page.setViewportSize({ width: 360, height: 800 })
      for (const it of await productPages(request))
        await test.step(it.name, async () => {
          await page.goto(it.path)
          await expect(page.locator('html')).toHaveAttribute('data-locale', locale)
          await expect
            .poll(
              () =>
                page.evaluate(
                  () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
                ),
              {
                message: `${it.path} is wider than its window`,
              },
            )
            .toBeLessThanOrEqual(0)
        })
    })
  })

test.describe('A seller in Germany', () => {
  test.use({ locale: 'de-DE' })

  test('types a price with a comma, is asked about one with a point, and lists for what was meant', async ({
    newPerson,
    request,
  }) => {
    const { page } = await newPerson()
    await page.goto('/register')
    await connect(page, 'Test wallet')
    const id = await registerDemoDevice(page, 'Listed with a comma')
    const price = page.getByLabel('Price, in dollars')
    await price.fill('1.234')
    await expect(page.getByText('“1.234” can be read in two ways: write 1234 or 1,234.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'List for sale' })).toBeDisabled()
    await list(page, '1.234,5')
    await expect(page.getByText(/1\.234,50\s\$/).first()).toBeVisible()
    const answer = await request.get(`/api/v1/positions/${id}`)
    expect(await answer.text()).toContain('"amount":"1234.5"')
  })

  test('filters by a price with a comma; the address has it plain, and the field as it was typed', async ({
    page,
  }) => {
    await page.goto('/market')
    await expect(page.getByText(/positions for sale now$/).first()).toBeVisible()
    const from = page.getByLabel('Price from')
    await from.fill('1.234')
    await from.press('Enter')
    await expect(page).toHaveURL(/\/market$/)
    expect(await from.evaluate((field: HTMLInputElement) => field.validationMessage)).toBe(
      '“1.234” can be read in two ways: write 1234 or 1,234.',
    )
    await from.fill('84,50')
    await from.press('Enter')
    await expect(page).toHaveURL('/market?min=84.50')
    await expect(page.getByRole('link', { name: /Take off the filter from 84,50\s\$/ })).toBeVisible()
    await page.reload()
    await expect(from).toHaveValue('84,5')
  })
})
