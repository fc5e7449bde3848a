import { loadFleetKeys } from '@/scripts/device/fleet-keys'
import { loadKey } from '@/scripts/device/key-file'
import { createDeviceAgent } from './support/device-agent'
import { createFleetAgent } from './support/fleet-agent'
import { connect } from './support/steps'
import { expect, test } from './support/test'

test('An operator finds a better network for a device and carries the move out on chain', async ({
  newPerson,
  seller,
}) => {
  const { page, wallet } = await newPerson()
  const agent = createDeviceAgent()
  await agent('keygen')
  const relay = { network: 'relay', model: 'relay-vps' }
  const id = await seller.register(wallet.account.address, loadKey(agent.keyFile), relay)
  const name = `Position ${id}`

  await test.step('The fleet page finds a network that pays the relay more', async () => {
    await page.goto('/operate/fleet')
    await connect(page, 'Test wallet')
    // a plan waits for a thread
    await expect(page.getByRole('row').filter({ hasText: name }).filter({ hasText: 'Nym' })).toBeVisible({
      timeout: 30_000,
    })
    await expect(page.getByText('Best assignment', { exact: true })).toBeVisible()
  })

  await test.step('The operator begins the move, and the device signs it with the command shown', async () => {
    await page.getByRole('button', { name: `Carry out the move of ${name}` }).click()
    await expect(page.getByText('No open order is on this position')).toBeVisible()
    await page.getByRole('button', { name: /begin the move$/i }).click()
    const command = (await page.getByText(/npm run device -- prove/).textContent()) ?? ''
    const said = await agent(...command.replace('npm run device -- ', '').split(' '))
    expect(said).toContain('The proof was taken')
    await expect(page.getByText('signed: the owner is to send it')).toBeVisible()
  })

  await test.step('A reload goes on with it; once sent, the position is valued on its new network', async () => {
    await page.reload()
    await page.getByRole('button', { name: 'Send the move' }).click()
    await expect(page.getByText('It stands on Nym now.')).toBeVisible()
    await expect(page.getByText(/Valued there: \$/)).toBeVisible({ timeout: 30_000 })
  })

  await test.step('It stands on its new network, and the ledger tells of the move', async () => {
    await page.getByRole('link', { name: `Open position ${id}` }).click()
    await expect(page.getByRole('link', { name: 'Nym' }).first()).toBeVisible()
    await page.goto(`/ledger?of=${id}`)
    await expect(page.getByRole('row').filter({ hasText: 'Reassigned' }).first()).toBeVisible()
  })
})

test('An operator moves three devices with one command and one step of the wallet', {
  tag: '@deep',
}, async ({ newPerson, seller }) => {
  const { page, wallet } = await newPerson({ canBundle: true })
  const owner = wallet.account.address
  const agent = createFleetAgent()
  const relay = { network: 'relay', model: 'relay-vps' }
  await agent.keygen('--count', '3', '--network', relay.network, '--model', relay.model)
  for (const secret of loadFleetKeys(agent.keys).values()) await seller.register(owner, secret, relay)

  await page.goto('/operate/fleet')
  await connect(page, 'Test wallet')
  await expect(async () => {
    await page.reload()
    await page.getByRole('button', { name: 'Carry out all 3' }).click({ timeout: 15_000 })
  }).toPass({ timeout: 45_000 })
  await page.getByRole('button', { name: /begin the moves$/i }).click()
  await expect(page.getByText('3 to be gone on with')).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download moves.json' }).click()
  const file = await (await download).path()
  const said = await agent.run('move', '--moves', file, '--owner', owner, '--url', new URL(page.url()).origin)
  expect(said).toContain('3 of 3 signed')

  await expect(page.getByText('Your wallet asks once for all of them')).toBeVisible()
  await page.getByRole('button', { name: 'Send 3 moves' }).click()
  await expect(page.getByText('It stands on Nym now.')).toHaveCount(3, { timeout: 30_000 })
})

test('A reader asks what devices that join take from a position; the address keeps the number', async ({
  page,
}) => {
  await page.goto('/networks/nym')
  const section = page.locator('#if-others-join')
  await section.getByLabel('Devices that join').fill('5000')
  // with the script or before it came
  await section.getByLabel('Devices that join').press('Enter')
  await expect(page).toHaveURL(/joining=5000/)
  await expect(section.getByText('If 5,000 devices join Nym')).toBeVisible()
  const falls = section.getByText(/the median here, falls by (up to )?\d/)
  await expect(falls).toBeVisible()
  await page.reload()
  await expect(section.getByLabel('Devices that join')).toHaveValue('5000')
})
