import { expect, test } from './support/test'

test('A reader watches a position from its row, and its page tells what others do with it meanwhile', async ({
  page,
  seller,
}) => {
  const { id, order } = await seller.offerPosition(64)

  await test.step('Its owner is found by the first digits of the address', async () => {
    await page.goto('/market?show=all')
    await expect(page.getByText(/^\d[\d,.]* positions$/).first()).toBeVisible()
    await expect(async () => {
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('combobox', { name: 'Find' })).toBeFocused({ timeout: 3_000 })
    }).toPass()
    await page.getByRole('combobox', { name: 'Find' }).fill(seller.account.address.slice(0, 10))
    await page.getByRole('option', { name: /^address/ }).click()
    await expect(page).toHaveURL(`/address/${seller.account.address.toLowerCase()}`)
  })

  await test.step('The eye in the row opens what to be told of, and stays pressed', async () => {
    await page.goto(`/market?q=%23${id}`)
    const eye = page.getByRole('button', { name: `Watch Position ${id}`, exact: true })
    await expect(eye).toHaveAttribute('aria-pressed', 'false')
    await eye.click()
    await page.getByRole('dialog').getByRole('button', { name: 'Watch', exact: true }).click()
    await expect(eye).toHaveAttribute('aria-pressed', 'true')
    await page.goto(`/market?q=%23${id}&view=cards`)
    await expect(eye).toHaveAttribute('aria-pressed', 'true')
  })

  await test.step('What is listed anew, or taken back, is told where it is read, and shown when asked for', async () => {
    await page.goto(`/positions/${id}`)
    await expect(page.getByText('$64.00').first()).toBeVisible()
    await seller.list(id, 59)
    await expect(page.getByText('It was listed a moment ago.')).toBeVisible()
    const show = page.getByRole('button', { name: 'Show it as it is now' })
    await show.click()
    await expect(show).toHaveCount(0)
    await expect(page.getByText('$59.00').first()).toBeVisible()
    await seller.cancel(order)
    await expect(page.getByText('An order on it was cancelled.')).toBeVisible()
  })
})
