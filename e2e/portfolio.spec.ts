import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { violationsOf } from './support/axe'
import { createSeller } from './support/seller'
import { buy, connect, list } from './support/steps'
import { expect, test } from './support/test'

test('A buyer sees what was paid and what it is worth; sold on, the gain is exact; the file says the same', async ({
  newPerson,
  chain,
  baseURL,
}) => {
  test.slow()
  const seller = await createSeller(chain, baseURL ?? '')
  const { id } = await seller.offerPosition(40)
  const { page, wallet } = await newPerson()
  const account = wallet.account.address

  await test.step('Before there is a wallet, the page says what to do, and the way to it is not in the menu', async () => {
    await page.goto('/portfolio')
    await expect(page.getByRole('link', { name: 'Portfolio' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Connect your wallet' })).toBeVisible()
  })

  await test.step('They buy the position, and it is valued', async () => {
    await page.goto(`/positions/${id}`)
    await connect(page, 'Test wallet')
    await buy(page)
    await page.getByRole('button', { name: /^Value (it )?now$/ }).click()
    await expect(page.getByText('What the value is made of')).toBeVisible()
  })

  await test.step('The portfolio has it, with what was paid', async () => {
    await page.getByRole('link', { name: 'Portfolio' }).click()
    await expect(page).toHaveURL(new RegExp(`/portfolio\\?account=${account}`))
    const row = held(page, id)
    await expect(row.getByText('$40.00', { exact: true })).toBeVisible()
    await expect(row.getByRole('img', { name: /value .*between/ })).toBeVisible()
    await expect(row.getByText(/^bought/)).toBeVisible()
  })

  await test.step('What is unrealised is worth less paid, to the last digit, in the file', async () => {
    const [row] = await download(page)
    expect(row).toMatchObject({ position: `${id}`, status: 'held', acquired_how: 'bought', paid_usd: '40' })
    const micro = (text: string | undefined) => BigInt(Math.round(Number(text) * 1e6))
    expect(micro(row?.unrealised_usd)).toBe(micro(row?.worth_usd) - 40_000_000n)
  })

  await test.step('They sell it on', async () => {
    await page.goto(`/positions/${id}`)
    await list(page, '90')
    const buyer = await newPerson()
    await buyer.page.goto(`/positions/${id}`)
    await connect(buyer.page, 'Test wallet')
    await buy(buyer.page)
  })

  await test.step('What was realised is what arrived, less what was paid', async () => {
    const sold = page.getByRole('table', { name: /^Positions sold or sent away/ })
    const row = sold.locator(`[data-position="${id}"]`)
    // the public record reads the sale's block a moment after the chain has it
    await expect(async () => {
      await page.goto('/portfolio')
      await expect(row.getByText('$89.10')).toBeVisible({ timeout: 3_000 })
    }).toPass({ timeout: 15_000 })
    await expect(row.getByText('+$49.10')).toBeVisible()
    const [line] = await download(page)
    expect(line).toMatchObject({ status: 'sold', proceeds_usd: '89.1', realised_usd: '49.1' })
  })

  await test.step('Nobody is left out by colour, keyboard or a reader', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violationsOf(page), colorScheme).toEqual([])
    }
  })

  await test.step('Anyone can read the account by its address, in either spelling', async () => {
    await page.goto(`/address/${account.toLowerCase()}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(account)
    await expect(page.getByText(`did:pkh:eip155:31337:${account}`)).toBeVisible()
    const sales = page.getByRole('table', { name: 'Sales this account was a side of' })
    await expect(sales.getByRole('row')).toHaveCount(3)
    expect(await violationsOf(page)).toEqual([])
  })
})

test('What one registered has no price, so no gain is made up for it', async ({
  newPerson,
  chain,
  baseURL,
}) => {
  const seller = await createSeller(chain, baseURL ?? '')
  const { page, wallet } = await newPerson()
  const id = await seller.register(wallet.account.address)
  await page.goto(`/portfolio?account=${wallet.account.address}`)
  const row = held(page, id)
  await expect(row.getByText(/^registered/)).toBeVisible()
  await expect(row.getByText('not on record', { exact: true })).toBeAttached()
  const [line] = await download(page)
  expect(line).toMatchObject({ acquired_how: 'minted', paid_usd: '', unrealised_usd: '' })
})

test('A mistyped address is told from one that nobody used', async ({ page, problems }) => {
  problems.allow(/404 \(Not Found\)/)
  // the first example of ERC-55, with one letter’s case changed
  const answer = await page.goto('/address/0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'This is not an address' })).toBeVisible()
  expect((await page.goto('/address/0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'))?.status()).toBe(200)
  await expect(page.getByText('This account holds no position.')).toBeVisible()
  await page.goto('/portfolio?account=nobody')
  await expect(page.getByText('An address is 0x and 40 digits')).toBeVisible()
})

function held(page: Page, id: number) {
  return page.getByRole('table', { name: 'Positions held' }).locator(`[data-position="${id}"]`)
}

/** The file behind “Download CSV”, parsed. */
async function download(page: Page): Promise<Record<string, string>[]> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^hotswap-portfolio-0x[0-9a-f]{40}\.csv$/)
  return parse(readFileSync(await file.path(), 'utf8'), { columns: true })
}
