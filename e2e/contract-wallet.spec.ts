import { buy, connect, list } from './support/steps'
import { expect, test } from './support/test'

test('A contract wallet that is not deployed yet signs in, and is known again once it is', async ({
  newPerson,
}) => {
  const { page, wallet } = await newPerson({ contractWallet: true })
  await page.goto('/networks')
  await connect(page, 'Test wallet')
  const account = page.getByRole('button', { name: `Account ${wallet.address}` })
  await account.click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('Signed in')).toBeVisible()
  await page.reload()
  await account.click()
  await expect(page.getByText('Signed in')).toBeVisible()
})

test('A contract wallet buys, and sells what it bought by its own word', async ({
  newPerson,
  chain,
  seller,
}) => {
  const owner = await newPerson({ contractWallet: true })
  const buyer = await newPerson()
  const { id } = await seller.offerPosition(31)

  await test.step('It buys: approval and purchase go through its execute', async () => {
    await owner.page.goto(`/positions/${id}`)
    await connect(owner.page, 'Test wallet')
    await buy(owner.page)
    expect(await chain.ownerOf(id)).toBe(owner.wallet.address)
  })
  await test.step('It lists with a signature of its own (ERC-1271)', () => list(owner.page, '45'))
  await test.step('Another buys from it', async () => {
    await buyer.page.goto(`/positions/${id}`)
    await connect(buyer.page, 'Test wallet')
    await buy(buyer.page)
    expect(await chain.ownerOf(id)).toBe(buyer.wallet.address)
    expect(await chain.dollarsOf(owner.wallet.address)).toBe(10_000_000_000n - 31_000_000n + 44_550_000n)
  })
})

test('A contract wallet that signs no orders records its listing on chain instead', async ({
  newPerson,
  chain,
  seller,
}) => {
  const owner = await newPerson({ contractWallet: { cannotSign: true } })
  const buyer = await newPerson()
  const id = await seller.register(owner.wallet.address)
  await owner.page.goto(`/positions/${id}`)
  await connect(owner.page, 'Test wallet')
  await list(owner.page, '27')
  await buyer.page.goto(`/positions/${id}`)
  await connect(buyer.page, 'Test wallet')
  await buy(buyer.page)
  expect(await chain.ownerOf(id)).toBe(buyer.wallet.address)
})
