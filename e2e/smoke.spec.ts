import { expect, test } from './support/test'

test('a newcomer opens the product and sees the market without a wallet', async ({ page }) => {
  await page.goto('/')
  await page.goto('/market')
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page.getByRole('row').nth(5)).toBeVisible()
})
