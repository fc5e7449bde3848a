import { cookies } from 'next/headers'
import { NotAllowedError } from '@/lib/core/errors'
import { config } from '../config'
import { readSession, type Session, type SessionSettings } from './session'

/** Settings of this process's sessions, from its configuration. */
export function sessionSettings(): SessionSettings {
  const { SESSION_SECRET, PUBLIC_URL, deployment } = config()
  return {
    secret: SESSION_SECRET,
    secure: new URL(PUBLIC_URL).protocol === 'https:',
    chainId: deployment.chainId,
    now: new Date(),
  }
}

/** The signed-in person of this request, in a server component, action or route handler; undefined for a visitor. */
export async function getSession(): Promise<Session | undefined> {
  return readSession(await cookies(), sessionSettings())
}

/** @throws NotAllowedError with `details.reason = 'signed_out'` for a visitor. */
export async function requireSession(): Promise<Session> {
  const session = await getSession()
  if (!session)
    throw new NotAllowedError('Please sign in with your wallet first.', { details: { reason: 'signed_out' } })
  return session
}
