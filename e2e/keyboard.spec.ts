import { tabTo } from './support/keyboard'
import { connect, list, registerDemoDevice } from './support/steps'
import { expect, test } from './support/test'

test('A buyer finds a position on the market, connects and buys it without a mouse', async ({
  newPerson,
  chain,
}) => {
  const seller = await newPerson()
  const buyer = await newPerson()
  const name = `Pier lantern ${seller.wallet.account.address.slice(2, 10)}`

  const id = await test.step('Someone has listed it', async () => {
    await seller.page.goto('/register')
    await connect(seller.page, 'Test wallet')
    const minted = await registerDemoDevice(seller.page, name)
    await list(seller.page, '31.40')
    return minted
  })

  const { page } = buyer
  await test.step('The first stop leads past the navigation', async () => {
    await page.goto('/market')
    await expect(page.getByRole('row').nth(5)).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.locator('#content')).toBeFocused()
  })
  await test.step('It is searched for and opened', async () => {
    await tabTo(page, page.getByRole('main').getByRole('searchbox', { name: 'Search' }))
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/q=Pier/)
    await tabTo(page, page.getByRole('link', { name, exact: true }))
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/positions/${id}`)
  })
  const buy = page.getByRole('button', { name: 'Buy for $31.40' })
  await test.step('The wallet is connected; the dialog keeps the focus and gives it back', async () => {
    await tabTo(page, buy)
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Test wallet' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('button', { name: /^Account 0x/ })).toBeVisible()
  })
  await test.step('It is bought', async () => {
    await tabTo(page, buy)
    await page.keyboard.press('Enter')
    await expect(page.getByText(/is bought for/)).toBeVisible()
    expect(await chain.ownerOf(id)).toBe(buyer.wallet.account.address)
  })
})

test('The exact time behind a relative one is shown to whoever has no mouse', async ({ page }) => {
  await page.goto('/ledger')
  const time = page.locator('main time.hint').first()
  await expect(time).toBeVisible()
  await time.focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(time).toBeFocused()
  const shown = await time.evaluate((it) => getComputedStyle(it, '::after').content)
  expect(shown).toMatch(/^"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC"$/)
})
