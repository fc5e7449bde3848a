import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { APIRequestContext } from '@playwright/test'
import { violationsOf } from './support/axe'
import { expect, test } from './support/test'

const run = promisify(execFile)

type Receipt = { value: string; p50: string; inputs: { tokenPrice: { value: number } }; settings: object }
type Stored = { id: string; receipt: Receipt; seal: { valuer: string } | null }

/** A position for sale, and the receipt of its value. */
async function listed(request: APIRequestContext): Promise<{ id: number; stored: Stored }> {
  const answer = await request.get('/api/v1/positions?forSale=true&limit=1')
  const [position] = (await answer.json()).data
  const stored = await request.get(`/api/v1/valuations/${position.value.id}`)
  return { id: position.id, stored: await stored.json() }
}

/** What `npm run receipt:check` says of a file. */
async function check(text: string): Promise<{ said: string; code: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'hotswap-receipt-'))
  const file = join(folder, 'receipt.json')
  await writeFile(file, text)
  try {
    const { stdout } = await run('npm', ['run', '-s', 'receipt:check', '--', file])
    return { said: stdout, code: 0 }
  } catch (error) {
    const { stdout, code } = error as { stdout: string; code: number }
    return { said: stdout, code }
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('My browser recomputes a position’s value to the cent', async ({ page, request }) => {
  const { id } = await listed(request)
  await page.goto(`/positions/${id}#recompute`)
  const section = page.locator('#recompute')
  await section.scrollIntoViewIfNeeded()
  await expect(section.getByRole('status')).toContainText('Equal to the cent', { timeout: 30_000 })
  await section.getByRole('button', { name: 'Recompute' }).click()
  await expect(section.getByRole('status')).toContainText('Equal to the cent', { timeout: 30_000 })
  for (const name of ['What is still to come', 'What if', 'What moves it', 'When it pays back'])
    await expect(section.getByRole('heading', { name, exact: true })).toBeVisible()
  const named = page.locator('title', { hasText: 'Value still to come, by month' })
  await expect(section.locator('svg', { has: named }).first()).toBeVisible()
})

test('The value follows when I think otherwise of the uptime, and comes back', async ({ page, request }) => {
  const { id } = await listed(request)
  await page.goto(`/positions/${id}#recompute`)
  const section = page.locator('#recompute')
  await section.scrollIntoViewIfNeeded()
  const result = section.getByTestId('what-if')
  await expect(result).toBeVisible({ timeout: 30_000 })
  const before = await result.locator('p').nth(1).textContent()
  const slider = section.getByLabel('Uptime')
  await slider.focus()
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft')
  await expect(result.locator('p').nth(1)).not.toHaveText(before ?? '')
  await expect(result).toContainText('as valued (−')
  await section.getByRole('button', { name: 'As valued' }).click()
  await expect(result.locator('p').nth(1)).toHaveText(before ?? '')
})

test('Whoever alters a receipt is found out, and what they altered is named', async ({ request }) => {
  const { stored } = await listed(request)
  expect(stored.seal).not.toBeNull()
  expect(await check(JSON.stringify(stored))).toMatchObject({
    code: 0,
    said: expect.stringContaining('good'),
  })
  const figure = structuredClone(stored)
  figure.receipt.p50 = String(BigInt(figure.receipt.p50) + 100n)
  const altered = await check(JSON.stringify(figure))
  expect(altered).toMatchObject({ code: 1, said: expect.stringContaining('p50 differs') })
  expect(altered.said).toContain('signature')
  const input = structuredClone(stored)
  input.receipt.inputs.tokenPrice.value *= 2
  expect((await check(JSON.stringify(input))).said).toContain('inputsHash')
})

test('Anyone can have inputs of their own valued, and too much work is refused', async ({ request }) => {
  const { stored } = await listed(request)
  const { inputs, settings } = stored.receipt
  const answer = await request.post('/api/v1/valuations', { data: { inputs, settings } })
  expect(answer.status()).toBe(200)
  expect((await answer.json()).value).toBe(stored.receipt.value)
  const heavy = await request.post('/api/v1/valuations', {
    data: { inputs, settings: { ...settings, paths: 900_000 } },
  })
  expect(heavy.status()).toBe(400)
  expect((await heavy.json()).error.fields).toHaveProperty(['settings.paths'])
})

test('Calibration shows its failures first, and Method its formulas and limits', async ({ page }) => {
  await page.goto('/calibration')
  const headings = page.getByRole('heading', { level: 2 })
  await expect(headings.first()).toContainText('Where it failed')
  await expect(
    page
      .getByRole('table', { name: 'The furthest outcomes outside their interval', exact: true })
      .getByRole('row'),
  ).toHaveCount(13)
  await page.getByRole('link', { name: 'How values are computed' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Method')
  await expect(page.locator('math').first()).toBeAttached()
  await expect(page.getByText('Resale prices of devices are not public')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Assumptions that values rest on' })).toContainText(
    'required return',
  )
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`Calibration, Method and the recomputed value break no rule of access, ${colorScheme}`, {
    tag: '@deep',
  }, async ({ page, request }) => {
    await page.emulateMedia({ colorScheme })
    for (const path of ['/calibration', '/method']) {
      await page.goto(path)
      expect(await violationsOf(page)).toEqual([])
    }
    const { id } = await listed(request)
    await page.goto(`/positions/${id}`)
    await page.locator('#recompute').scrollIntoViewIfNeeded()
    await expect(page.locator('#recompute').getByTestId('what-if')).toBeVisible({ timeout: 30_000 })
    expect(await violationsOf(page)).toEqual([])
  })
