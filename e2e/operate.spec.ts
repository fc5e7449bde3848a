import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { Webhook } from 'standardwebhooks'
import { deviceSecretFromSeed, heartbeatDigest, publicKeyOf, signDigest } from '@/lib/chain/device'
import { deviceId } from '@/lib/chain/ids'
import { violationsOf } from './support/axe'
import type { LocalChain } from './support/chain'
import { startReceiver } from './support/receiver'
import { createSeller } from './support/seller'
import { connect } from './support/steps'
import { expect, test } from './support/test'

test('An operator sees that a device has gone silent, is told of it, and takes the figures along', async ({
  newPerson,
  chain,
  baseURL,
}) => {
  const origin = baseURL ?? ''
  const seller = await createSeller(chain, origin)
  const { page, wallet } = await newPerson()
  const secret = deviceSecretFromSeed('p256', randomUUID())
  const id = await seller.register(wallet.account.address, secret)

  await test.step('The device reported ten hours ago, and not since', async () => {
    await report(chain, origin, secret, 10)
  })

  await test.step('Operate says so first', async () => {
    await page.goto('/operate')
    await page.getByRole('button', { name: 'Connect your wallet' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Test wallet' }).click()
    await expect(page.getByText('One device has stopped reporting.')).toBeVisible()
    const row = page.locator(`[data-position="${id}"]`)
    await expect(row.getByText(/^silent since 9 h ago$/)).toBeVisible()
  })

  await test.step('They ask to be told, and are', async () => {
    await page.getByRole('link', { name: 'Be told next time' }).click()
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel('A device stops reporting for three hours').check()
    await stirChain(chain, seller)
    await expect(page.locator('[data-notification="silent"]')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByRole('link', { name: 'Alerts, 1 not read' })).toBeVisible()
  })

  await test.step('Read is read', async () => {
    await page.getByRole('button', { name: 'Mark all as read' }).click()
    await expect(page.getByRole('link', { name: 'Alerts', exact: true })).toBeVisible()
  })

  await test.step('It reports again, and is silent no more', async () => {
    await report(chain, origin, secret, 1)
    await page.goto('/operate')
    await expect(page.locator(`[data-position="${id}"]`).getByText('reporting')).toBeVisible()
    await expect(page.getByText('One device has stopped reporting.')).toHaveCount(0)
  })

  await test.step('The file has the device, and nobody is left out by colour or a reader', async () => {
    const files = `/address/${wallet.account.address}`
    const text = await (await page.request.get(`${files}/devices.csv`)).text()
    expect(parse(text, { columns: true })).toMatchObject([
      { position: `${id}`, state: 'reporting', registered_here: 'yes' },
    ])
    const earnings = await (await page.request.get(`${files}/earnings.csv`)).text()
    const days = parse(earnings, { columns: true }) as Record<string, string>[]
    expect(days.every(({ position }) => position === `${id}`)).toBe(true)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violationsOf(page), colorScheme).toEqual([])
    }
  })
})

