import { createPublicClient, http } from 'viem'
import { devicePositionsAbi as abi } from '@/lib/chain/abi/generated/devicePositions'
import type { Finding } from '@/lib/chain/identity/check-credential'
import type { Attestation } from '@/lib/chain/identity/credential'
import { parseDidPkh } from '@/lib/chain/identity/did-pkh'

/** What the chain says of a credential now, and where it says otherwise. */
export type OnChain = { findings: Finding[]; owner: string | undefined }

/**
 * Compares a credential with the chain it names: the position is the device's and still what was attested, the
 * transaction is the one that registered it, and issuer and attester hold the attester's role now.
 */
export async function checkOnChain(attestation: Attestation, issuer: string, rpc: string): Promise<OnChain> {
  const client = createPublicClient({ transport: http(rpc, { timeout: 10_000, retryCount: 1 }) })
  const findings: Finding[] = []
  const say = (place: string, sentence: string) => findings.push({ place, sentence })
  const chainId = await client.getChainId()
  if (chainId !== attestation.chainId) {
    say('evidence.0.domain.chainId', `The node is of chain ${chainId}, not ${attestation.chainId}.`)
    return { findings, owner: undefined }
  }
  const { claim, positionId } = attestation
  const contract = { address: attestation.positions, abi } as const
  const id = BigInt(positionId)
  const registered = await client.readContract({
    ...contract,
    functionName: 'tokenOfDevice',
    args: [claim.deviceId],
  })
  if (registered !== id) {
    const now = registered === 0n ? 'no position' : `position ${registered}`
    say('credentialSubject.position', `On chain the device has ${now}, not ${positionId}.`)
    return { findings, owner: undefined }
  }
  const position = await client.readContract({ ...contract, functionName: 'positionOf', args: [id] })
  for (const field of ['network', 'model', 'cell', 'place', 'metadata'] as const)
    if (position[field] !== claim[field])
      say(`credentialSubject.${field}`, 'The chain has another by now: the device was reassigned since.')
  if (position.flags & 1) say('credentialSubject.id', 'An attester has marked this device as tainted.')
  await checkTransaction(attestation, client, say)
  const role = await client.readContract({ ...contract, functionName: 'ATTESTER_ROLE' })
  for (const [place, account] of [
    ['issuer', parseDidPkh(issuer).account],
    ['evidence.0.attester', attestation.attester],
  ] as const)
    if (!(await client.readContract({ ...contract, functionName: 'hasRole', args: [role, account] })))
      say(place, 'This account is not an attester of the contract, or no longer.')
  return { findings, owner: await client.readContract({ ...contract, functionName: 'ownerOf', args: [id] }) }
}

async function checkTransaction(
  { transaction, claim, positions, registeredAt, positionId }: Attestation,
  client: ReturnType<typeof createPublicClient>,
  say: (place: string, sentence: string) => void,
): Promise<void> {
  const logs = await client
    .getTransactionReceipt({ hash: transaction })
    .then(({ blockNumber }) =>
      client.getContractEvents({
        address: positions,
        abi,
        eventName: 'DeviceRegistered',
        args: { deviceId: claim.deviceId },
        fromBlock: blockNumber,
        toBlock: blockNumber,
      }),
    )
    .catch(() => [])
  const log = logs.find(
    ({ transactionHash, args }) => transactionHash === transaction && args.tokenId === BigInt(positionId),
  )
  if (!log) return say('evidence.0.transaction', 'The chain has no registration of this device in it.')
  if (log.args.owner?.toLowerCase() !== claim.owner.toLowerCase())
    say('credentialSubject.registeredTo', `It was registered to ${log.args.owner}.`)
  const block = await client.getBlock({ blockNumber: log.blockNumber })
  if (Number(block.timestamp) !== Math.floor(registeredAt.getTime() / 1000))
    say('validFrom', 'The block of its registration has another time.')
}
