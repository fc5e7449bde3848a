import { and, eq, gt } from 'drizzle-orm'
import type { Address } from 'viem'
import { parseSiweMessage } from 'viem/siwe'
import { z } from 'zod'
import { accounts, siweNonces } from '@/db/schema'
import { NotAllowedError } from '@/lib/core/errors'
import type { ServerContext } from '../context'
import { hexSchema } from '../input'
import { signInMessage } from './sign-in-message'

export const signInInput = z.object({
  message: z.string().max(2_000),
  /** a key's 65 bytes, or what a contract wallet makes of it (EIP-1271, wrapped as EIP-6492 while undeployed) */
  signature: hexSchema(16_384),
})

type Context = Pick<ServerContext, 'db' | 'client' | 'deployment' | 'publicUrl' | 'now'>

/**
 * Judges a signed sign-in message and uses up its nonce. The message must be the very one we made: domain, chain, URI
 * and statement are compared by making it again.
 *
 * @returns the address that signed, lower-case
 * @throws NotAllowedError with `details.reason`: malformed, wrong_domain, wrong_chain, expired, wrong_nonce (unknown,
 * used, or past), altered, wrong_signature
 */
export async function signIn(context: Context, input: z.output<typeof signInInput>): Promise<Address> {
  const { db, client, now } = context
  const { address, nonce } = judgeMessage(context, input.message)

  const isGood = and(eq(siweNonces.nonce, nonce), gt(siweNonces.expiresAt, now()))
  const known = await db.select({ nonce: siweNonces.nonce }).from(siweNonces).where(isGood)
  if (known.length === 0) throw wrongNonce()

  const signed = await client.verifySiweMessage({ ...input, time: now() })
  if (!signed) {
    // viem answers false as well when the call it verifies with could not be made: throws if the node is away
    await client.getChainId()
    throw refusal('wrong_signature', 'The signature is not this account’s.')
  }

  // used up only now, so that a node that is away costs nobody a second signature; of two at once one wins
  const used = await db.delete(siweNonces).where(isGood).returning()
  if (used.length === 0) throw wrongNonce()
  await db.insert(accounts).values({ address }).onConflictDoNothing()
  return address
}

function judgeMessage({ deployment, publicUrl, now }: Context, message: string) {
  const { address, nonce, chainId, domain, issuedAt, expirationTime } = parseSiweMessage(message)
  if (!address || !nonce || !issuedAt || !expirationTime || !chainId || !domain)
    throw refusal('malformed', 'This is not a sign-in message of ours.')
  if (domain !== publicUrl.host)
    throw refusal('wrong_domain', `The message is for ${domain}, and this is ${publicUrl.host}.`)
  if (chainId !== deployment.chainId)
    throw refusal(
      'wrong_chain',
      `The message is for chain ${chainId}; this market is on ${deployment.chainId}.`,
    )
  if (!(now() < expirationTime)) throw refusal('expired', 'The message has expired; please sign in again.')
  const ours = signInMessage({ address, chainId, publicUrl, nonce, issuedAt, expiresAt: expirationTime })
  if (ours !== message) throw refusal('altered', 'The message is not the one we asked to be signed.')
  return { address: address.toLowerCase() as Address, nonce }
}

const wrongNonce = () =>
  refusal('wrong_nonce', 'This sign-in was used already or is too old; please sign again.')

function refusal(reason: string, message: string): NotAllowedError {
  return new NotAllowedError(message, { details: { reason } })
}
