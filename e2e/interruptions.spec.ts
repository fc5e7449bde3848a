import { buyButton, connect, describeDevice, list, registerDemoDevice } from './support/steps'
import { expect, test } from './support/test'

test('A purchase under way survives a reload and cannot be sent twice', async ({ newPerson, chain }) => {
  const seller = await newPerson()
  const buyer = await newPerson()
  const { page, wallet } = buyer
  await seller.page.goto('/register')
  await connect(seller.page, 'Test wallet')
  const id = await registerDemoDevice(seller.page, 'Reloaded')
  await list(seller.page, '18')
  await chain.approveDollars(wallet.account, 18_000_000n)
  await page.goto(`/positions/${id}`)
  await connect(page, 'Test wallet')
  await expect(buyButton(page)).toBeEnabled()

  wallet.hold()
  await buyButton(page).dblclick()
  await expect(page.getByText('Waiting for a block.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Waiting for a block.')).toBeVisible()
  await expect(buyButton(page)).toBeDisabled()
  await buyButton(page).click({ force: true })
  const sent = wallet.asked.filter(({ method }) => method === 'eth_sendTransaction')
  expect(sent, 'transactions the wallet was asked for').toHaveLength(1)

  await wallet.release()
  await expect(page.getByText(/is bought for/)).toBeVisible()
  expect(await chain.ownerOf(id)).toBe(wallet.account.address)
})

test('A transaction cancelled in the wallet is said to be', async ({ newPerson }) => {
  const { page, wallet } = await newPerson()
  await page.goto('/register')
  await connect(page, 'Test wallet')
  await registerDemoDevice(page, 'Cancelled in the wallet')
  wallet.hold()
  await page.getByLabel('Price, in dollars').fill('5')
  await page.getByRole('button', { name: /^List for/ }).click()
  await expect(page.getByText('Waiting for a block.')).toBeVisible()
  await wallet.cancelHeld()
  await expect(page.getByText('Your wallet cancelled or replaced this transaction.')).toBeVisible()
  await expect(page.getByText('Nobody has signed an order for this position yet.')).toBeVisible()
})

test('A session that ends in the middle of the form is asked for again, and the form is kept', async ({
  newPerson,
}) => {
  const { page } = await newPerson()
  await page.goto('/register')
  await connect(page, 'Test wallet')
  await page.getByRole('button', { name: /^Account 0x/ }).click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await page.keyboard.press('Escape')
  await describeDevice(page, 'Kept over a session')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Make the challenge', exact: true }).click()
  await expect(page.getByText('Please sign in with your wallet first.')).toBeVisible()
  await page.getByRole('button', { name: 'Sign in and make the challenge' }).click()
  await expect(page.getByText('The challenge is made')).toBeVisible()
})

test('What is written in the form survives a reload', async ({ newBrowser }) => {
  const page = await newBrowser()
  await page.goto('/register')
  await describeDevice(page, 'Kept over a reload')
  await page.reload()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Kept over a reload')
  await expect(page.getByLabel('Place', { exact: true })).toHaveValue('Berlin')
})

test('A page loads no wallet code until somebody connects', async ({ newBrowser }) => {
  const page = await newBrowser()
  const scripts: string[] = []
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') scripts.push(await response.text().catch(() => ''))
  })
  const hasWalletCode = () => scripts.some((text) => text.includes('eip6963:requestProvider'))
  await page.goto('/register')
  await expect(page.getByRole('button', { name: 'Connect wallet' })).toBeEnabled()
  await page.waitForLoadState('networkidle')
  expect(hasWalletCode()).toBe(false)
  await page.getByRole('button', { name: 'Connect wallet' }).click()
  await expect(page.getByRole('button', { name: /Demo operator/ })).toBeVisible()
  expect(hasWalletCode()).toBe(true)
})
