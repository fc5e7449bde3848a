import { encodeFulfillBasicOrder } from '@/lib/chain/seaport/calls'
import type { LocalChain } from './support/chain'
import type { Seller } from './support/seller'
import { buy, buyButton, connect } from './support/steps'
import { expect, type Person, test } from './support/test'

type Sale = Awaited<ReturnType<Seller['offerPosition']>>
type Meanwhile = (seller: Seller, sale: Sale, chain: LocalChain, other: Person) => Promise<unknown>

/** The page is open and ready to buy; then the world moves. */
const refusals: { title: string; price: number; meanwhile: Meanwhile; said: RegExp }[] = [
  {
    title: 'A price raised a moment ago is not paid: the old order is gone, and the page says so',
    price: 21,
    said: /Its signer has cancelled this order\./,
    async meanwhile(seller, { id, order }) {
      await seller.cancel(order)
      await seller.list(id, 29)
    },
  },
  {
    title: 'An order that someone else filled a second earlier costs no gas',
    price: 22,
    said: /Someone has already filled this order\./,
    meanwhile: (_seller, sale, chain, other) => fill(chain, other, sale),
  },
  {
    title: 'A position that has moved elsewhere cannot be bought from who held it',
    price: 23,
    said: /The seller does not hold position \d+ any more\./,
    async meanwhile(seller, { id }, chain, other) {
      await chain.transfer(seller.account, other.wallet.address, id)
    },
  },
  {
    title: 'A seller who took the market’s permission back is said to have',
    price: 24,
    said: /The seller has not approved the market to move this position\./,
    meanwhile: (seller, { id }) => seller.disallow(id),
  },
]

for (const { title, price, meanwhile, said } of refusals)
  test(title, async ({ newPerson, seller, chain }) => {
    const buyer = await newPerson()
    const other = await newPerson()
    const sale = await seller.offerPosition(price)
    const { page, wallet } = buyer
    await page.goto(`/positions/${sale.id}`)
    await connect(page, 'Test wallet')
    await expect(buyButton(page)).toBeEnabled()
    await meanwhile(seller, sale, chain, other)
    await buyButton(page).click()
    await expect(page.getByText(said)).toBeVisible()
    await expect(page.getByText('Nothing was sent, and no gas was spent.')).toBeVisible()
    expect(wallet.asked.filter(({ method }) => method === 'eth_sendTransaction')).toEqual([])
    expect(await chain.dollarsOf(wallet.address)).toBe(10_000_000_000n)
  })

test('An order that ends while its page is open is not sent', async ({ newPerson, seller, chain }) => {
  const { page, wallet } = await newPerson()
  const id = await seller.register()
  await chain.approvePosition(seller.account, id)
  const { components } = await seller.list(id, 25, { seconds: 15 })
  await page.goto(`/positions/${id}`)
  await connect(page, 'Test wallet')
  await expect(buyButton(page)).toBeEnabled()
  await page.waitForTimeout(Math.max(Number(components.endTime) * 1000 - Date.now(), 0) + 1_500)
  await buyButton(page).click()
  await expect(page.getByText(/The order expired at/)).toBeVisible()
  expect(wallet.asked.filter(({ method }) => method === 'eth_sendTransaction')).toEqual([])
})

test('Someone without money is told how much is missing, and on this chain is given some', async ({
  newPerson,
  seller,
  chain,
}) => {
  const { page, wallet } = await newPerson({ isPoor: true })
  const { id } = await seller.offerPosition(26.5)
  await page.goto(`/positions/${id}`)
  await connect(page, 'Test wallet')
  await expect(page.getByText('Your wallet holds 0 dollars; the price is 26.5.')).toBeVisible()
  await expect(page.getByText('$26.50 are missing.')).toBeVisible()
  await page.getByRole('button', { name: 'Get test money' }).click()
  await buy(page)
  expect(await chain.ownerOf(id)).toBe(wallet.address)
})

test('A purchase overtaken on the way is undone by the chain, and the reason is said in words', async ({
  newPerson,
  seller,
  chain,
}) => {
  const { page, wallet, sale } = await readyToBuy({ newPerson, seller, chain }, 27)
  const other = await newPerson()
  const confirm = wallet.hesitate('eth_sendTransaction')
  await buyButton(page).click()
  await expect(page.getByText('Your wallet is asking. Confirm there.')).toBeVisible()
  await fill(chain, other, sale)
  confirm()
  await expect(page.getByText('Someone has already filled this order.')).toBeVisible()
  await expect(page.getByText(/was undone by the chain; only its gas is spent/)).toBeVisible()
  expect(await chain.dollarsOf(wallet.address)).toBe(10_000_000_000n)
})

test('A purchase sped up in the wallet is the same purchase', async ({ newPerson, seller, chain }) => {
  const {
    page,
    wallet,
    sale: { id },
  } = await readyToBuy({ newPerson, seller, chain }, 28)
  wallet.hold()
  await buyButton(page).click()
  await expect(page.getByText('Waiting for a block.')).toBeVisible()
  await wallet.speedUpHeld()
  await expect(page.getByText(/is bought for/)).toBeVisible()
  expect(await chain.ownerOf(id)).toBe(wallet.address)
})

