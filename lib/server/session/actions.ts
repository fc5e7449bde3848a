'use server'

import { cookies } from 'next/headers'
import { z } from 'zod'
import { publicAction } from '../action'
import { createNonce as create, createNonceInput } from './create-nonce'
import { getSession, sessionSettings } from './get-session'
import { clearSession, writeSession } from './session'
import { signInInput, signIn as verify } from './sign-in'

/** `{ address }` → `{ nonce, message, expiresAt }`: the message is for the wallet to sign as it stands. */
export const createNonce = publicAction(createNonceInput, create)

/** `{ message, signature }` → the new session, whose cookie is set with the answer. */
export const signIn = publicAction(signInInput, async (context, input) => {
  const address = await verify(context, input)
  return writeSession(await cookies(), sessionSettings(), address)
})

/** Ends the session in this browser. */
export const signOut = publicAction(z.void(), async () => {
  await clearSession(await cookies(), sessionSettings())
})

/** Who is signed in, for a page that was not rendered with it; null for a visitor. */
export const currentSession = publicAction(z.void(), async () => (await getSession()) ?? null)
