import {
  type Address,
  createPublicClient,
  createWalletClient,
  encodeDeployData,
  getContractAddress,
  type Hex,
  http,
} from 'viem'
import { foundry } from 'viem/chains'
import { devicePositionsAbi } from '@/lib/chain/abi/generated/devicePositions'
import { rewardDistributorAbi } from '@/lib/chain/abi/generated/rewardDistributor'
import { seaportAbi } from '@/lib/chain/abi/generated/seaport'
import { settlementZoneAbi } from '@/lib/chain/abi/generated/settlementZone'
import { type Deployment, LOCAL_CHAIN_ID } from '@/lib/chain/deployment'
import { HotswapError } from '@/lib/core/errors'
import { creationCode } from './creation-code'
import { localAccount, localAccounts } from './local-accounts'

export class DeploymentFailedError extends HotswapError {
  override readonly name = 'DeploymentFailedError'
}

/** Ample for the largest of them (Seaport, 5.6 million), below the limit of one transaction (EIP-7825). */
const GAS_LIMIT = 8_000_000n

/**
 * Deploys Seaport 1.6 and our contracts to a local node, from account 0 of its mnemonic: account 0 administers,
 * account 1 attests, account 2 receives fees of 1 %, account 8 publishes rewards. All six transactions are sent before the first is waited for,
 * so it takes one or two blocks. On a fresh node the addresses are always the same.
 *
 * @param baseUri what stands before the id in `tokenURI`
 * @throws DeploymentFailedError when the node is not the local chain or a contract does not come to stand
 *
 * @example
 * const deployment = await deployLocal({ rpcUrl: 'http://127.0.0.1:8545' })
 */
export async function deployLocal({
  rpcUrl,
  baseUri = '',
}: {
  rpcUrl: string
  baseUri?: string
}): Promise<Deployment> {
  const account = localAccount(localAccounts.deployer)
  const client = createPublicClient({ chain: foundry, transport: http(rpcUrl), pollingInterval: 50 })
  const wallet = createWalletClient({ account, chain: foundry, transport: http(rpcUrl) })
  const chainId = await client.getChainId()
  if (chainId !== LOCAL_CHAIN_ID)
    throw new DeploymentFailedError(
      `The node at ${rpcUrl} is chain ${chainId}, not the local ${LOCAL_CHAIN_ID}.`,
    )

  let nonce = await client.getTransactionCount({ address: account.address, blockTag: 'pending' })
  const sent: Hex[] = []
  async function deploy(data: Hex): Promise<Address> {
    const address = getContractAddress({ from: account.address, nonce: BigInt(nonce) })
    sent.push(await wallet.sendTransaction({ data, nonce, gas: GAS_LIMIT }))
    nonce += 1
    return address
  }
  const conduitController = await deploy(creationCode.conduitController)
  const seaport = await deploy(
    encodeDeployData({ abi: seaportAbi, bytecode: creationCode.seaport, args: [conduitController] }),
  )
  const dollar = await deploy(creationCode.testDollar)
  const positions = await deploy(
    encodeDeployData({
      abi: devicePositionsAbi,
      bytecode: creationCode.devicePositions,
      args: [account.address, localAccount(localAccounts.attester).address, baseUri],
    }),
  )
  const zone = await deploy(
    encodeDeployData({
      abi: settlementZoneAbi,
      bytecode: creationCode.settlementZone,
      args: [seaport, positions],
    }),
  )
  const rewards = await deploy(
    encodeDeployData({
      abi: rewardDistributorAbi,
      bytecode: creationCode.rewardDistributor,
      args: [account.address, localAccount(localAccounts.rewardPublisher).address, dollar],
    }),
  )

  const receipts = await Promise.all(sent.map((hash) => client.waitForTransactionReceipt({ hash })))
  const failed = receipts.find((receipt) => receipt.status !== 'success')
  if (failed)
    throw new DeploymentFailedError(`Deployment transaction ${failed.transactionHash} was reverted.`)
  return {
    chainId,
    name: 'Local chain',
    startBlock: Number(receipts[2]!.blockNumber),
    finalityDepth: 64,
    positions,
    zone,
    dollar,
    seaport,
    rewards,
    fee: { recipient: localAccount(localAccounts.feeRecipient).address, basisPoints: 100 },
  }
}
