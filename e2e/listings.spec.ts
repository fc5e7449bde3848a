import type { Page } from '@playwright/test'
import { privateKeyToAccount } from 'viem/accounts'
import { violationsOf } from './support/axe'
import { connect, list, registerDemoDevice } from './support/steps'
import { expect, test } from './support/test'

/** Registers devices of the connected wallet. @returns their positions */
async function registerSeveral(page: Page, names: readonly string[]): Promise<number[]> {
  const ids: number[] = []
  for (const name of names) ids.push(await registerDemoDevice(page, name))
  return ids
}

const row = (page: Page, id: number | undefined) => page.locator(`tr[data-position="${id}"]`)
const signatures = (asked: { method: string }[]) =>
  asked.filter(({ method }) => method === 'eth_signTypedData_v4').length

test('Several positions are listed under one signature; one that cannot be is refused in its own row', async ({
  newPerson,
  chain,
}) => {
  // three devices are registered first
  test.setTimeout(180_000)
  const { page, wallet, privateKey } = await newPerson()
  const friend = await newPerson()
  await page.goto('/register')
  await connect(page, 'Test wallet')
  const [first, second, gone] = await registerSeveral(page, ['Bulk, one', 'Bulk, two', 'Bulk, given away'])
  await page.goto('/list')
  await page.getByLabel('Choose all 3 shown').check()
  await page.getByRole('button', { name: 'Set 3 of 3 chosen' }).click()
  await expect(page.getByText('3 priced.')).toBeVisible()
  await page.getByLabel(`Price of Bulk, two #${second}, in dollars`).fill('120')
  await expect(row(page, second)).toContainText('$118.80')

  await test.step('What is written survives a reload', async () => {
    await page.reload()
    await expect(page.getByLabel(`Price of Bulk, two #${second}, in dollars`)).toHaveValue('120')
    await expect(page.getByRole('region', { name: 'List the chosen' })).toContainText('3 chosen')
  })

  await test.step('Declining to sign lists nothing and keeps everything', async () => {
    wallet.refuseNext('eth_signTypedData_v4')
    await page.getByRole('button', { name: 'List 3' }).click()
    await expect(page.getByText('You declined to sign the listings.')).toBeVisible()
    await expect(page.getByRole('region', { name: 'List the chosen' })).toContainText('3 chosen')
  })

  // given away in another place, while the page is open
  await chain.transfer(privateKeyToAccount(privateKey), friend.wallet.account.address, gone as number)
  const before = signatures(wallet.asked)
  await page.getByRole('button', { name: 'List 3' }).click()
  await expect(page.getByText('2 positions are listed.')).toBeVisible()
  expect(signatures(wallet.asked)).toBe(before + 1)
  const refused = page.getByRole('alert').filter({ hasText: 'One could not be listed.' })
  await expect(refused).toContainText(`#${gone} Position ${gone} is not yours to sell any more.`)

  await test.step('Nothing on it breaks a rule of accessibility', async () => {
    expect(await violationsOf(page)).toEqual([])
  })

  await test.step('What is listed can be bought by anyone', async () => {
    for (const id of [first, second]) {
      await friend.page.goto(`/positions/${id}`)
      await expect(friend.page.getByText(/^For sale at/)).toBeVisible()
    }
  })
})

test('A lower price is a new listing beside the old; a higher one cancels first, and a reload loses nothing', async ({
  newPerson,
}) => {
  const { page, wallet } = await newPerson()
  await page.goto('/register')
  await connect(page, 'Test wallet')
  await registerDemoDevice(page, 'Priced three times')
  await list(page, '100')

  await test.step('Lower: signed, nothing sent', async () => {
    await page.getByRole('button', { name: 'Change price' }).click()
    await page.getByLabel('New price, in dollars').fill('90')
    await expect(page.getByText(/stays valid until you cancel it or it ends/)).toBeVisible()
    const sent = wallet.asked.filter(({ method }) => method === 'eth_sendTransaction').length
    await page.getByRole('button', { name: 'List for $90.00' }).click()
    await expect(page.getByText(/2 of your listings can be filled/)).toContainText('$90.00')
    expect(wallet.asked.filter(({ method }) => method === 'eth_sendTransaction')).toHaveLength(sent)
  })

  await test.step('Higher: both cheaper ones are cancelled on chain, then it is signed', async () => {
    await page.getByRole('button', { name: 'Change price' }).first().click()
    await page.getByLabel('New price, in dollars').fill('130')
    await expect(page.getByText('Cancel the 2 listings below it on chain')).toBeVisible()
    await expect(page.getByText(/Gas: about [\d,]+/)).toBeVisible()
    wallet.refuseNext('eth_signTypedData_v4')
    await page.getByRole('button', { name: 'Cancel, then list for $130.00' }).click()
    await expect(page.getByText('You declined to sign the listing.')).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('New price, in dollars')).toHaveValue('130')
    await page.getByRole('button', { name: 'Sign at $130.00' }).click()
    await expect(page.getByText('Listed at $130.00')).toBeVisible()
    await expect(page.getByText('Listed at $100.00')).toBeHidden()
    await expect(page.getByText('Listed at $90.00')).toBeHidden()
  })
})

test('Everything signed is taken back at once, its cost and number said before', async ({
  newPerson,
  chain,
}) => {
  const { page, privateKey } = await newPerson()
  await page.goto('/register')
  await connect(page, 'Test wallet')
  const id = await registerDemoDevice(page, 'All taken back')
  await list(page, '70')

  await test.step('A listing that could come back is shown to its signer, with what would revive it', async () => {
    const account = privateKeyToAccount(privateKey)
    await chain.setUser(account, id, account.address, 4_000_000_000n)
    await page.goto('/list/orders')
    const dormant = page.getByRole('table', { name: 'Orders that could come back' })
    await expect(async () => {
      await page.reload()
      await expect(dormant).toContainText('if its user is set back as you signed', { timeout: 2_000 })
    }).toPass({ timeout: 15_000 })
  })

  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Cancel all at once' }).click()
  await expect(page.getByText(/Here that ends 1 listing and 0 offers/)).toBeVisible()
  await expect(page.getByText(/Gas: about [\d,]+, at present [\d.e-]+ ETH/)).toBeVisible()
  await page.getByRole('button', { name: 'Cancel everything I have signed' }).click()
  await expect(page.getByRole('table', { name: 'Orders that are over' })).toContainText(
    'Cancelled together with all earlier orders of its signer.',
  )
  await expect(page.getByText('Nothing of this account can be filled at this moment.')).toBeVisible()
})
