import type { Address } from 'viem'
import { createDeviceAgent } from './support/device-agent'
import { buy, connect, describeDevice, list, mint, registerDemoDevice, switchWallet } from './support/steps'
import { expect, test } from './support/test'

test('An operator proves a device and sells its position; the buyer owns it and the record shows it', async ({
  newPerson,
  chain,
}) => {
  const operator = await newPerson()
  const buyer = await newPerson()
  const agent = createDeviceAgent()
  const { page } = operator

  await test.step('The operator describes the device and signs in', async () => {
    await page.goto('/register')
    await connect(page, 'Test wallet')
    await describeDevice(page, 'Roof of the mill')
    await page.getByRole('button', { name: 'Sign in and make the challenge' }).click()
  })

  await test.step('The device proves itself with the command the page shows', async () => {
    await agent('keygen')
    const command = (await page.getByText(/npm run device -- prove/).textContent()) ?? ''
    const said = await agent(...command.replace('npm run device -- ', '').split(' '))
    expect(said).toContain('The proof was taken')
    await expect(page.getByText('The device has proven itself')).toBeVisible()
  })

  const id = await test.step('The operator mints the position', () => mint(page))
  expect(await chain.ownerOf(id)).toBe(operator.wallet.account.address)

  await test.step('It has a value, with its parts', async () => {
    const now = page.getByRole('button', { name: /^Value (it )?now$/ })
    await now.click()
    await expect(page.getByText('What the value is made of')).toBeVisible()
    await expect(page.getByRole('img', { name: /value .*between/ }).first()).toBeVisible()
  })

  await test.step('The operator lists it', async () => {
    await list(page, '84.20')
    const signed = operator.wallet.asked.filter(({ method }) => method === 'eth_signTypedData_v4')
    expect(signed).toHaveLength(1)
  })

  const before = await balances(chain.dollarsOf, [
    operator.wallet.account.address,
    buyer.wallet.account.address,
  ])

  await test.step('A buyer with another wallet buys it', async () => {
    await buyer.page.goto(`/positions/${id}`)
    await connect(buyer.page, 'Test wallet')
    await buy(buyer.page)
  })

  await test.step('Owner and balances on chain are what was agreed', async () => {
    expect(await chain.ownerOf(id)).toBe(buyer.wallet.account.address)
    const [seller = 0n, paid = 0n] = await balances(chain.dollarsOf, [
      operator.wallet.account.address,
      buyer.wallet.account.address,
    ])
    expect(seller - (before[0] ?? 0n)).toBe(83_358_000n)
    expect((before[1] ?? 0n) - paid).toBe(84_200_000n)
  })

  await test.step('The sale is on the position and on the ledger', async () => {
    const sales = buyer.page.getByRole('table', { name: 'Sales of this position' })
    await expect(sales.getByText('$84.20')).toBeVisible()
    await expect(buyer.page.getByText('You own this position.')).toBeVisible()
    await buyer.page.goto('/ledger')
    await expect(buyer.page.getByRole('row').filter({ hasText: '$84.20' }).first()).toBeVisible()
  })
})

test('A newcomer without a wallet does all of it with the demo wallets', async ({ newBrowser, chain }) => {
  const page = await newBrowser()
  await page.goto('/register')
  await connect(page, 'Demo operator')
  const id = await registerDemoDevice(page, 'Kitchen window')
  await expect(page.getByText('demonstration', { exact: true }).first()).toBeVisible()
  await list(page, '12.50')
  await switchWallet(page, 'Demo buyer')
  await buy(page)
  await expect(page.getByText('You own this position.')).toBeVisible()
  const owner = await page.getByRole('button', { name: /^Account 0x/ }).getAttribute('aria-label')
  expect(`Account ${await chain.ownerOf(id)}`).toBe(owner)
})

async function balances(read: (account: Address) => Promise<bigint>, accounts: Address[]): Promise<bigint[]> {
  return Promise.all(accounts.map(read))
}
