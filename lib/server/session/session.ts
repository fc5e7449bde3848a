import { getIronSession, type SessionOptions } from 'iron-session'
import type { cookies } from 'next/headers'
import type { Address } from 'viem'

/** Who is signed in: one address on one chain, until a moment. Nothing else is kept. */
export type Session = {
  /** lower-case, as the database has addresses */
  address: Address
  chainId: number
  /** when the session ends */
  expiresAt: Date
}

/** What lies in the sealed cookie. */
export type Sealed = { address?: Address; chainId?: number; expiresAt?: number }

/** The part of Next's `cookies()` that a session needs; a `NextResponse`'s cookies will do as well. */
export type CookieStore = Pick<Awaited<ReturnType<typeof cookies>>, 'get' | 'set'>

/** What seals and judges a session cookie. */
export type SessionSettings = { secret: string; secure: boolean; chainId: number; now: Date }

/** A session lasts this long; afterwards the wallet signs again. */
export const SESSION_SECONDS = 7 * 24 * 3600

/** Behind https the `__Host-` prefix binds the cookie to this host alone. */
export function sessionOptions({
  secret,
  secure,
}: Pick<SessionSettings, 'secret' | 'secure'>): SessionOptions {
  return {
    cookieName: secure ? '__Host-hotswap' : 'hotswap',
    password: secret,
    ttl: SESSION_SECONDS,
    cookieOptions: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
  }
}

/** The session in a request's cookies: undefined without one, after its end, or of another chain. */
export async function readSession(
  store: CookieStore,
  settings: SessionSettings,
): Promise<Session | undefined> {
  const { address, chainId, expiresAt } = await getIronSession<Sealed>(store, sessionOptions(settings))
  if (address === undefined || chainId !== settings.chainId || expiresAt === undefined) return undefined
  if (settings.now.getTime() >= expiresAt) return undefined
  return { address, chainId, expiresAt: new Date(expiresAt) }
}

/** Seals a new session into the cookies. */
export async function writeSession(
  store: CookieStore,
  settings: SessionSettings,
  address: Address,
): Promise<Session> {
  const sealed = await getIronSession<Sealed>(store, sessionOptions(settings))
  const session = {
    address: address.toLowerCase() as Address,
    chainId: settings.chainId,
    expiresAt: new Date(settings.now.getTime() + SESSION_SECONDS * 1000),
  }
  sealed.address = session.address
  sealed.chainId = session.chainId
  sealed.expiresAt = session.expiresAt.getTime()
  await sealed.save()
  return session
}

/** Removes the cookie. */
export async function clearSession(store: CookieStore, settings: SessionSettings): Promise<void> {
  const sealed = await getIronSession<Sealed>(store, sessionOptions(settings))
  sealed.destroy()
}
