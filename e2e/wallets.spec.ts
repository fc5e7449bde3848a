import { buy, buyButton, connect } from './support/steps'
import { expect, test } from './support/test'

const bundles = (asked: { method: string }[]) => asked.filter(({ method }) => method === 'wallet_sendCalls')
const transactions = (asked: { method: string }[]) =>
  asked.filter(({ method }) => method === 'eth_sendTransaction')

test('A wallet that makes calls together approves and buys in one step', async ({
  newPerson,
  chain,
  seller,
}) => {
  const { page, wallet } = await newPerson({ canBundle: true })
  const { id } = await seller.offerPosition(22)
  await page.goto(`/positions/${id}`)
  await connect(page, 'Test wallet')
  await expect(page.getByText('Your wallet will ask once, for both')).toBeVisible()
  await buy(page)
  expect(await chain.ownerOf(id)).toBe(wallet.address)
  expect(bundles(wallet.asked)).toHaveLength(1)
  expect(transactions(wallet.asked)).toHaveLength(0)
})

test('A purchase in one step survives a reload, and is not sent twice', async ({
  newPerson,
  chain,
  seller,
}) => {
  const { page, wallet } = await newPerson({ canBundle: true })
  const { id } = await seller.offerPosition(23)
  await page.goto(`/positions/${id}`)
  await connect(page, 'Test wallet')
  await expect(page.getByText('Your wallet will ask once, for both')).toBeVisible()
  wallet.hold()
  await buyButton(page).dblclick()
  await expect(page.getByText('Waiting for a block.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Waiting for a block.')).toBeVisible()
  await buyButton(page).click({ force: true })
  await wallet.release()
  await expect(page.getByText(/is bought for/)).toBeVisible()
  expect(await chain.ownerOf(id)).toBe(wallet.address)
  expect(bundles(wallet.asked)).toHaveLength(1)
})

test('A purchase in one step that is cancelled in the wallet has not happened, and can be made again', async ({
  newPerson,
  chain,
  seller,
}) => {
  const { page, wallet } = await newPerson({ canBundle: true })
  const { id } = await seller.offerPosition(23.5)
  await page.goto(`/positions/${id}`)
  await connect(page, 'Test wallet')
  await expect(page.getByText('Your wallet will ask once, for both')).toBeVisible()
  wallet.hold()
  await buyButton(page).click()
  await expect(page.getByText('Waiting for a block.')).toBeVisible()
  await wallet.cancelHeld()
  await expect(page.getByText('Your wallet could not send these calls and has given them up.')).toBeVisible()
  await buy(page)
  expect(await chain.ownerOf(id)).toBe(wallet.address)
})

test('A wallet that cannot approves first and then buys', async ({ newPerson, chain, seller }) => {
  const { page, wallet } = await newPerson()
  const { id } = await seller.offerPosition(24)
  await page.goto(`/positions/${id}`)
  await connect(page, 'Test wallet')
  await expect(page.getByText('Your wallet will ask twice')).toBeVisible()
  await buy(page)
  expect(await chain.ownerOf(id)).toBe(wallet.address)
  expect(transactions(wallet.asked)).toHaveLength(2)
})

test('WalletConnect is offered where it is set up alone, and its code comes when it is chosen', async ({
  newBrowser,
  problems,
}) => {
  problems.allow(/walletconnect|ERR_NAME_NOT_RESOLVED|WebSocket/i)
  const page = await newBrowser()
  const code: string[] = []
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') code.push(await response.text().catch(() => ''))
  })
  const isLoaded = () => code.some((text) => text.includes('relay.walletconnect'))
  await page.goto('/networks')
  await page.getByRole('button', { name: 'Connect wallet' }).click()
  await expect(page.getByRole('button', { name: /Demo operator/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /WalletConnect/ })).toHaveCount(0)

  await page.route('**/api/chain', async (route) => {
    const chain = await (await route.fetch()).json()
    await route.fulfill({ json: { ...chain, walletConnectProjectId: '0'.repeat(32) } })
  })
  await page.reload()
  await page.getByRole('button', { name: 'Connect wallet' }).click()
  const choice = page.getByRole('button', { name: /WalletConnect/ })
  await expect(choice).toBeVisible()
  expect(isLoaded()).toBe(false)
  await choice.click()
  await expect(page.getByText('Waiting for the wallet…')).toBeVisible()
  await expect.poll(isLoaded).toBe(true)
  await expect(page.getByText(/WalletConnect’s relay does not answer/)).toBeVisible({ timeout: 30_000 })
})

test('A wallet that does not know our chain is given it, then switched to it', async ({
  newPerson,
  seller,
  chain,
}) => {
  const { page, wallet } = await newPerson()
  const { id } = await seller.offerPosition(35)
  await page.goto(`/positions/${id}`)
  await connect(page, 'Test wallet')
  await expect(buyButton(page)).toBeEnabled()
  await wallet.moveToChain(1, { knowsOurs: false })
  await expect(page.getByText(/Your wallet is on chain/)).toBeVisible()
  await expect(buyButton(page)).toBeDisabled()
  await page.getByRole('button', { name: /^Switch to/ }).click()
  await buy(page)
  expect(wallet.asked.some(({ method }) => method === 'wallet_addEthereumChain')).toBe(true)
  expect(await chain.ownerOf(id)).toBe(wallet.address)
})
