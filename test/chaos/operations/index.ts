import { encodeFunctionData, maxUint256 } from 'viem'
import type { World } from '../world'
import { reassign, register } from './devices'
import { allow, faucet, pay, payFor, permit } from './dollars'
import { accept, buy, cancel, list, match, moveCounter, offer, validate } from './orders'
import { approve, setFlags, setOperator, setUser, setUserWithConsent, transfer } from './positions'

/** Everything a chaos run does to the chain and the market. */
export const operations = {
  register,
  reassign,
  transfer,
  approve,
  setOperator,
  setUser,
  setUserWithConsent,
  setFlags,
  faucet,
  pay,
  payFor,
  allow,
  permit,
  list,
  offer,
  validate,
  buy,
  accept,
  match,
  cancel,
  moveCounter,
} satisfies Record<string, (world: World) => Promise<void>>

export type OperationName = keyof typeof operations

/** How often each occurs. */
export const weights: Readonly<Record<OperationName, number>> = {
  register: 7,
  reassign: 2,
  transfer: 3,
  approve: 4,
  setOperator: 3,
  setUser: 2,
  setUserWithConsent: 1,
  setFlags: 1,
  faucet: 4,
  pay: 4,
  payFor: 3,
  allow: 4,
  permit: 3,
  list: 16,
  offer: 9,
  validate: 4,
  buy: 14,
  accept: 8,
  match: 4,
  cancel: 3,
  moveCounter: 0.7,
}

/** What every actor does first, so that orders can be filled at all: dollars, and both approvals to Seaport. */
export async function prepare({ node, deployment, contracts, actors }: World): Promise<void> {
  for (const actor of actors) {
    const dollars = (functionName: 'faucet' | 'approve', args: readonly unknown[]) =>
      encodeFunctionData({ abi: contracts.dollar.abi, functionName, args } as Parameters<
        typeof encodeFunctionData
      >[0])
    await node.send(actor, deployment.dollar, dollars('faucet', [2_000_000_000n]))
    await node.send(actor, deployment.dollar, dollars('approve', [deployment.seaport, maxUint256]))
    const { abi } = contracts.positions
    const args = [deployment.seaport, true] as const
    await node.send(
      actor,
      deployment.positions,
      encodeFunctionData({ abi, functionName: 'setApprovalForAll', args }),
    )
  }
}
