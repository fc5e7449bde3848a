import { type SignedState, TAINTED } from './signed-state'

export type StatePart = 'ownership' | 'network' | 'model' | 'place' | 'metadata' | 'user' | 'flags'

export type StateChange = {
  part: StatePart
  /** what the signer signed, and what is there now; JSON-safe */
  from: string | number | null
  to: string | number | null
  /** one sentence for the person who wanted to buy */
  sentence: string
}

/**
 * Which parts of a position differ from what was signed, in words, the gravest first. Empty exactly when the two
 * states have the same state hash.
 *
 * @param options.ownerIsSigner the position is with its signer again: then a transfer was there and back
 * @example
 * describeStateChange(order.signedState, current).map((change) => change.sentence)
 * // ['The network changed from helium-iot to hivemapper.']
 */
export function describeStateChange(
  signed: SignedState,
  current: SignedState,
  options: { ownerIsSigner?: boolean } = {},
): StateChange[] {
  const changes: StateChange[] = []
  const compare = (
    part: StatePart,
    from: string | number | null,
    to: string | number | null,
    say: () => string,
  ) => {
    if (from !== to) changes.push({ part, from, to, sentence: say() })
  }

  compare('ownership', signed.ownershipNonce, current.ownershipNonce, () =>
    options.ownerIsSigner
      ? 'The token has left and come back since the seller signed.'
      : 'The position has changed hands since the order was signed.',
  )
  compare('network', signed.network, current.network, () =>
    changed('The network', signed.network, current.network),
  )
  compare('model', signed.model, current.model, () =>
    changed('The hardware model', signed.model, current.model),
  )
  compare('place', signed.cell, current.cell, () =>
    changed('The place', signed.cell && `cell ${signed.cell}`, current.cell && `cell ${current.cell}`),
  )
  compare('place', signed.place, current.place, () => 'The commitment to the exact place changed.')
  compare(
    'metadata',
    signed.metadata,
    current.metadata,
    () => 'The description of the device (its metadata) changed.',
  )
  compare('user', term(signed), term(current), () => userSentence(signed, current))
  compare('flags', signed.flags, current.flags, () => flagSentence(signed.flags, current.flags))
  return changes
}

function changed(what: string, from: string | null, to: string | null): string {
  return `${what} changed from ${from || 'none'} to ${to || 'none'}.`
}

function term({ user, expires }: SignedState): string | null {
  return user === null && expires === '0' ? null : `${user ?? 'nobody'} until ${expires}`
}

function userSentence(signed: SignedState, current: SignedState): string {
  if (current.user === null)
    return signed.user === null ? 'The end of the user’s term changed.' : 'The user was removed.'
  if (signed.user === current.user)
    return `The term of the user ${current.user} changed from ${utc(signed.expires)} to ${utc(current.expires)}.`
  return `A user (${current.user}) was set until ${utc(current.expires)}.`
}

function flagSentence(from: number, to: number): string {
  if ((from & TAINTED) === (to & TAINTED)) return `The flags of the device changed from ${from} to ${to}.`
  return to & TAINTED
    ? 'An attester marked the device as tainted.'
    : 'An attester took back that the device is tainted.'
}

/** Unix seconds as “2026-03-01 12:00 UTC”; terms that no calendar holds are called endless. */
function utc(seconds: string): string {
  if (Number(seconds) > 8.64e12) return 'the end of time'
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
