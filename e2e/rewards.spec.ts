import type { Page } from '@playwright/test'
import { passAnEpoch } from './support/pass-time'
import { buy, connect, list } from './support/steps'
import { expect, test } from './support/test'

test('After a sale the seller claims what accrued before it, the buyer what accrues since', async ({
  newPerson,
  seller: registrar,
  chain,
}) => {
  const seller = await newPerson()
  const buyer = await newPerson()

  const id = await test.step('The seller has a position', () =>
    registrar.register(seller.wallet.account.address))

  await test.step('The buyer buys it', async () => {
    await seller.page.goto(`/positions/${id}`)
    await connect(seller.page, 'Test wallet')
    await list(seller.page, '12')
    await buyer.page.goto(`/positions/${id}`)
    await connect(buyer.page, 'Test wallet')
    await buy(buyer.page)
  })

  await test.step('It goes on earning, and the epoch is published', async () => {
    await passAnEpoch()
    for (const { page } of [seller, buyer]) await untilPublished(page, id)
  })

  await test.step('The seller’s part is there although the position is sold', async () => {
    const row = seller.page.getByRole('row').filter({ hasText: `#${id}` })
    await expect(row.getByText('sold', { exact: true })).toBeVisible()
  })

  const parts: bigint[] = []
  for (const [who, { page, wallet }] of Object.entries({ seller, buyer }))
    await test.step(`The ${who} claims`, async () => {
      const before = await chain.dollarsOf(wallet.account.address)
      const button = page.getByRole('button', { name: /^Claim \$/ })
      await button.click()
      await expect(page.getByText(/came to you\./)).toBeVisible()
      await expect(page.getByText(/Mined in block/)).toBeVisible()
      const paid = (await chain.dollarsOf(wallet.account.address)) - before
      expect(paid > 0n).toBe(true)
      parts.push(paid)
      // the record has read the claim: it is paid, and can be claimed no second time
      await expect(button).toBeHidden()
    })

  await test.step('Both see their own part alone', async () => {
    for (const [index, { page }] of [seller, buyer].entries()) {
      const row = page.getByRole('row').filter({ hasText: `#${id}` })
      await expect(row.getByText(dollars(parts[index] ?? 0n), { exact: true })).toBeVisible()
    }
  })
})

test('Anyone may send a claim, but the money goes to whose it is', async ({
  newPerson,
  seller: owner,
  chain,
}) => {
  const friend = await newPerson()
  const id = await owner.register()
  await passAnEpoch()
  const { page } = friend
  await page.goto('/market')
  await connect(page, 'Test wallet')
  await untilPublished(page, id, `/claim?account=${owner.account.address}`)
  await expect(page.getByText('This is not the connected account.')).toBeVisible()
  const [owned, befriended] = [
    await chain.dollarsOf(owner.account.address),
    await chain.dollarsOf(friend.wallet.account.address),
  ]
  await page.getByRole('button', { name: /^Claim \$/ }).click()
  await expect(page.getByText(/was paid\./)).toBeVisible()
  expect((await chain.dollarsOf(owner.account.address)) > owned).toBe(true)
  expect(await chain.dollarsOf(friend.wallet.account.address)).toBe(befriended)
})

test('The claim page says what to do when there is nothing to claim', async ({ newPerson }) => {
  const { page } = await newPerson()
  await page.goto('/claim')
  await expect(page.getByText('What you can claim stands here once a wallet is connected')).toBeVisible()
  await connect(page, 'Test wallet')
  await expect(page.getByText('Nothing has accrued to this account yet')).toBeVisible()
  await page.goto('/claim?account=nobody')
  await expect(page.getByText('No rewards were read.')).toBeVisible()
})

/** Reads the claim page again until the position has something to claim. */
async function untilPublished(page: Page, id: number, path = '/claim') {
  await expect(async () => {
    await page.goto(path)
    const row = page.getByRole('row').filter({ hasText: `#${id}` })
    await expect(row.getByRole('cell').nth(1)).toHaveText(/^\$/, { timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
}

/** As the page writes an exact amount of less than a cent. */
function dollars(units: bigint): string {
  return `$${(Number(units) / 1e6).toFixed(6).replace(/0+$/, '')}`
}