test('A watched price comes about: it is in the page and at the webhook, signed', async ({
  newPerson,
  chain,
  baseURL,
}) => {
  const seller = await createSeller(chain, baseURL ?? '')
  const id = await seller.register()
  await chain.approvePosition(seller.account, id)
  const receiver = await startReceiver()
  const { page } = await newPerson()

  await test.step('They sign in and add an endpoint, which answers a test', async () => {
    await page.goto('/watching')
    await connect(page, 'Test wallet')
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel('Endpoint').fill('http://10.0.0.1/')
    await page.getByRole('button', { name: 'Add endpoint' }).click()
    await expect(page.getByText('The URL must begin with https://.')).toBeVisible()
    await page.getByLabel('Endpoint').fill(receiver.url)
    await page.getByRole('button', { name: 'Add endpoint' }).click()
    await page.getByRole('button', { name: /^Send a test/ }).click()
    await expect(page.getByText('It answered 204.')).toBeVisible()
  })
  const secret = (await page.locator('[data-secret]').textContent()) ?? ''

  await test.step('They watch a position for a price', async () => {
    await page.goto(`/positions/${id}`)
    await page
      .getByRole('button', { name: /^Watch / })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Tell me of a price at or below, in dollars').fill('fifty')
    await dialog.getByRole('button', { name: 'Watch', exact: true }).click()
    await expect(dialog.getByText('“fifty” is not a figure; write it as 1234.50.')).toBeVisible()
    await dialog.getByLabel('Tell me of a price at or below, in dollars').fill('50')
    await dialog.getByLabel('listed', { exact: true }).uncheck()
    await dialog.getByRole('button', { name: 'Watch', exact: true }).click()
    await expect(page.getByRole('button', { name: /^Watching / })).toBeVisible()
  })

  await test.step('It is listed above the price, and then at it', async () => {
    await seller.list(id, 60)
    await seller.list(id, 50)
  })

  await test.step('They are told once, of the one at their price', async () => {
    await page.goto('/watching')
    const alerts = page.locator('[data-notification]')
    await expect(alerts).toHaveCount(1, { timeout: 30_000 })
    await expect(alerts).toContainText('Listed at the price you watch')
    await expect(alerts).toContainText('$50.00')
  })

  await test.step('The endpoint has it, and the specification’s library accepts its signature', async () => {
    await expect.poll(() => receiver.received.length, { timeout: 30_000 }).toBe(2)
    const { headers, body } = receiver.received[1] ?? { headers: {}, body: '' }
    const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
    expect(new Webhook(secret).verify(body, plain)).toMatchObject({
      type: 'position.price',
      data: { positionId: id, priceUsd: '50' },
    })
    await expect(page.locator('[data-delivery="delivered"]')).toHaveCount(2)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violationsOf(page), colorScheme).toEqual([])
    }
  })

  await test.step('They delete the endpoint', async () => {
    await page.getByRole('button', { name: `Delete ${receiver.url}` }).click()
    await page.getByRole('button', { name: 'Delete it with its log' }).click()
    await expect(page.locator('[data-delivery]')).toHaveCount(0)
  })
  await receiver.close()
})

test('A visitor without a wallet watches in this browser, and takes it along when they sign in', async ({
  newPerson,
  chain,
  baseURL,
}) => {
  const seller = await createSeller(chain, baseURL ?? '')
  const { id } = await seller.offerPosition(30)
  const { page } = await newPerson()
  await page.goto(`/positions/${id}`)
  await page
    .getByRole('button', { name: /^Watch / })
    .first()
    .click()
  await page.getByRole('dialog').getByLabel('Tell me of a price at or below, in dollars').fill('35')
  await page.getByRole('dialog').getByRole('button', { name: 'Watch', exact: true }).click()
  await page.goto('/watching')
  await expect(page).toHaveURL(new RegExp(`ids=${id}$`))
  const row = page.getByRole('table', { name: 'Positions watched' }).locator(`[data-position="${id}"]`)
  await expect(row).toContainText('at your price')
  await expect(row).toContainText('price at $35.00 or below, listed, sold')

  await connect(page, 'Test wallet')
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Keep with my account' }).click()
  await expect(page.getByText('watched in this browser alone')).toHaveCount(0)
  await expect(row).toContainText('price at $35.00 or below, listed, sold')
})

/** A signed report of a whole hour, some hours ago, as a device sends it. */
async function report(
  chain: LocalChain,
  origin: string,
  secret: ReturnType<typeof deviceSecretFromSeed>,
  hoursAgo: number,
) {
  const message = {
    deviceId: deviceId(publicKeyOf(secret)),
    epoch: BigInt(Math.floor(Date.now() / 3_600_000) - hoursAgo),
    uptime: 3_600,
    work: 1_000n,
    state: 0,
  }
  const signature = signDigest(secret, heartbeatDigest(chain.deployment, message))
  const body = { ...message, epoch: message.epoch.toString(), work: message.work.toString(), signature }
  const answer = await fetch(new URL('/api/v1/heartbeats', origin), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`the report was refused: ${await answer.text()}`)
}

/** Something happens on chain, so that a block comes now and not in ten seconds. */
async function stirChain(chain: LocalChain, seller: Awaited<ReturnType<typeof createSeller>>) {
  await chain.send(seller.account, { to: seller.account.address, value: 1n })
}
