import { generateSiweNonce } from 'viem/siwe'
import { z } from 'zod'
import { siweNonces } from '@/db/schema'
import type { ServerContext } from '../context'
import { addressSchema } from '../input'
import { signInMessage } from './sign-in-message'

/** A sign-in message that is not signed within this time is void. */
export const NONCE_SECONDS = 10 * 60

export const createNonceInput = z.object({ address: addressSchema })

/** Begins a sign-in: keeps a nonce that is good once, and gives the message the wallet signs as it stands. */
export async function createNonce(
  { db, deployment, publicUrl, now }: Pick<ServerContext, 'db' | 'deployment' | 'publicUrl' | 'now'>,
  { address }: z.output<typeof createNonceInput>,
) {
  const nonce = generateSiweNonce()
  const issuedAt = now()
  const expiresAt = new Date(issuedAt.getTime() + NONCE_SECONDS * 1000)
  await db.insert(siweNonces).values({ nonce, expiresAt })
  const message = signInMessage({
    address,
    chainId: deployment.chainId,
    publicUrl,
    nonce,
    issuedAt,
    expiresAt,
  })
  return { nonce, message, expiresAt }
}
