import { buy, buyButton, connect, describeDevice, list, registerDemoDevice } from './support/steps'
import { expect, test } from './support/test'

test('Declining in the wallet leaves everything as it was, at every step', async ({ newPerson, chain }) => {
  const { page, wallet } = await newPerson()

  await test.step('Connecting', async () => {
    wallet.refuseNext('wallet_requestPermissions')
    wallet.refuseNext('eth_requestAccounts')
    await page.goto('/register')
    await page.getByRole('button', { name: 'Connect wallet' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Test wallet' }).click()
    await expect(page.getByText('You declined in Test wallet.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Connect wallet' })).toBeVisible()
    wallet.clearRefusals()
  })

  await test.step('Signing in; the form is kept', async () => {
    await connect(page, 'Test wallet')
    await describeDevice(page, 'Kept through refusals')
    wallet.refuseNext('personal_sign')
    await page.getByRole('button', { name: /make the challenge/i }).click()
    await expect(page.getByText('You declined to sign in.')).toBeVisible()
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Kept through refusals')
  })

  const id = await registerDemoDevice(page, 'Kept through refusals')

  await test.step('Approving, then signing a listing', async () => {
    wallet.refuseNext('eth_sendTransaction')
    await page.getByLabel('Price, in dollars').fill('60')
    await page.getByRole('button', { name: /^List for/ }).click()
    await expect(page.getByText('You declined in your wallet.')).toBeVisible()
    wallet.refuseNext('eth_signTypedData_v4')
    await page.getByRole('button', { name: /^List for/ }).click()
    await expect(page.getByText('You declined to sign the listing.')).toBeVisible()
    await expect(page.getByLabel('Price, in dollars')).toHaveValue('60')
    await expect(page.getByText('Nobody has signed an order for this position yet.')).toBeVisible()
  })
  await list(page, '60')

  await test.step('Buying', async () => {
    const buyer = await newPerson()
    const before = await chain.dollarsOf(buyer.wallet.account.address)
    await buyer.page.goto(`/positions/${id}`)
    await connect(buyer.page, 'Test wallet')
    buyer.wallet.refuseNext('eth_sendTransaction')
    await buyButton(buyer.page).click()
    await expect(buyer.page.getByText('You declined in your wallet.')).toBeVisible()
    expect(await chain.dollarsOf(buyer.wallet.account.address)).toBe(before)
    expect(await chain.ownerOf(id)).toBe(wallet.account.address)
    await buy(buyer.page)
  })
})

test('A wallet on another chain is led to ours before anything is asked of it', async ({ newPerson }) => {
  const { page, wallet } = await newPerson()
  await page.goto('/register')
  await connect(page, 'Test wallet')
  const id = await registerDemoDevice(page, 'Wrong chain')
  await page.goto(`/positions/${id}`)
  await expect(page.getByText('You own this position.')).toBeVisible()
  await wallet.moveToChain(1)
  await page.getByLabel('Price, in dollars').fill('10')
  await expect(page.getByText(/Your wallet is on chain/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^List for/ })).toBeDisabled()
  await page.getByRole('button', { name: /^Switch to/ }).click()
  await list(page, '10')
})
