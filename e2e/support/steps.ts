import { expect, type Page } from '@playwright/test'

/** What people do, in the words of the page. */

export async function connect(page: Page, wallet: string) {
  await page.getByRole('button', { name: 'Connect wallet' }).click()
  await page.getByRole('dialog').getByRole('button', { name: wallet }).click()
  await expect(page.getByRole('button', { name: /^Account 0x/ })).toBeVisible()
}

export async function switchWallet(page: Page, wallet: string) {
  await page.getByRole('button', { name: /^Account 0x/ }).click()
  await page.getByRole('button', { name: 'Switch wallet' }).click()
  await page.getByRole('dialog').getByRole('button', { name: wallet }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

export async function describeDevice(page: Page, name: string) {
  await page.getByLabel('Network', { exact: true }).selectOption({ label: 'Helium IOT' })
  const model = page.getByLabel('Hardware model')
  if ((await model.inputValue()) === '') await model.selectOption({ index: 1 })
  await page.getByLabel('Place', { exact: true }).selectOption('Berlin')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Hardware', { exact: true }).fill('LoRaWAN gateway, revision 2')
}

/** Registers a demonstration device with the connected wallet. @returns the position's id */
export async function registerDemoDevice(page: Page, name: string): Promise<number> {
  await page.goto('/register')
  await describeDevice(page, name)
  await page.getByRole('radio', { name: /A demonstration device/ }).check()
  await page.getByRole('button', { name: /make the challenge/i }).click()
  await page.getByRole('button', { name: 'Use a demonstration device' }).click()
  return mint(page)
}

/** Mints a proven registration and opens its position. @returns its id */
export async function mint(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Mint the position' }).click()
  await page.getByRole('link', { name: /^Open position/ }).click()
  await page.waitForURL(/\/positions\/\d+$/)
  return Number(/\d+$/.exec(page.url())?.[0])
}

/** Lists the position whose page is open. */
export async function list(page: Page, price: string, options: { allowAll?: boolean } = {}) {
  await page.getByLabel('Price, in dollars').fill(price)
  if (options.allowAll) {
    await page.getByText('What you allow and sign').click()
    await page.getByLabel(/^Allow it for all my positions/).check()
  }
  await page.getByRole('button', { name: /^List for/ }).click()
  await expect(page.getByText('You own this position and have listed it.')).toBeVisible()
  // the record has read the approval too: anyone can buy
  await expect(page.getByText(/^until .* UTC$/).first()).toBeVisible()
}

export function buyButton(page: Page) {
  return page.getByRole('button', { name: /^Buy for/ })
}

/** Buys the position whose page is open. */
export async function buy(page: Page) {
  await buyButton(page).click()
  await expect(page.getByText(/is bought for/)).toBeVisible()
}
