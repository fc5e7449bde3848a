import { describeStateChange, type StatePart } from './describe-state-change'
import type { OrderStanding } from './order-status'
import type { OrderKind } from './order-terms'
import type { SignedState } from './signed-state'

/** What can still become of a signed order. */
export type Revival =
  /** anyone who may can fill it now */
  | { kind: 'live' }
  /** not now, but it can be filled again after the event that `when` names */
  | { kind: 'dormant'; when: string }
  /** never again, short of a reorganisation of the chain */
  | { kind: 'over' }

export type RevivalFacts = {
  kind: OrderKind
  standing: OrderStanding
  /** held to the position's state by our zone */
  bound: boolean
  /** what its signer signed; undefined where it is not known */
  signed: SignedState | undefined
  /** the position now */
  current: SignedState | undefined
}

const partNames: { readonly [part in StatePart]: string } = {
  ownership: 'its owner',
  network: 'its network',
  model: 'its model',
  place: 'its place',
  metadata: 'its description',
  user: 'its user',
  flags: 'its flags',
}

/**
 * Whether an order that its signer has forgotten can still be filled, and after what. Filled, cancelled and expired ones
 * are over; so are bound ones whose position was transferred, because its ownership nonce only grows. All else can come
 * back: an approval, funds, a device set as it was signed, and for unbound listings the return of the token alone.
 */
export function revivalOf({ kind, standing, bound, signed, current }: RevivalFacts): Revival {
  switch (standing) {
    case 'open':
      return { kind: 'live' }
    case 'scheduled':
      return { kind: 'dormant', when: 'It can be filled as soon as it opens.' }
    case 'filled':
    case 'cancelled':
    case 'counter_moved':
    case 'expired':
      return { kind: 'over' }
    case 'not_owned':
      return bound
        ? { kind: 'over' }
        : {
            kind: 'dormant',
            when: 'It can be filled again if the position comes back to your account and Seaport may move it.',
          }
    case 'state_changed':
      return afterStateChange(signed, current)
    case 'not_approved':
      return {
        kind: 'dormant',
        when:
          kind === 'listing'
            ? 'It can be filled as soon as you allow Seaport to move the position, for whatever reason you do so.'
            : 'It can be accepted as soon as you allow Seaport to take that many dollars, for whatever reason you do so.',
      }
    case 'no_funds':
      return { kind: 'dormant', when: 'It can be accepted as soon as your account holds that many dollars.' }
    case 'signature_invalid':
      return {
        kind: 'dormant',
        when: 'It can be filled again if your contract wallet stands by its signature once more.',
      }
  }
}

function afterStateChange(signed: SignedState | undefined, current: SignedState | undefined): Revival {
  if (!signed || !current || signed.tokenId !== current.tokenId)
    return { kind: 'dormant', when: 'It can be filled again if the position is set as it was signed.' }
  if (signed.ownershipNonce !== current.ownershipNonce) return { kind: 'over' }
  const parts = [...new Set(describeStateChange(signed, current).map(({ part }) => partNames[part]))]
  const what = parts.length > 0 ? listOf(parts) : 'it'
  return {
    kind: 'dormant',
    when: `It can be filled again if ${what} ${parts.length > 1 ? 'are' : 'is'} set back as you signed.`,
  }
}

function listOf(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
