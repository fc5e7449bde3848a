import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { checkCredential } from '@/lib/chain/identity/check-credential'
import { didKey } from '@/lib/chain/identity/did-key'
import { fromShortString } from '@/lib/chain/ids'
import { checkOnChain } from './check-on-chain'

const usage = `Checks a device's credential: who signed it, and that nothing of it was altered.

  npm run -s credential:check -- FILE              by itself, without asking anyone
  npm run -s credential:check -- FILE --rpc URL    and against the chain as it is now

FILE is what a position's page gives (JSON), or its compact JWT.`

type Say = (line: string) => void

/** @returns the exit code: 0 where the credential is good, 1 where it is not, 2 where it cannot be checked */
export async function check(args: string[], say: Say, complain: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { rpc: { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
  })
  const [file] = positionals
  if (values.help || !file) {
    say(usage)
    return values.help ? 0 : 2
  }
  if (!existsSync(file)) {
    complain(`There is no file ${file}.`)
    return 2
  }
  const { findings, attestation, issuer } = await checkCredential(readFileSync(file, 'utf8'))
  if (attestation && issuer) {
    say(`issuer    ${issuer}`)
    say(`device    ${didKey(attestation.key)}`)
    say(
      `says      position ${attestation.positionId} works for ${fromShortString(attestation.claim.network)}`,
    )
  }
  if (values.rpc && attestation && issuer && findings.length === 0) {
    try {
      const onChain = await checkOnChain(attestation, issuer, values.rpc)
      findings.push(...onChain.findings)
      if (onChain.owner) say(`owner now ${onChain.owner}`)
    } catch (error) {
      complain(
        `The node at ${values.rpc} does not answer: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
      )
      return 2
    }
  }
  for (const { place, sentence } of findings) complain(`✕ ${place}: ${sentence}`)
  if (findings.length > 0) return 1
  say(
    values.rpc
      ? '✓ signed by its issuer, unaltered, and as the chain has it'
      : '✓ signed by its issuer and unaltered; give --rpc to compare it with the chain',
  )
  return 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = await check(process.argv.slice(2), console.log, console.error)
