import { readFileSync } from 'node:fs'
import { type Deployment, deploymentSchema } from '@/lib/chain/deployment'
import type { Run } from '@/scripts/product/run-lock'

export type Product = {
  url: string
  databaseUrl: string
  rpcUrl: string
  /** process ids of what the product started, by name */
  parts: Readonly<Record<string, number>>
  deployment: Deployment
}

/** The product under test. @throws Error when none was started */
export function readProduct(): Product {
  const file = process.env.HOTSWAP_E2E_RUN
  if (!file) throw new Error('No product was started; run the tests by `npm run e2e`.')
  const { url, databaseUrl, rpcUrl, deploymentFile, parts }: Run = JSON.parse(readFileSync(file, 'utf8'))
  if (!url || !databaseUrl || !rpcUrl || !deploymentFile)
    throw new Error('The product under test is not up yet.')
  return {
    url,
    databaseUrl,
    rpcUrl,
    parts: parts ?? {},
    deployment: deploymentSchema.parse(JSON.parse(readFileSync(deploymentFile, 'utf8'))),
  }
}
