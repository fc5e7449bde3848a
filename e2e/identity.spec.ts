import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readProduct } from './support/product'
import { connect } from './support/steps'
import { expect, test } from './support/test'

const run = promisify(execFile)

/** The command, as anyone runs it. @returns what it said, and its exit code */
async function check(...args: string[]): Promise<{ said: string; code: number }> {
  const command = ['run', '--silent', 'credential:check', '--', ...args]
  return run('npm', command).then(
    ({ stdout }) => ({ said: stdout, code: 0 }),
    ({ stdout, stderr, code }: { stdout: string; stderr: string; code: number }) => ({
      said: stdout + stderr,
      code,
    }),
  )
}

test('A device’s credential is taken from its page, checked by anyone, and an altered one is found out', async ({
  page,
}) => {
  await page.goto('/positions/1')
  await expect(page.getByText(/^did:key:z/).first()).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download', exact: true }).click(),
  ])
  const file = await download.path()
  const good = await check(file, '--rpc', readProduct().rpcUrl)
  expect(good.said).toContain('unaltered, and as the chain has it')
  expect(good.code).toBe(0)

  await test.step('Somebody gives the device another network', async () => {
    const { id, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as { id: string }
    const [head, payload = '', signature] = id.split('.')
    const credential = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
      credentialSubject: { network: string }
    }
    credential.credentialSubject.network = 'wingbits'
    const altered = Buffer.from(JSON.stringify(credential)).toString('base64url')
    const other = join(mkdtempSync(join(tmpdir(), 'hotswap-credential-')), 'altered.json')
    writeFileSync(other, JSON.stringify({ ...rest, id: `${head}.${altered}.${signature}` }))
    const { said, code } = await check(other)
    expect(code).toBe(1)
    expect(said).toContain('credentialSubject.network')
  })
})

test('Whoever signs in sees their account as an identifier', async ({ newPerson }) => {
  const { page, wallet } = await newPerson()
  await page.goto('/')
  await connect(page, 'Test wallet')
  await page.getByRole('button', { name: /^Account 0x/ }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByTitle(`did:pkh:eip155:31337:${wallet.account.address}`)).toBeVisible()
})
