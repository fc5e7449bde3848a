import type { Address } from 'viem'
import type { SignedJson } from '@/lib/chain/client/sign-orders'

/** A listing that is signed and that the market has not answered for yet. */
export type KeptOrder = SignedJson & { positionId: number }

/**
 * Signed listings of one account that are not in the market yet, in this browser: a reload, a server that is away or a
 * closed tab does not lose a signature. Storage that fails or holds nonsense counts as empty.
 */
export function keptOrders(chainId: number, account: Address) {
  const name = `hotswap.signed.${chainId}.${account.toLowerCase()}`

  function all(): KeptOrder[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]')
      return Array.isArray(kept) ? kept.filter(isKept) : []
    } catch {
      return []
    }
  }

  function write(list: readonly KeptOrder[]) {
    try {
      if (list.length === 0) localStorage.removeItem(name)
      else localStorage.setItem(name, JSON.stringify(list))
    } catch {
      // kept in the page alone
    }
  }

  return {
    all,
    add: (orders: readonly KeptOrder[]) => write([...all(), ...orders]),
    remove(orders: readonly KeptOrder[]) {
      const gone = new Set(orders.map(({ components }) => components.salt))
      write(all().filter(({ components }) => !gone.has(components.salt)))
    },
    clear: () => write([]),
  }
}

function isKept(value: unknown): value is KeptOrder {
  if (typeof value !== 'object' || value === null) return false
  const { positionId, components, signature } = value as Record<string, unknown>
  return (
    typeof positionId === 'number' &&
    typeof signature === 'string' &&
    typeof components === 'object' &&
    components !== null &&
    'salt' in components
  )
}
