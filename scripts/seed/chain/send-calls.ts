import { setTimeout as sleep } from 'node:timers/promises'
import { type Address, type Hex, keccak256, numberToHex } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { nodeBatch, SeedChainError } from './node-batch'
import type { SeedChain } from './seed-chain-context'

export type SeedCall = { from: PrivateKeyAccount; to: Address; data: Hex }

const GAS = 700_000n
const GWEI = 10n ** 9n
const MAX_FEE = 100n * GWEI
const FUNDS = 10n ** 21n
/** Looks after which the node is told to mine what waits. */
const NUDGE = 6

/**
 * Sends calls from accounts of the seed, all signed before the first is waited for, and waits until each is mined.
 * Accounts short of ether are given some first, which only the local chain's node does.
 * @returns the calls that reverted
 */
export async function sendCalls(
  { rpcUrl, deployment }: SeedChain,
  calls: readonly SeedCall[],
): Promise<SeedCall[]> {
  if (calls.length === 0) return []
  const senders = [...new Set(calls.map((call) => call.from.address))]
  await fund(rpcUrl, senders)
  const counts = await nodeBatch<Hex>(
    rpcUrl,
    senders.map((address) => ({ method: 'eth_getTransactionCount', params: [address, 'pending'] })),
  )
  const nonces = new Map(senders.map((address, index) => [address, Number(counts[index])]))
  const signed: Hex[] = []
  for (const { from, to, data } of calls) {
    const nonce = nonces.get(from.address) ?? 0
    nonces.set(from.address, nonce + 1)
    signed.push(
      await from.signTransaction({
        chainId: deployment.chainId,
        nonce,
        to,
        data,
        gas: GAS,
        maxFeePerGas: MAX_FEE,
        maxPriorityFeePerGas: GWEI,
      }),
    )
  }
  await nodeBatch(
    rpcUrl,
    signed.map((transaction) => ({ method: 'eth_sendRawTransaction', params: [transaction] })),
  )
  const reverted = await waitUntilMined(
    rpcUrl,
    signed.map((transaction) => keccak256(transaction)),
  )
  return calls.filter((_, index) => reverted.has(index))
}

/** {@link sendCalls} for calls that must all succeed. @throws SeedChainError when one reverts */
export async function sendAll(chain: SeedChain, calls: readonly SeedCall[]): Promise<void> {
  const reverted = await sendCalls(chain, calls)
  if (reverted[0])
    throw new SeedChainError(
      `${reverted.length} transactions of the seed reverted, the first of ${reverted[0].from.address} to ${reverted[0].to}.`,
    )
}

async function fund(rpcUrl: string, accounts: readonly Address[]): Promise<void> {
  const balances = await nodeBatch<Hex>(
    rpcUrl,
    accounts.map((address) => ({ method: 'eth_getBalance', params: [address, 'latest'] })),
  )
  const poor = accounts.filter((_, index) => BigInt(balances[index] ?? '0x0') < FUNDS / 2n)
  await nodeBatch(
    rpcUrl,
    poor.map((address) => ({ method: 'anvil_setBalance', params: [address, numberToHex(FUNDS)] })),
  )
}

/** @returns the places of those that reverted */
async function waitUntilMined(rpcUrl: string, hashes: readonly Hex[]): Promise<Set<number>> {
  const reverted = new Set<number>()
  let waiting = hashes.map((hash, index) => ({ hash, index }))
  for (let tries = 0; waiting.length > 0 && tries < 600; tries++) {
    if (tries > 0) await sleep(50)
    // anvil leaves what did not fit into a block to the next one, which without a new transaction is 12 s away
    if (tries % NUDGE === NUDGE - 1) await nodeBatch(rpcUrl, [{ method: 'evm_mine', params: [] }])
    const receipts = await nodeBatch<{ status: Hex } | null>(
      rpcUrl,
      waiting.map(({ hash }) => ({ method: 'eth_getTransactionReceipt', params: [hash] })),
    )
    for (const [place, { index }] of waiting.entries())
      if (receipts[place]?.status === '0x0') reverted.add(index)
    waiting = waiting.filter((_, place) => !receipts[place])
  }
  if (waiting.length > 0)
    throw new SeedChainError(`${waiting.length} transactions of the seed are not mined.`)
  return reverted
}
