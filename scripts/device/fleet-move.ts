import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { publicKeyOf, signDigest } from '@/lib/chain/device'
import { AgentError } from './agent-error'
import { request } from './api'
import { challengeSchema, checkClaim, describeClaim, digestOf, type Expected } from './claim'
import { loadFleetKeys } from './fleet-keys'

const hash = z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]{64}$/)])

const fileSchema = z.object({
  moves: z.array(
    z.object({
      deviceId: hash,
      view: z.looseObject({ id: z.uuid(), status: z.string(), proofUrl: z.url() }),
    }),
  ),
})

export type FleetMoveOptions = {
  /** file with the keys, one a line */
  keys: string
  /** file of challenges that the fleet page gives */
  moves: string
  /** server to answer instead of the one that the file names */
  url: string | undefined
  expected: Expected
  say: (line: string) => void
}

/**
 * Signs every move of a file whose device's key is here and that waits for it. Every claim is read and compared before the
 * first answer is sent: one that is not what the operator expects stops all of it.
 *
 * @returns whether every waiting move of the file was signed and taken
 */
export async function fleetMove({ keys, moves, url, expected, say }: FleetMoveOptions): Promise<boolean> {
  if (expected.owner === undefined)
    throw new AgentError('Whose are the positions? Nothing was signed.', 'Name the owner with --owner.')
  const secrets = loadFleetKeys(keys)
  const waiting = readMoves(moves).filter(({ view }) => view.status === 'challenged')
  const claims = waiting.flatMap(({ deviceId, view }) => {
    const secret = secrets.get(deviceId)
    if (!secret) return []
    const parsed = challengeSchema.safeParse(view)
    if (!parsed.success || parsed.data.kind !== 'reassignment') throw notUnderstood()
    checkClaim(parsed.data, expected, new Date())
    return [{ secret, challenge: parsed.data, proofUrl: view.proofUrl }]
  })
  const [first] = claims
  if (first) for (const text of describeClaim(first.challenge)) say(text)
  say(
    `${waiting.length} moves wait for their device; the keys of ${claims.length} are here.${claims.length > 1 ? ' The first claim is above; all name this owner.' : ''}`,
  )

  let taken = 0
  for (const { secret, challenge, proofUrl } of claims) {
    const key = publicKeyOf(secret)
    const to = url === undefined ? new URL(proofUrl) : new URL(new URL(proofUrl).pathname, url)
    try {
      await request(to, { key, signature: signDigest(secret, digestOf(challenge, key)) })
      taken++
    } catch (error) {
      if (!(error instanceof AgentError)) throw error
      say(`Position ${challenge.typedData.message.tokenId}: ${error.message}`)
    }
  }
  say(`${taken} of ${claims.length} signed. The owner’s wallet does the rest.`)
  return taken === waiting.length
}

function readMoves(file: string): z.output<typeof fileSchema>['moves'] {
  if (!existsSync(file))
    throw new AgentError(`There are no moves at ${file}.`, 'Download them on the fleet page.')
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).moves
  } catch (cause) {
    throw new AgentError(`${file} is no file of moves.`, 'Download it again.', { cause })
  }
}

function notUnderstood() {
  return new AgentError(
    'This is not what this agent understands. Nothing was signed.',
    'Bring the agent up to date.',
  )
}
