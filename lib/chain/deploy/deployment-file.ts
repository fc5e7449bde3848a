import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { createPublicClient, http } from 'viem'
import { type Deployment, deploymentSchema } from '@/lib/chain/deployment'
import { deployLocal } from './deploy-local'

/** The deployment a file describes; undefined when there is no file or it is not one. */
export function readDeployment(file: string): Deployment | undefined {
  try {
    return deploymentSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

export function writeDeployment(file: string, deployment: Deployment): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(deployment, null, 2)}\n`)
}

/** Whether every contract of a deployment has code on the chain at `rpcUrl`. */
export async function stands(deployment: Deployment, rpcUrl: string): Promise<boolean> {
  const client = createPublicClient({ transport: http(rpcUrl) })
  if ((await client.getChainId()) !== deployment.chainId) return false
  const { positions, zone, dollar, seaport, rewards } = deployment
  const codes = await Promise.all(
    [positions, zone, dollar, seaport, rewards].map((address) => client.getCode({ address })),
  )
  return codes.every((code) => code !== undefined && code !== '0x')
}

/**
 * The local deployment: the one the file names if it still stands on the node, else a new one, written to the file.
 *
 * @example
 * const { deployment, fresh } = await ensureLocalDeployment({ rpcUrl, file: '.data/deployments/31337.json' })
 */
export async function ensureLocalDeployment({
  rpcUrl,
  file,
  baseUri,
}: {
  rpcUrl: string
  file: string
  baseUri?: string
}): Promise<{ deployment: Deployment; fresh: boolean }> {
  const existing = readDeployment(file)
  if (existing && (await stands(existing, rpcUrl))) return { deployment: existing, fresh: false }
  const deployment = await deployLocal({ rpcUrl, baseUri })
  writeDeployment(file, deployment)
  return { deployment, fresh: true }
}
