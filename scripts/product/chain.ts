import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensureLocalDeployment, readDeployment, stands } from '@/lib/chain/deploy/deployment-file'
import { LOCAL_CHAIN_ID } from '@/lib/chain/deployment'
import { type Anvil, startAnvil } from '../services/anvil'
import { type ChainStateKeeper, keepChainState, loadChainState } from '../services/chain-state'
import { rpc } from '../services/rpc'
import type { Paths } from './paths'
import { StopError } from './stop-error'

/** Seconds between blocks when nobody sends a transaction; with one, a block comes at once. */
const BLOCK_SECONDS = 12

export type LocalChain = Anvil & { keeper: ChainStateKeeper; resumed: boolean; block: number }

/**
 * Unix seconds of the chain's first block. anvil makes that block anew at each start and does not take it from the
 * state, so the same time must be given for it to be the same block.
 */
function ensureGenesis(file: string): number {
  const standing = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN
  if (Number.isSafeInteger(standing)) return standing
  const now = Math.floor(Date.now() / 1000)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, String(now))
  return now
}

/** anvil with the state of the run before, which it keeps from here on. */
export async function startLocalChain(paths: Paths, port: number): Promise<LocalChain> {
  const genesis = ensureGenesis(paths.chainGenesis)
  const anvil = await startAnvil({
    port,
    logFile: paths.log('chain'),
    args: [
      '--timestamp',
      String(genesis),
      '--mixed-mining',
      '--block-time',
      String(BLOCK_SECONDS),
      // older blocks stay readable, their states do not: nobody asks for them, and they would fill the disk
      '--prune-history',
      '128',
      '--cache-path',
      join(paths.anvil, 'cache'),
    ],
  })
  try {
    const resumed = await loadChainState(anvil.rpcUrl, paths.chainState)
    // the clock ran from the genesis; from here on it is the machine's again
    await rpc(anvil.rpcUrl, 'anvil_setTime', [Math.floor(Date.now() / 1000)])
    const block = Number(await rpc<string>(anvil.rpcUrl, 'eth_blockNumber'))
    return { ...anvil, keeper: keepChainState(anvil.rpcUrl, paths.chainState), resumed, block }
  } catch (cause) {
    await anvil.stop()
    throw new StopError(
      `The chain's state cannot be read from ${paths.chainState}. \`npm run reset\` starts a new chain.`,
      { cause },
    )
  }
}

/** The chain's id. @throws StopError when no node answers */
export async function chainIdAt(rpcUrl: string): Promise<number> {
  try {
    return Number(await rpc<string>(rpcUrl, 'eth_chainId', [], 10_000))
  } catch (cause) {
    throw new StopError(`No node answers at RPC_URL (${new URL(rpcUrl).origin}).`, { cause })
  }
}

export type Contracts = { deploymentFile: string; fresh: boolean; local: boolean }

/**
 * The deployments file of the chain. On the local chain our contracts are deployed when they do not stand there yet;
 * anywhere else the file has to be given and true.
 * @throws StopError
 */
export async function ensureContracts(
  rpcUrl: string,
  given: string | undefined,
  paths: Paths,
): Promise<Contracts> {
  const chainId = await chainIdAt(rpcUrl)
  if (chainId === LOCAL_CHAIN_ID) {
    const file = given ?? paths.deployment
    const { fresh } = await ensureLocalDeployment({ rpcUrl, file })
    return { deploymentFile: file, fresh, local: true }
  }
  if (!given)
    throw new StopError(`RPC_URL is chain ${chainId}. Name its deployments file by DEPLOYMENT_FILE.`)
  if (!existsSync(given)) throw new StopError(`DEPLOYMENT_FILE (${given}) does not exist.`)
  const deployment = readDeployment(given)
  if (!deployment) throw new StopError(`DEPLOYMENT_FILE (${given}) is not a deployments file.`)
  if (deployment.chainId !== chainId)
    throw new StopError(
      `DEPLOYMENT_FILE (${given}) is of chain ${deployment.chainId}, RPC_URL is chain ${chainId}.`,
    )
  if (!(await stands(deployment, rpcUrl)))
    throw new StopError(`The contracts that ${given} names do not stand on chain ${chainId}.`)
  return { deploymentFile: given, fresh: false, local: false }
}
