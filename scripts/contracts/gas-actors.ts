import {
  type Address,
  createPublicClient,
  createWalletClient,
  type Hex,
  http,
  keccak256,
  stringToHex,
  zeroAddress,
  zeroHash,
} from 'viem'
import type { HDAccount } from 'viem/accounts'
import { foundry } from 'viem/chains'
import { devicePositionsAbi } from '@/lib/chain/abi/generated/devicePositions'
import { localAccount, localAccounts } from '@/lib/chain/deploy/local-accounts'
import {
  type DeviceSecret,
  publicKeyOf,
  reassignCall,
  reassignmentDigest,
  registerCall,
  registrationDigest,
  signDigest,
} from '@/lib/chain/device'
import { deviceId, toShortString } from '@/lib/chain/ids'
import type { buildItemOffer, buildListing } from '@/lib/chain/seaport/build-order'
import { orderType } from '@/lib/chain/seaport/constants'
import type { OrderComponents, SignedOrder } from '@/lib/chain/seaport/order-components'
import { orderTypedData } from '@/lib/chain/seaport/order-typed-data'
import type { TestChain } from '@/test/chain'

/** What positions change hands for, in base units: 250 dollars. */
const PRICE = 250_000_000n

/** The year 2100: claims and orders bear no date of the run, or their signatures, and the gas of their bytes, would. */
const FAR_END = 4_102_444_800n

export type Held = { id: number; secret: DeviceSecret }

/** What people send on a local chain, each with the gas its receipt says. */
export function gasActors({ rpcUrl, deployment }: TestChain) {
  const client = createPublicClient({ chain: foundry, transport: http(rpcUrl), pollingInterval: 20 })
  const attester = localAccount(localAccounts.attester)
  const { chainId, positions } = deployment
  let salt = 0n

  async function send(from: HDAccount, call: { to?: Address; data: Hex }) {
    const wallet = createWalletClient({ account: from, chain: foundry, transport: http(rpcUrl) })
    const receipt = await client.waitForTransactionReceipt({ hash: await wallet.sendTransaction(call) })
    if (receipt.status !== 'success') throw new Error(`transaction ${receipt.transactionHash} was reverted`)
    return receipt
  }

  function placement(owner: Address, network: string) {
    return {
      owner,
      network: toShortString(network),
      model: toShortString('rak-7268'),
      cell: 0x85283473fffffffn,
      place: keccak256(stringToHex('salted place')),
      metadata: keccak256(stringToHex(network)),
      deadline: FAR_END,
    }
  }

  async function proof(secret: DeviceSecret, digest: Hex) {
    return {
      key: publicKeyOf(secret),
      deviceSignature: signDigest(secret, digest),
      attester: attester.address,
      attesterSignature: await attester.sign({ hash: digest }),
    }
  }

  async function register(secret: DeviceSecret, owner: Address): Promise<Held & { gas: bigint }> {
    const device = deviceId(publicKeyOf(secret))
    const claim = { ...placement(owner, 'helium-iot'), deviceId: device, nonce: 0n }
    const proven = await proof(secret, registrationDigest({ chainId, positions }, claim))
    const { gasUsed } = await send(
      localAccount(localAccounts.deployer),
      registerCall(positions, { claim, ...proven }),
    )
    const read = { address: positions, abi: devicePositionsAbi, functionName: 'tokenOfDevice' } as const
    return { gas: gasUsed, id: Number(await client.readContract({ ...read, args: [device] })), secret }
  }

  async function reassign({ id, secret }: Held, owner: HDAccount): Promise<bigint> {
    const claim = { ...placement(owner.address, 'wingbits'), tokenId: BigInt(id), nonce: 1n }
    const proven = await proof(secret, reassignmentDigest({ chainId, positions }, claim))
    return (await send(owner, reassignCall(positions, { claim, ...proven }))).gasUsed
  }

  /** An order as the app makes it; `bound: false` takes our zone out. */
  async function order(
    build: typeof buildListing | typeof buildItemOffer,
    { id }: Held,
    by: HDAccount,
    { bound = true } = {},
  ): Promise<SignedOrder> {
    const read = { address: positions, abi: devicePositionsAbi, functionName: 'stateHash' } as const
    const components: OrderComponents = {
      ...build({
        deployment,
        offerer: by.address,
        positionId: id,
        price: PRICE,
        stateHash: await client.readContract({ ...read, args: [BigInt(id)] }),
        startTime: 1n,
        endTime: FAR_END,
        counter: 0n,
        salt: ++salt,
      }),
      ...(!bound && { zone: zeroAddress, zoneHash: zeroHash, orderType: orderType.fullOpen }),
    }
    return { components, signature: await by.signTypedData(orderTypedData(deployment, components)) }
  }

  return { send, register, reassign, order }
}
