import { type Address, encodeFunctionData, erc20Abi, erc721Abi, type Hex, maxUint256, parseAbi } from 'viem'
import { testDollarAbi } from '@/lib/chain/abi/generated/testDollar'
import { localAccount, localAccounts } from '@/lib/chain/deploy/local-accounts'
import { deviceSecretFromSeed } from '@/lib/chain/device'
import { buildItemOffer, buildListing } from '@/lib/chain/seaport/build-order'
import {
  encodeCancel,
  encodeFulfillBasicOrder,
  encodeFulfillOrder,
  encodeIncrementCounter,
} from '@/lib/chain/seaport/calls'
import type { TestChain } from '@/test/chain'
import { gasActors } from './gas-actors'

/**
 * Sends each kind of transaction once and reads its gas from the receipt, after a first registration and a first sale
 * have warmed the contracts. Seller and buyer are the same throughout; owners of new positions are new.
 */
export async function measureGas(chain: TestChain, bareToken: Hex) {
  const { send, register, reassign, order } = gasActors(chain)
  const { positions, dollar, seaport } = chain.deployment
  const [deployer, seller, buyer] = [localAccount(localAccounts.deployer), localAccount(3), localAccount(4)]
  const gasOf = async (from: typeof seller, to: Address, data: Hex) =>
    (await send(from, { to, data })).gasUsed
  const hold = (name: string) => register(deviceSecretFromSeed('secp256k1', `gas:${name}`), seller.address)

  const faucet = encodeFunctionData({ abi: testDollarAbi, functionName: 'faucet', args: [10_000_000_000n] })
  const allow = encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args: [seaport, maxUint256] })
  for (const person of [seller, buyer])
    for (const data of [faucet, allow]) await send(person, { to: dollar, data })
  const bare = (await send(deployer, { data: bareToken })).contractAddress as Address
  const mintTo = (to: Address) =>
    encodeFunctionData({ abi: parseAbi(['function mint(address)']), args: [to] })
  await send(deployer, { to: bare, data: mintTo(seller.address) })

  const warm = await hold('warm')
  const approval = [seaport, true] as const
  const approve = encodeFunctionData({ abi: erc721Abi, functionName: 'setApprovalForAll', args: approval })
  const approveGas = await gasOf(seller, positions, approve)
  await send(buyer, { to: seaport, data: encodeFulfillOrder(await order(buildListing, warm, seller)) })

  const listed = async (name: string, bound = true) =>
    order(buildListing, await hold(name), seller, { bound })
  const offered = await order(buildItemOffer, await hold('offered'), buyer)
  return {
    bareMint: await gasOf(deployer, bare, mintTo(localAccount(10).address)),
    registerSecp256k1: (await register(deviceSecretFromSeed('secp256k1', 'gas:k1'), localAccount(10).address))
      .gas,
    registerP256: (await register(deviceSecretFromSeed('p256', 'gas:r1'), localAccount(11).address)).gas,
    reassign: await reassign(await hold('reassigned'), seller),
    approve: approveGas,
    buy: await gasOf(buyer, seaport, encodeFulfillOrder(await listed('bought'))),
    buyBasic: await gasOf(buyer, seaport, encodeFulfillBasicOrder(await listed('bought basic'))),
    buyUnbound: await gasOf(buyer, seaport, encodeFulfillBasicOrder(await listed('bought unbound', false))),
    acceptOffer: await gasOf(seller, seaport, encodeFulfillBasicOrder(offered)),
    cancel: await gasOf(seller, seaport, encodeCancel([(await listed('cancelled')).components])),
    incrementCounter: await gasOf(seller, seaport, encodeIncrementCounter()),
  }
}
