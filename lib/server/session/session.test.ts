import { NextResponse } from 'next/server'
import { describe, expect, test } from 'vitest'
import { clearSession, readSession, SESSION_SECONDS, sessionOptions, writeSession } from './session'

const settings = {
  secret: 'x'.repeat(32),
  secure: false,
  chainId: 31_337,
  now: new Date('2026-01-01T00:00:00Z'),
}
const address = '0xABcdEFABcdEFabcdEfAbCdefabcdeFABcDEFabCD'
const later = (seconds: number) => ({ ...settings, now: new Date(settings.now.getTime() + seconds * 1000) })

describe('a session', () => {
  test('is read back from the cookie it was sealed into, lower-case and until its end', async () => {
    const { cookies } = new NextResponse()
    const session = await writeSession(cookies, settings, address)
    expect(session).toEqual({
      address: address.toLowerCase(),
      chainId: 31_337,
      expiresAt: later(SESSION_SECONDS).now,
    })
    expect(await readSession(cookies, settings)).toEqual(session)
    expect(await readSession(cookies, later(SESSION_SECONDS - 1))).toEqual(session)
    expect(await readSession(cookies, later(SESSION_SECONDS))).toBeUndefined()
  })

  test('is nobody’s on another chain, under another secret, or with a changed cookie', async () => {
    const { cookies } = new NextResponse()
    await writeSession(cookies, settings, address)
    expect(await readSession(cookies, { ...settings, chainId: 1 })).toBeUndefined()
    expect(await readSession(cookies, { ...settings, secret: 'y'.repeat(32) })).toBeUndefined()
    const sealed = cookies.get('hotswap')?.value ?? ''
    cookies.set('hotswap', `${sealed.slice(0, 80)}${sealed[80] === 'A' ? 'B' : 'A'}${sealed.slice(81)}`)
    expect(await readSession(cookies, settings)).toBeUndefined()
  })

  test('does not show who it is of', async () => {
    const { cookies } = new NextResponse()
    await writeSession(cookies, settings, address)
    expect(cookies.get('hotswap')?.value.toLowerCase()).not.toContain(address.slice(2, 12).toLowerCase())
  })

  test('ends when it is cleared', async () => {
    const { cookies } = new NextResponse()
    await writeSession(cookies, settings, address)
    await clearSession(cookies, settings)
    expect(await readSession(cookies, settings)).toBeUndefined()
  })

  test('has a cookie no script reads and no other site sends along; bound to the host behind https', () => {
    expect(sessionOptions(settings).cookieOptions).toMatchObject({
      httpOnly: true,
      sameSite: 'lax',
      secure: false,
    })
    expect(sessionOptions({ ...settings, secure: true })).toMatchObject({
      cookieName: '__Host-hotswap',
      cookieOptions: { secure: true, path: '/' },
    })
  })
})
