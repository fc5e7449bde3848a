import { randomBytes, randomUUID } from 'node:crypto'
import { bytesToBigInt, encodeFunctionData, type LocalAccount, zeroHash } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { devicePositionsAbi } from '@/lib/chain/abi/generated/devicePositions'
import { localAccount, localAccounts } from '@/lib/chain/deploy/local-accounts'
import {
  deviceSecretFromSeed,
  publicKeyOf,
  registerCall,
  registrationDigest,
  signDigest,
} from '@/lib/chain/device'
import { deviceId, toShortString } from '@/lib/chain/ids'
import { buildListing } from '@/lib/chain/seaport/build-order'
import { encodeCancel } from '@/lib/chain/seaport/calls'
import { type OrderComponents, orderToJson } from '@/lib/chain/seaport/order-components'
import { orderTypedData } from '@/lib/chain/seaport/order-typed-data'
import type { LocalChain } from './chain'

export type Seller = Awaited<ReturnType<typeof createSeller>>

/** Someone who sells past our pages: registers devices on chain, and posts listings by the public API, as any client may. */
export async function createSeller(chain: LocalChain, origin: string) {
  const account: LocalAccount = privateKeyToAccount(generatePrivateKey())
  await chain.fund(account.address)
  const { client, deployment } = chain
  const attester = localAccount(localAccounts.attester)

  async function register(
    owner = account.address,
    secret = deviceSecretFromSeed('p256', randomUUID()),
    on = { network: 'helium-iot', model: 'helium-hotspot-indoor' },
  ): Promise<number> {
    const key = publicKeyOf(secret)
    const { timestamp } = await client.getBlock()
    const claim = {
      owner,
      deviceId: deviceId(key),
      network: toShortString(on.network),
      model: toShortString(on.model),
      cell: 0n,
      place: zeroHash,
      metadata: zeroHash,
      nonce: 0n,
      deadline: timestamp + 3_600n,
    }
    const digest = registrationDigest(deployment, claim)
    const proven = {
      claim,
      key,
      deviceSignature: signDigest(secret, digest),
      attester: attester.address,
      attesterSignature: await attester.sign({ hash: digest }),
    }
    await chain.send(account, registerCall(deployment.positions, proven))
    const id = await client.readContract({
      address: deployment.positions,
      abi: devicePositionsAbi,
      functionName: 'tokenOfDevice',
      args: [claim.deviceId],
    })
    await untilKnown(origin, Number(id))
    return Number(id)
  }

  /** Signs and posts a listing, once the record has read the position. @param price in dollars */
  async function list(positionId: number, price: number, { seconds = 86_400 } = {}) {
    const { timestamp } = await client.getBlock()
    const now = BigInt(Math.floor(Date.now() / 1000))
    const components = buildListing({
      deployment,
      offerer: account.address,
      positionId,
      price: BigInt(Math.round(price * 1e6)),
      stateHash: await client.readContract({
        address: deployment.positions,
        abi: devicePositionsAbi,
        functionName: 'stateHash',
        args: [BigInt(positionId)],
      }),
      startTime: timestamp,
      endTime: (now > timestamp ? now : timestamp) + BigInt(seconds),
      counter: 0n,
      salt: bytesToBigInt(randomBytes(32)),
    })
    const signature = await account.signTypedData(orderTypedData(deployment, components))
    const body = JSON.stringify({
      chainId: deployment.chainId,
      components: orderToJson(components),
      signature,
    })
    await post(origin, body)
    return { components, signature }
  }

  return {
    account,
    register,
    list,
    /** a position of theirs for sale, readable on its page */
    async offerPosition(price: number) {
      const id = await register()
      await chain.approvePosition(account, id)
      const { components, signature } = await list(id, price)
      return { id, order: components, signature }
    },
    cancel: (order: OrderComponents) =>
      chain.send(account, { to: deployment.seaport, data: encodeCancel([order]) }),
    /** ends every permission the market has to move a position of theirs */
    disallow: (id: number) =>
      chain.send(account, {
        to: deployment.positions,
        data: encodeFunctionData({
          abi: devicePositionsAbi,
          functionName: 'approve',
          args: ['0x0000000000000000000000000000000000000000', BigInt(id)],
        }),
      }),
  }
}

/** Until the public record has read a position. */
async function untilKnown(origin: string, id: number): Promise<void> {
  for (let left = 50; ; left -= 1) {
    if ((await fetch(new URL(`/api/v1/positions/${id}`, origin))).ok) return
    if (left === 0) throw new Error(`the record does not know position ${id}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** The record may be a block behind: what it calls retryable is sent again. */
async function post(origin: string, body: string): Promise<void> {
  for (let left = 30; ; left -= 1) {
    const response = await fetch(new URL('/api/v1/orders', origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    if (response.ok) return
    const text = await response.text()
    if (left === 0 || !/"retryable":true/.test(text)) throw new Error(`the order was refused: ${text}`)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}
