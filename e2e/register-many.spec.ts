import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { erc721Abi } from 'viem'
import { parseCsv } from '@/lib/core/csv/parse-csv'
import { violationsOf } from './support/axe'
import { createFleetAgent } from './support/fleet-agent'
import { connect } from './support/steps'
import { expect, test } from './support/test'

const relay = ['--network', 'anyone', '--model', 'anyone-relay-board', '--demonstration'] as const

test('An operator registers a thousand devices by CSV, twenty rows of which are bad', {
  tag: '@deep',
}, async ({ newPerson, chain }) => {
  test.setTimeout(300_000)
  const { page, wallet } = await newPerson()
  const fleet = createFleetAgent()

  await test.step('The fleet makes its keys; twenty rows of its file go wrong', async () => {
    await fleet.keygen('--count', '1000', ...relay)
    const lines = readFileSync(fleet.csv, 'utf8').trimEnd().split('\r\n')
    for (let index = 50; index <= 1_000; index += 50)
      lines[index] =
        index % 100 === 0
          ? (lines[index] ?? '').replace(',anyone,', ',nobody,')
          : (lines[index] ?? '').replace(/^did:key:z/, 'did:key:y')
    writeFileSync(fleet.csv, lines.join('\r\n'))
  })

  await test.step('The operator gives the file and is told of each bad row, its line and its column', async () => {
    await page.goto('/register/many')
    await connect(page, 'Test wallet')
    await page.getByLabel('Choose a CSV file').setInputFiles(fleet.csv)
    await expect(page.getByText('fleet.csv: 1,001 lines')).toBeVisible()
    await page.getByRole('button', { name: 'Sign in and check the rows' }).click()
    await expect(page.getByText('980 of 1,000 rows are good; 20 are refused')).toBeVisible()
    await page.getByRole('link', { name: 'Refused 20' }).click()
    const rows = page.getByRole('table', { name: 'Rows of the file' }).getByRole('row')
    await expect(rows).toHaveCount(21)
    await expect(rows.nth(1)).toContainText('51')
    await expect(rows.nth(1)).toContainText('device_key')
    await expect(rows.nth(2)).toContainText('There is no network “nobody” here.')
    await expectNoViolations(page)
  })

  await test.step('The refused rows come back as a file to mend', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the refused rows to mend' }).click(),
    ])
    const mended = parseCsv(readFileSync(await download.path(), 'utf8')).records
    expect(mended).toHaveLength(21)
  })

  await test.step('One command answers for all devices', async () => {
    const command = (await page.getByText(/npm run device -- fleet prove/).textContent()) ?? ''
    const said = await fleet.run(...command.replace('npm run device -- fleet ', '').split(' '))
    expect(said).toContain('980 of 980 proven.')
    await expect(page.getByText('980 of 980', { exact: true }).first()).toBeVisible()
  })

  await test.step('The operator mints, declines in between, and goes on after a reload', async () => {
    await page.getByRole('button', { name: 'Mint 980 positions' }).click()
    await expect.poll(() => asked(wallet), { timeout: 60_000 }).toBeGreaterThan(2)
    wallet.refuseNext('eth_sendTransaction')
    await expect(page.getByText('You declined in your wallet.')).toBeVisible()
    await page.reload()
    await page.getByRole('button', { name: /^Mint \d+ positions$/ }).click()
    await expect(page.getByText('980 of 980', { exact: true })).toHaveCount(2, { timeout: 150_000 })
  })

  await test.step('Every good row has its position, and the results say so', async () => {
    const held = await chain.client.readContract({
      address: chain.deployment.positions,
      abi: erc721Abi,
      functionName: 'balanceOf',
      args: [wallet.account.address],
    })
    expect(held).toBe(980n)
    // sixty a transaction, and one the operator declined
    expect(asked(wallet)).toBe(18)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the results' }).click(),
    ])
    const [, ...results] = parseCsv(readFileSync(await download.path(), 'utf8')).records
    expect(results.filter(({ cells }) => cells[1] === 'minted')).toHaveLength(980)
    expect(results.filter(({ cells }) => cells[1] === 'refused' && cells[2] !== '')).toHaveLength(20)
  })
})

test('A file that cannot be read is kept, and says where it breaks', async ({ newPerson }) => {
  const { page } = await newPerson()
  await page.goto('/register/many')
  await connect(page, 'Test wallet')
  const rows = page.getByLabel('Or paste the rows, heading first')
  await rows.fill('device_key,network,model,name\n"did:key:z')
  await page.getByRole('button', { name: 'Sign in and check the rows' }).click()
  await expect(page.getByText('Line 2, character 1: This quote is never closed.')).toBeVisible()
  await page.reload()
  await expect(rows).toHaveValue('device_key,network,model,name\n"did:key:z')
  await expectNoViolations(page)
})

function asked(wallet: { asked: { method: string }[] }): number {
  return wallet.asked.filter(({ method }) => method === 'eth_sendTransaction').length
}

async function expectNoViolations(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violationsOf(page)).toEqual([])
  }
}