test('A purchase cancelled in the wallet has not happened, and can be made again', async ({
  newPerson,
  seller,
  chain,
}) => {
  const {
    page,
    wallet,
    sale: { id },
  } = await readyToBuy({ newPerson, seller, chain }, 29)
  wallet.hold()
  await buyButton(page).click()
  await expect(page.getByText('Waiting for a block.')).toBeVisible()
  await wallet.cancelHeld()
  await expect(page.getByText('Your wallet cancelled or replaced this transaction.')).toBeVisible()
  await buy(page)
  expect(await chain.ownerOf(id)).toBe(wallet.address)
})

test('A page reloaded while the wallet asks finds the purchase by itself', async ({
  newPerson,
  seller,
  chain,
}) => {
  const {
    page,
    wallet,
    sale: { id },
  } = await readyToBuy({ newPerson, seller, chain }, 30)
  const confirm = wallet.hesitate('eth_sendTransaction')
  await buyButton(page).click()
  await expect(page.getByText('Your wallet is asking. Confirm there.')).toBeVisible()
  await page.reload()
  await expect(page.getByText(/Your wallet was asked for this, here before a reload/)).toBeVisible()
  confirm()
  await expect(page.getByText(/is bought for/)).toBeVisible()
  expect(await chain.ownerOf(id)).toBe(wallet.address)
})

test('Two tabs agree: what one is asking the other does not ask again', async ({
  newPerson,
  seller,
  chain,
}) => {
  const {
    page,
    wallet,
    sale: { id },
  } = await readyToBuy({ newPerson, seller, chain }, 31)
  const second = await page.context().newPage()
  await second.goto(`/positions/${id}`)
  await expect(buyButton(second)).toBeEnabled()

  const confirm = wallet.hesitate('eth_sendTransaction')
  await buyButton(page).click()
  await expect(page.getByText('Your wallet is asking. Confirm there.')).toBeVisible()
  await expect(second.getByText(/Your wallet was asked for this, here before a reload or in/)).toBeVisible()
  await buyButton(second).click()
  await expect(second.getByText('Your wallet is asking for this already, from another tab.')).toBeVisible()
  confirm()
  await expect(page.getByText(/is bought for/)).toBeVisible()
  await expect(second.getByText(/is bought for/)).toBeVisible()
  expect(wallet.asked.filter(({ method }) => method === 'eth_sendTransaction')).toHaveLength(1)
})

test('Going back and forth does not lose a purchase under way', async ({ newPerson, seller, chain }) => {
  const { page, wallet } = await newPerson()
  const { id } = await seller.offerPosition(32)
  await chain.approveDollars(wallet.account, 32_000_000n)
  await page.goto('/networks')
  await page.goto(`/positions/${id}`)
  await connect(page, 'Test wallet')
  await expect(buyButton(page)).toBeEnabled()
  wallet.hold()
  await buyButton(page).click()
  await expect(page.getByText('Waiting for a block.')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Networks' })).toBeVisible()
  await page.goForward()
  await expect(page.getByText('Waiting for a block.')).toBeVisible()
  await wallet.release()
  await expect(page.getByText(/is bought for/)).toBeVisible()
  expect(wallet.asked.filter(({ method }) => method === 'eth_sendTransaction')).toHaveLength(1)
})

test('A purchase whose block the chain undoes is said to be, and is followed until it is mined again', async ({
  newPerson,
  seller,
  chain,
}) => {
  const {
    page,
    wallet,
    sale: { id },
  } = await readyToBuy({ newPerson, seller, chain }, 33)
  await buy(page)
  await page.getByRole('button', { name: /^Account 0x/ }).click()
  const sent = page.getByRole('region', { name: 'Your transactions' })
  await expect(sent.getByText('✓ Mined')).toBeVisible()
  await expect(sent.getByText(/^\d+ of \d+ blocks until it is final$/)).toBeVisible()

  await chain.undoLastBlocks(wallet.sent.at(-1))
  await expect(sent.getByText('Undone by a reorganisation; waiting')).toBeVisible()
  await expect(page.getByText('The chain has undone the block this was in.')).toBeVisible()
  await expect(page.getByText(/is bought for/)).toBeHidden()
  expect(await chain.ownerOf(id)).toBe(seller.account.address)
  await wallet.sendAgain()
  await expect(sent.getByText('✓ Mined')).toBeVisible()
  await expect(page.getByText(/is bought for/)).toBeVisible()
  expect(await chain.ownerOf(id)).toBe(wallet.address)
})

type Stage = { newPerson: () => Promise<Person>; seller: Seller; chain: LocalChain }

/** Someone on the page of a position for sale, its price in whole dollars already allowed: one press buys it. */
async function readyToBuy({ newPerson, seller, chain }: Stage, price: number) {
  const { page, wallet } = await newPerson()
  const sale = await seller.offerPosition(price)
  await chain.approveDollars(wallet.account, BigInt(price) * 1_000_000n)
  await page.goto(`/positions/${sale.id}`)
  await connect(page, 'Test wallet')
  await expect(buyButton(page)).toBeEnabled()
  return { page, wallet, sale }
}

/** Another buyer takes the order, past our pages. */
async function fill(chain: LocalChain, { wallet }: Person, { order, signature }: Sale) {
  const price = order.consideration.reduce((sum, { startAmount }) => sum + startAmount, 0n)
  await chain.approveDollars(wallet.account, price)
  await chain.send(wallet.account, {
    to: chain.deployment.seaport,
    data: encodeFulfillBasicOrder({ components: order, signature }),
  })
}
