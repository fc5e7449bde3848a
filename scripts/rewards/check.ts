import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createChainClient } from '@/lib/chain/public-client'
import { checkRewardFile } from '@/lib/chain/rewards/check-reward-file'
import { HotswapError } from '@/lib/core/errors'
import { formatUnitsExact } from '@/lib/core/money'

/*
 * npm run -s rewards:check -- FILE|URL [--rpc URL]: recomputes a published file of rewards from the chain and says the
 * first difference. Exit code 0: it holds; 1: it does not; 2: it could not be checked.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rpc: { type: 'string', default: process.env.RPC_URL ?? 'http://127.0.0.1:8545' } },
})

async function read(from: string): Promise<string> {
  if (!/^https?:/.test(from)) return readFileSync(from, 'utf8')
  const response = await fetch(from)
  if (!response.ok) throw new Error(`${from} answered ${response.status}.`)
  return response.text()
}

try {
  const [from] = positionals
  if (from === undefined || positionals.length > 1)
    throw new Error('Usage: npm run -s rewards:check -- FILE|URL [--rpc URL]')
  const text = await read(from)
  const client = createChainClient({ chainId: 0, name: 'the chain of the file' }, values.rpc)
  const result = await checkRewardFile(client, text)
  const { network, epoch, leaves, total, root } = result.file
  const what = `${network}, epoch to ${new Date(epoch * 1000).toISOString()}`
  if (result.ok) {
    console.log(`✓ ${what}: ${leaves.length} sums, ${formatUnitsExact(BigInt(total), 6)} dollars in all.`)
    console.log(`  Recomputed from the chain, the root is ${root},`)
    console.log(
      result.isPublished
        ? '  and that root and the hash of this file are what was published.'
        : '  which is not published yet.',
    )
  } else {
    console.error(`✗ ${what}: ${result.difference}`)
    process.exitCode = 1
  }
} catch (error) {
  console.error(error instanceof HotswapError || error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}
