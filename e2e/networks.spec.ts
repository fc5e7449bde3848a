import { violationsOf } from './support/axe'
import { expect, test } from './support/test'

test('A reader sorts the networks by any column, and the address says so', async ({ page }) => {
  await page.goto('/networks')
  const table = page.getByRole('table', { name: 'Networks' })
  await table.getByRole('link', { name: 'Reward a node' }).click()
  await page.waitForURL(/sort=reward/)
  await expect(table.getByRole('columnheader', { name: 'Reward a node' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  const most = await table.getByRole('row').nth(1).textContent()
  await table.getByRole('link', { name: 'Reward a node' }).click()
  await page.waitForURL(/direction=asc/)
  await expect(table.getByRole('row').nth(1)).not.toHaveText(most ?? '')
  for (const column of ['For sale', 'Floor', 'Best bid', 'Volume', 'Time to sale'])
    await expect(table.getByRole('columnheader', { name: column })).toBeVisible()
})

test('A network’s page tells what it pays in tokens and dollars, and what the market has of it', async ({
  page,
}) => {
  await page.goto('/networks/helium-iot')
  await expect(page.getByText('Rewards in tokens', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('Rewards in dollars', { exact: true })).toBeVisible()
  for (const figure of ['Best bid', 'Volume', 'Time to sale'])
    await expect(page.getByRole('term').filter({ hasText: figure }).first()).toBeVisible()
  await expect(
    page.getByRole('table', { name: 'Newest entries of Helium IOT' }).getByRole('row').nth(1),
  ).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violationsOf(page)).toEqual([])
  }
})
