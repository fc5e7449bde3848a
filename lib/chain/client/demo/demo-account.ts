import type { Hex } from 'viem'
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import type { Persona } from './personas'

const kept = new Map<string, PrivateKeyAccount>()

/**
 * The account of a demo persona in this browser: its key is made here on first use and kept in localStorage, which
 * is fit for test money alone. Where storage is forbidden it lives until the page is left.
 */
export function demoAccount(persona: Persona): PrivateKeyAccount {
  const name = `hotswap.demo.${persona.id}`
  const found = kept.get(name)
  if (found) return found
  const account = privateKeyToAccount(readKey(name) ?? makeKey(name))
  kept.set(name, account)
  return account
}

function readKey(name: string): Hex | undefined {
  try {
    const text = localStorage.getItem(name)
    return text && /^0x[0-9a-f]{64}$/.test(text) ? (text as Hex) : undefined
  } catch {
    return undefined
  }
}

function makeKey(name: string): Hex {
  const key = generatePrivateKey()
  try {
    localStorage.setItem(name, key)
  } catch {
    // kept in memory only
  }
  return key
}
