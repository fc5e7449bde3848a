import { encodeFulfillBasicOrder } from '@/lib/chain/seaport/calls'
import { orderFromJson } from '@/lib/chain/seaport/order-components'
import { findListing } from './support/orders'
import { buyButton, connect, list, registerDemoDevice } from './support/steps'
import { expect, test } from './support/test'

test('A seller who gives the device’s use away after signing cannot sell it so: the page says what changed, before gas', async ({
  newPerson,
  chain,
}) => {
  const seller = await newPerson()
  const buyer = await newPerson()
  const { page } = buyer
  await seller.page.goto('/register')
  await connect(seller.page, 'Test wallet')
  const id = await registerDemoDevice(seller.page, 'Given away')
  await list(seller.page, '30')

  await page.goto(`/positions/${id}`)
  await connect(page, 'Test wallet')
  await expect(buyButton(page)).toBeEnabled()
  const friend = '0x000000000000000000000000000000000000f00d'
  await chain.setUser(seller.wallet.account, id, friend, 4_000_000_000n)
  await buyButton(page).click()

  await expect(page.getByText('What changed since:')).toBeVisible()
  await expect(page.getByText(`A user (${friend}) was set`)).toBeVisible()
  const sent = buyer.wallet.asked.filter(({ method }) => method === 'eth_sendTransaction')
  expect(sent, 'transactions the buyer’s wallet was asked for').toEqual([])
  expect(await chain.ownerOf(id)).toBe(seller.wallet.account.address)
})

test('A listing whose token has left and come back cannot be filled, in the page or directly', async ({
  newPerson,
  chain,
  baseURL,
}) => {
  const seller = await newPerson()
  const friend = await newPerson()
  const buyer = await newPerson()
  await seller.page.goto('/register')
  await connect(seller.page, 'Test wallet')
  const id = await registerDemoDevice(seller.page, 'There and back')
  await list(seller.page, '40')
  const order = await findListing(seller.page, baseURL)

  await buyer.page.goto(`/positions/${id}`)
  await connect(buyer.page, 'Test wallet')
  await expect(buyButton(buyer.page)).toBeEnabled()
  const { account } = seller.wallet
  await chain.transfer(account, friend.wallet.account.address, id)
  await chain.transfer(friend.wallet.account, account.address, id)
  await chain.approvePosition(account, id)
  await buyButton(buyer.page).click()
  await expect(
    buyer.page.getByText('The token has left and come back since the seller signed.'),
  ).toBeVisible()

  await chain.approveDollars(buyer.wallet.account, 40_000_000n)
  const fill = chain.client.call({
    account: buyer.wallet.account,
    to: chain.deployment.seaport,
    data: encodeFulfillBasicOrder({
      components: orderFromJson(order.components),
      signature: order.signature,
    }),
  })
  await expect(fill).rejects.toThrow()
  expect(await chain.ownerOf(id)).toBe(account.address)
})
