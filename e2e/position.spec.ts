import type { APIRequestContext, Page } from '@playwright/test'
import { expect, test } from './support/test'

type Position = { id: number; cell: string | null; listing: { price: { amount: string } } | null }

test('A link to a position for sale is shown with its value bar and the price on it', async ({
  page,
  request,
}) => {
  const listed = await positionWhere(request, '', ({ listing }) => listing !== null)
  await page.goto(`/positions/${listed.id}`)
  const address = await page.locator('meta[property="og:image"]').getAttribute('content')
  const image = await request.get(address ?? '')
  expect(image.headers()['content-type']).toBe('image/png')
  const { width, height, amber, ink } = await colours(page, await image.body())
  expect([width, height]).toEqual([1200, 630])
  expect(ink, 'the line and the words').toBeGreaterThan(5_000)
  expect(amber, 'the dot where the price is').toBeGreaterThan(200)
})

test('A position that is not for sale has no price on its image, and one that is not there has no image', async ({
  page,
  request,
}) => {
  const unlisted = await positionWhere(request, '', ({ listing }) => listing === null)
  await page.goto('/networks')
  const image = await request.get(`/positions/${unlisted.id}/opengraph-image`)
  const { amber, ink } = await colours(page, await image.body())
  expect(amber).toBe(0)
  expect(ink).toBeGreaterThan(5_000)
  expect((await request.get('/positions/999999999/opengraph-image')).status()).toBe(404)
})

test('A position’s place is a hexagon on a map, in words, and no more exact than its cell', async ({
  page,
  request,
}) => {
  const { id, cell } = await positionWhere(request, '&network=helium-iot', (it) => it.cell !== null)
  await page.goto(`/positions/${id}`)
  const place = page.locator('section', { has: page.getByRole('heading', { name: 'Place', exact: true }) })
  await expect(place.getByText(/km² in .+, about [\d.]+° [NS], [\d.]+° [EW]/)).toBeVisible()
  await place.scrollIntoViewIfNeeded()
  const hexagon = place.locator(`use[href="/map/cells/${cell}#near-cell"]`)
  await expect
    .poll(() => hexagon.evaluate((it: SVGUseElement) => it.getBBox().width), 'the cell is drawn')
    .toBeGreaterThan(40)
  const land = place.locator('use[href="/map/world.svg#land"]')
  await expect.poll(() => land.evaluate((it: SVGUseElement) => it.getBBox().width)).toBeGreaterThan(500)
})

test('Behind a position’s charts stand tables, and behind its history transactions', async ({
  page,
  request,
}) => {
  const { id } = await positionWhere(request, '', ({ listing }) => listing !== null)
  await page.goto(`/positions/${id}`)
  await page.getByText('Show as a table').first().click()
  const rewards = page.getByRole('table', { name: /^Reward per node by month/ })
  await expect(rewards.getByRole('row').nth(1)).toContainText(/\d{4}-\d\d.*\$/)
  const similar = page.getByRole('table', { name: 'Similar positions' })
  await expect(similar.getByRole('img', { name: /value .*between/ }).first()).toBeVisible()
  const minted = page.getByRole('listitem').filter({ hasText: 'Minted to' })
  await minted.getByRole('link', { name: /^transaction 0x/ }).click()
  await expect(page).toHaveURL(/\/tx\/0x[0-9a-f]{64}$/)
  await expect(page.getByRole('heading', { name: 'Transaction' })).toBeVisible()
})

async function positionWhere(
  request: APIRequestContext,
  filter: string,
  fits: (position: Position) => boolean,
): Promise<Position> {
  const answer = await request.get(`/api/v1/positions?limit=100${filter}`)
  const { data } = (await answer.json()) as { data: Position[] }
  const found = data.find(fits)
  if (!found) throw new Error('The seed holds no such position.')
  return found
}

/** Size of a PNG, and how many of its pixels are amber and how many ink, as a browser decodes it. */
function colours(page: Page, png: Buffer) {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const drawing = canvas.getContext('2d')
    if (!drawing) throw new Error('This browser draws nothing.')
    drawing.drawImage(bitmap, 0, 0)
    const { data } = drawing.getImageData(0, 0, bitmap.width, bitmap.height)
    const count = (colour: readonly [number, number, number]) => {
      let pixels = 0
      for (let at = 0; at < data.length; at += 4)
        if (colour.every((part, index) => Math.abs((data[at + index] ?? 0) - part) < 12)) pixels++
      return pixels
    }
    return {
      width: bitmap.width,
      height: bitmap.height,
      amber: count([240, 163, 10]),
      ink: count([26, 28, 31]),
    }
  }, png.toString('base64'))
}
