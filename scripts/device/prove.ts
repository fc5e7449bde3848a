import { createInterface } from 'node:readline/promises'
import { type DeviceSecret, publicKeyOf, signDigest } from '@/lib/chain/device'
import { AgentError } from './agent-error'
import { RefusedError, request } from './api'
import {
  type Challenge,
  challengeSchema,
  checkClaim,
  describeClaim,
  digestOf,
  type Expected,
  placeOf,
} from './claim'
import { readJournal, writeJournal } from './journal'

export type ProveOptions = {
  keyFile: string
  /** id of a challenge, or any address that ends in it */
  challenge: string
  url: string
  expected: Expected
  /** the operator has seen enough: do not ask */
  yes: boolean
  say: (line: string) => void
}

/** Answers a challenge: fetches the claim, says in words what it is, compares, asks, signs, sends. */
export async function prove(secret: DeviceSecret, options: ProveOptions): Promise<void> {
  const { keyFile, expected, say } = options
  const { challenge, url } = await fetchChallenge(options.challenge, options.url)
  for (const line of describeClaim(challenge)) say(line)
  checkClaim(challenge, expected, new Date())
  if (!options.yes) await ask(expected)

  const key = publicKeyOf(secret)
  const signature = signDigest(secret, digestOf(challenge, key))
  await request(new URL(`${url.pathname}/proof`, url), { key, signature })
  const now = new Date()
  writeJournal(keyFile, { ...readJournal(keyFile), place: { url: url.origin, ...placeOf(challenge) } }, now)
  say('The proof was taken, and the attester has signed too. The owner’s wallet does the rest.')
}

/** A challenge by id is looked for among registrations first; one by address is where the address says. */
async function fetchChallenge(given: string, base: string): Promise<{ challenge: Challenge; url: URL }> {
  const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(given)?.[0]
  if (!id)
    throw new AgentError(`“${given}” names no challenge.`, 'Give its id, or the address the page shows.')
  const origin = /^https?:\/\//.test(given) ? new URL(given).origin : base
  const kinds = given.includes('reassign') ? ['reassignments'] : ['registrations', 'reassignments']
  for (const kind of kinds) {
    const url = new URL(`/api/v1/${kind}/${id}`, origin)
    try {
      const parsed = challengeSchema.safeParse(await request(url))
      if (parsed.success) return { challenge: parsed.data, url }
      throw new AgentError(
        'The server’s challenge is not one this agent understands.',
        'Bring the agent up to date.',
      )
    } catch (error) {
      if (!(error instanceof RefusedError && error.status === 404)) throw error
    }
  }
  throw new AgentError(
    `${origin} has no challenge ${id}.`,
    'Copy it from the page again, or ask for a new one.',
  )
}

/** The operator's word, unless the owner they expect was compared already. */
async function ask(expected: Expected): Promise<void> {
  if (expected.owner !== undefined) return
  if (!process.stdin.isTTY)
    throw new AgentError(
      'Nobody is here to agree. Nothing was signed.',
      'Name the owner you expect with --owner, or pass --yes.',
    )
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const word = await lines.question('Sign this? [y/N] ')
  lines.close()
  if (!/^y(es)?$/i.test(word.trim())) throw new AgentError('Nothing was signed.', 'You said no.')
}
