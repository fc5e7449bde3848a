import type { Page } from '@playwright/test'
import { createDeviceAgent } from './support/device-agent'
import { connect, mint } from './support/steps'
import { expect, test } from './support/test'

test('An operator finds a better network for a device and carries the move out on chain', async ({
  newPerson,
}) => {
  const { page } = await newPerson()
  const agent = createDeviceAgent()

  const id = await test.step('The operator registers a relay', async () => {
    await page.goto('/register')
    await connect(page, 'Test wallet')
    await page.getByLabel('Network', { exact: true }).selectOption({ label: 'Relay network' })
    await page.getByLabel('Hardware model').selectOption({ index: 1 })
    await page.getByLabel('Name', { exact: true }).fill('Relay in the cellar')
    await page.getByLabel('Hardware', { exact: true }).fill('Server, 4 cores')
    await page.getByRole('button', { name: 'Sign in and make the challenge' }).click()
    await agent('keygen')
    await prove(page, agent)
    return mint(page)
  })

  await test.step('The fleet page finds a network that pays it more', async () => {
    await expect(async () => {
      await page.goto('/operate/fleet')
      await expect(page.getByRole('row', { name: /Relay in the cellar.*Nym/ })).toBeVisible({
        timeout: 3_000,
      })
    }).toPass()
    await expect(page.getByText('Best assignment', { exact: true })).toBeVisible()
  })

  await test.step('The operator begins the move; the device signs it; a reload goes on with it', async () => {
    await page.getByRole('button', { name: 'Carry out the move of Relay in the cellar' }).click()
    await expect(page.getByText('No open order is on this position')).toBeVisible()
    await page.getByRole('button', { name: /begin the move$/i }).click()
    await prove(page, agent)
    await expect(page.getByText('signed: the owner is to send it')).toBeVisible()
    await page.reload()
    await page.getByRole('button', { name: 'Send the move' }).click()
    await expect(page.getByText('It stands on Nym now.')).toBeVisible()
    await expect(page.getByText(/Valued there: \$/)).toBeVisible()
  })

  await test.step('The position stands on its new network, and the ledger tells of the move', async () => {
    await page.goto(`/positions/${id}`)
    await expect(page.getByRole('link', { name: 'Nym' }).first()).toBeVisible()
    await page.goto(`/ledger?of=${id}`)
    await expect(page.getByRole('row').filter({ hasText: /reassigned|moved/i })).toBeVisible()
  })
})

/** The device signs what the command on the page names. */
async function prove(page: Page, agent: (...args: string[]) => Promise<string>) {
  const command = (await page.getByText(/npm run device -- prove/).textContent()) ?? ''
  expect(await agent(...command.replace('npm run device -- ', '').split(' '))).toContain(
    'The proof was taken',
  )
}
