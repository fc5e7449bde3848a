import type { Page } from '@playwright/test'
import { encodeFunctionData, erc20Abi } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { violationsOf } from './support/axe'
import { connect, list, registerDemoDevice } from './support/steps'
import { expect, test } from './support/test'

/** Makes an offer on the position whose page is open. */
async function offer(page: Page, amount: string) {
  const more = page.getByRole('button', { name: /^Make (an offer instead|another offer)$/ })
  const form = page.getByRole('form', { name: 'Make an offer' })
  await expect(more.or(form)).toBeVisible()
  if (await more.isVisible()) await more.click()
  await page.getByLabel('Offer, in dollars').fill(amount)
  await page.getByRole('button', { name: /^Offer \$/ }).click()
  await expect(page.getByText(`You offer $${amount}.00`)).toBeVisible()
  // the record has read the allowance too: the owner can accept
  await expect(
    page.locator('[data-own-order]', { hasText: `You offer $${amount}.00` }).getByText(/^until .* UTC$/),
  ).toBeVisible()
}

const book = (page: Page) => page.getByRole('table', { name: 'Bids and asks for this position' })
const offers = (page: Page) => page.getByRole('region', { name: 'Offers to you' })

test('Offers are ranked by what they bring, and the best is accepted in one step', async ({
  newPerson,
  chain,
}) => {
  const [owner, first, second] = [await newPerson(), await newPerson(), await newPerson()]
  await owner.page.goto('/register')
  await connect(owner.page, 'Test wallet')
  const id = await registerDemoDevice(owner.page, 'Wanted by two')

  await test.step('An offer, allowed and signed', async () => {
    await first.page.goto(`/positions/${id}`)
    await connect(first.page, 'Test wallet')
    await expect(
      first.page.getByText('Nobody has made an offer that could be accepted now.', { exact: true }),
    ).toBeVisible()
    await offer(first.page, '60')
    // what the wallet was asked to sign is what the page said
    const signed = first.wallet.asked.filter(({ method }) => method === 'eth_signTypedData_v4')
    expect(signed).toHaveLength(1)
    await expect(book(first.page).locator('[data-side=bid]')).toHaveCount(1)
  })

  await test.step('Outbid: the other stands behind', async () => {
    await second.page.goto(`/positions/${id}`)
    await connect(second.page, 'Test wallet')
    await second.page.getByLabel('Offer, in dollars').fill('50')
    await expect(second.page.getByText('Yours would stand behind one other.')).toBeVisible()
    await second.page.getByLabel('Offer, in dollars').fill('75')
    await expect(second.page.getByText('Yours would be the best.')).toBeVisible()
    await offer(second.page, '75')
  })

  await test.step('The owner sees them by net proceeds, beside an ask and the spread', async () => {
    await owner.page.goto(`/positions/${id}`)
    await list(owner.page, '85')
    const rows = offers(owner.page).locator('[data-offer]')
    await expect(rows).toHaveCount(2)
    await expect(rows.nth(0)).toContainText('$74.25')
    await expect(rows.nth(1)).toContainText('$59.40')
    await expect(book(owner.page).getByText('spread')).toContainText('$10.00')
  })

  expect(await violationsOf(owner.page)).toEqual([])

  await test.step('Accepted', async () => {
    const before = await chain.dollarsOf(owner.wallet.account.address)
    await offers(owner.page).getByRole('button', { name: 'Accept $75.00' }).click()
    await expect(owner.page.getByText(/pays you 74.25 dollars/)).toBeVisible()
    await owner.page.getByRole('button', { name: 'Sell for $74.25' }).click()
    await expect(owner.page.getByText(/is sold. You received/)).toBeVisible()
    expect(await chain.ownerOf(id)).toBe(second.wallet.account.address)
    expect(await chain.dollarsOf(owner.wallet.account.address)).toBe(before + 74_250_000n)
  })

  await test.step('The other offer died with the sale, and is not shown as a bid', async () => {
    // the sale was seen on chain; the public record reads its block a moment later
    await expect(async () => {
      await second.page.goto(`/positions/${id}`)
      await expect(second.page.getByText('You own this position.')).toBeVisible({ timeout: 3_000 })
    }).toPass({ timeout: 15_000 })
    await expect(offers(second.page).getByText('None that can be accepted now.')).toBeVisible()
    await expect(book(second.page)).toBeHidden()
  })
})

test('An offer is withdrawn on chain, its cost said before', async ({ newPerson }) => {
  const [owner, bidder] = [await newPerson(), await newPerson()]
  await owner.page.goto('/register')
  await connect(owner.page, 'Test wallet')
  const id = await registerDemoDevice(owner.page, 'Offer taken back')
  const { page, wallet } = bidder
  await page.goto(`/positions/${id}`)
  await connect(page, 'Test wallet')
  await offer(page, '40')
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click()
  await expect(page.getByText(/Gas: about [\d,]+, at present [\d.e-]+ ETH/)).toBeVisible()
  wallet.refuseNext('eth_sendTransaction')
  await page.getByRole('button', { name: 'Withdraw the offer' }).click()
  await expect(page.getByText('You declined in your wallet.')).toBeVisible()
  await page.getByRole('button', { name: 'Withdraw the offer' }).click()
  await expect(page.getByText('You offer $40.00')).toBeHidden()
  await owner.page.goto(`/positions/${id}`)
  await expect(owner.page.getByText('Cancelled by its signer.')).toBeVisible()
  await expect(offers(owner.page)).toBeHidden()
})

test('An offer whose buyer has spent the money a moment ago is refused before any gas', async ({
  newPerson,
  chain,
}) => {
  const [owner, bidder] = [await newPerson(), await newPerson()]
  await owner.page.goto('/register')
  await connect(owner.page, 'Test wallet')
  const id = await registerDemoDevice(owner.page, 'Offer without money')
  await bidder.page.goto(`/positions/${id}`)
  await connect(bidder.page, 'Test wallet')
  await offer(bidder.page, '90')

  await owner.page.goto(`/positions/${id}`)
  const accept = offers(owner.page).getByRole('button', { name: 'Accept $90.00' })
  await expect(accept).toBeVisible()
  const account = privateKeyToAccount(bidder.privateKey)
  await chain.send(account, {
    to: chain.deployment.dollar,
    data: encodeFunctionData({
      abi: erc20Abi,
      functionName: 'transfer',
      args: [owner.wallet.account.address, await chain.dollarsOf(account.address)],
    }),
  })
  const sent = owner.wallet.asked.filter(({ method }) => method === 'eth_sendTransaction').length
  await accept.click()
  await expect(owner.page.getByText('The buyer who signed this offer holds too few dollars.')).toBeVisible()
  await expect(owner.page.getByText('Nothing was sent, and no gas was spent.')).toBeVisible()
  expect(owner.wallet.asked.filter(({ method }) => method === 'eth_sendTransaction')).toHaveLength(sent)

  // the public record reads the transfer's block a moment after the chain has it
  await expect(async () => {
    await owner.page.reload()
    await expect(offers(owner.page).getByText('One that cannot be accepted now')).toBeVisible({
      timeout: 3_000,
    })
  }).toPass({ timeout: 15_000 })
  await offers(owner.page).getByText('One that cannot be accepted now').click()
  await expect(offers(owner.page).getByText('The buyer who signed it holds too few dollars.')).toBeVisible()
  await expect(accept).toBeHidden()
  expect(await chain.ownerOf(id)).toBe(owner.wallet.account.address)
})
