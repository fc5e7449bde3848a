import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { publicKeyOf, signDigest } from '@/lib/chain/device'
import { AgentError } from './agent-error'
import { request } from './api'
import { challengeSchema, checkClaim, describeClaim, digestOf, type Expected } from './claim'
import { loadFleetKeys } from './fleet-keys'

/** Answers sent at once; the server takes 250. */
const AT_ONCE = 100

const hash = z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]{64}$/)])

const batchSchema = z.object({
  id: z.uuid(),
  proofsUrl: z.url(),
  domain: z.unknown(),
  challenges: z.array(
    z.object({ line: z.int().positive(), deviceId: hash, metadata: z.unknown(), message: z.unknown() }),
  ),
})

const fatesSchema = z.object({
  proofs: z.array(z.object({ line: z.number(), isProven: z.boolean(), reason: z.string().nullable() })),
})

export type FleetProveOptions = {
  /** file with the keys, one a line */
  keys: string
  /** id of the batch, its address, or the file of challenges the page gives */
  batch: string
  url: string
  expected: Expected
  say: (line: string) => void
}

/**
 * Answers every challenge of a batch whose key is here. Every claim is read and compared before the first answer is
 * sent: one that is not what the operator expects stops all of it.
 *
 * @returns whether every challenge of the batch was answered and taken
 */
export async function fleetProve({ keys, batch, url, expected, say }: FleetProveOptions): Promise<boolean> {
  if (expected.owner === undefined)
    throw new AgentError('Whose shall the positions be? Nothing was signed.', 'Name the owner with --owner.')
  const secrets = loadFleetKeys(keys)
  const { file, origin } = await readBatch(batch, url)
  const claims = file.challenges.flatMap(({ line, deviceId, metadata, message }) => {
    const secret = secrets.get(deviceId)
    if (!secret) return []
    const parsed = challengeSchema.safeParse({
      kind: 'registration',
      metadata,
      typedData: { domain: file.domain, message },
    })
    if (!parsed.success) throw notUnderstood()
    checkClaim(parsed.data, expected, new Date())
    return [{ line, secret, challenge: parsed.data }]
  })
  const [first] = claims
  if (first) for (const text of describeClaim(first.challenge)) say(text)
  const others =
    claims.length > 1 ? ` The first of ${claims.length} claims is above; all name this owner.` : ''
  say(`${file.challenges.length} devices have not answered; the keys of ${claims.length} are here.${others}`)

  const proofsUrl = new URL(new URL(file.proofsUrl).pathname, origin)
  let proven = 0
  for (let at = 0; at < claims.length; at += AT_ONCE) {
    const proofs = claims.slice(at, at + AT_ONCE).map(({ line, secret, challenge }) => ({
      line,
      signature: signDigest(secret, digestOf(challenge, publicKeyOf(secret))),
    }))
    const fates = fatesSchema.safeParse(await request(proofsUrl, { proofs }))
    if (!fates.success) throw notUnderstood()
    for (const { line, isProven, reason } of fates.data.proofs)
      if (isProven) proven++
      else say(`Line ${line}: ${reason}`)
    say(`${proven} of ${claims.length} proven.`)
  }
  return proven === file.challenges.length
}

/** The challenges of a batch: from a file, or from the server that has it. */
async function readBatch(batch: string, base: string) {
  if (existsSync(batch)) {
    const file = parse(readJson(batch))
    return { file, origin: new URL(file.proofsUrl).origin }
  }
  const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(batch)?.[0]
  if (!id)
    throw new AgentError(
      `“${batch}” names no file of devices.`,
      'Give its id, the address of its page, or the challenges you downloaded there.',
    )
  const origin = /^https?:\/\//.test(batch) ? new URL(batch).origin : base
  const url = new URL(`/api/v1/registration-batches/${id}/challenges`, origin)
  return { file: parse(await request(url)), origin }
}

function parse(value: unknown) {
  const parsed = batchSchema.safeParse(value)
  if (!parsed.success) throw notUnderstood()
  return parsed.data
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new AgentError(`${file} is not JSON.`, 'Download the challenges again.', { cause })
  }
}

function notUnderstood() {
  return new AgentError(
    'This is not what this agent understands. Nothing was signed.',
    'Bring the agent up to date.',
  )
}
