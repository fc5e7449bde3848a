import { getAddress, type Hex, isAddressEqual } from 'viem'
import { z } from 'zod'
import { cellFromUint64 } from '@/lib/chain/cell'
import { reassignmentDigest, registrationDigest, type SigningPlace } from '@/lib/chain/device'
import { type DeviceKey, deviceId, fromShortString } from '@/lib/chain/ids'
import { metadataHash } from '@/lib/chain/metadata-hash'
import { AgentError } from './agent-error'

const hash = z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]{64}$/)])
const address = z.templateLiteral(['0x', z.string().regex(/^[0-9a-fA-F]{40}$/)])
const uint = z.string().regex(/^\d+$/).transform(BigInt)

const common = {
  owner: address,
  network: hash,
  model: hash,
  cell: uint,
  place: hash,
  metadata: hash,
  nonce: uint,
  deadline: uint,
}
const domain = z.object({ chainId: z.number().int(), verifyingContract: address })
const metadata = z.record(z.string(), z.unknown())

/** The part of a challenge that is signed, and the document behind its hash. Nothing else of it is believed. */
export const challengeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('registration'),
    metadata,
    typedData: z.object({ domain, message: z.object(common) }),
  }),
  z.object({
    kind: z.literal('reassignment'),
    metadata,
    typedData: z.object({ domain, message: z.object({ ...common, tokenId: uint }) }),
  }),
])

export type Challenge = z.output<typeof challengeSchema>

/** What the operator says the claim must name; what is left out is not compared. */
export type Expected = Partial<Record<'owner' | 'network' | 'model' | 'cell' | 'contract' | 'chain', string>>

/** Where a claim is valid. */
export function placeOf({ typedData }: Challenge): SigningPlace {
  return { chainId: typedData.domain.chainId, positions: typedData.domain.verifyingContract }
}

/** The digest this device signs: our own types over the claim's figures, with this device's id. */
export function digestOf(challenge: Challenge, key: DeviceKey): Hex {
  if (challenge.kind === 'reassignment')
    return reassignmentDigest(placeOf(challenge), challenge.typedData.message)
  return registrationDigest(placeOf(challenge), { ...challenge.typedData.message, deviceId: deviceId(key) })
}

/** The claim in words, read from what is signed. */
export function describeClaim(challenge: Challenge): string[] {
  const { message, domain } = challenge.typedData
  const lines = {
    ...('tokenId' in message && { position: `${message.tokenId}` }),
    owner: getAddress(message.owner),
    network: fromShortString(message.network),
    model: fromShortString(message.model),
    cell: cellFromUint64(message.cell) ?? 'none: the place does not matter',
    'exact place': /^0x0+$/.test(message.place) ? 'not committed to' : `commitment ${message.place}`,
    metadata: JSON.stringify(challenge.metadata),
    'valid until': new Date(Number(message.deadline) * 1000).toISOString(),
    contract: `${getAddress(domain.verifyingContract)} on chain ${domain.chainId}`,
  }
  const does =
    challenge.kind === 'registration'
      ? 'With this signature the device becomes a position that belongs to its owner, whoever that is later.'
      : 'With this signature the device’s position moves to another network, place or document.'
  return [does, ...Object.entries(lines).map(([name, value]) => `  ${name.padEnd(12)} ${value}`)]
}

/**
 * Whether the claim is what the operator expects; the device signs nothing else.
 * @throws AgentError naming the first thing that differs
 */
export function checkClaim(challenge: Challenge, expected: Expected, now: Date): void {
  const { message, domain } = challenge.typedData
  const differs = (what: string, claimed: string, wanted: string) =>
    new AgentError(
      `The claim names the ${what} ${claimed}, and you expect ${wanted}. Nothing was signed.`,
      'Make sure the challenge is your own.',
    )
  if (metadataHash(challenge.metadata) !== message.metadata)
    throw new AgentError(
      'The metadata shown is not what would be signed. Nothing was signed.',
      'Do not trust this server.',
    )
  if (message.deadline * 1000n < BigInt(now.getTime()))
    throw new AgentError('The challenge has expired.', 'Ask for a new one.')
  if (expected.owner !== undefined && !sameAddress(expected.owner, message.owner))
    throw differs('owner', message.owner, expected.owner)
  if (expected.contract !== undefined && !sameAddress(expected.contract, domain.verifyingContract))
    throw differs('contract', domain.verifyingContract, expected.contract)
  const claimed = {
    network: fromShortString(message.network),
    model: fromShortString(message.model),
    cell: cellFromUint64(message.cell) ?? 'none',
    chain: String(domain.chainId),
  }
  for (const name of ['network', 'model', 'cell', 'chain'] as const) {
    const wanted = expected[name]
    if (wanted !== undefined && wanted !== claimed[name]) throw differs(name, claimed[name], wanted)
  }
}

function sameAddress(expected: string, claimed: `0x${string}`): boolean {
  const parsed = address.safeParse(expected)
  if (!parsed.success)
    throw new AgentError(`“${expected}” is not an address.`, 'An address has 40 hex digits.')
  return isAddressEqual(parsed.data, claimed)
}
