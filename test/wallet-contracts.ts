import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Hex } from 'viem'
import { parseAbi } from 'viem'
import { projectRoot } from '@/scripts/product/paths'

type Name = 'SmartWallet' | 'SmartWalletFactory' | 'BatchExecutor'

const SOURCE = 'contracts/test/wallets/SmartWallet.sol'

let compiled: Record<Name, { evm: { bytecode: { object: string } } }> | undefined

/** Creation code of a wallet of `contracts/test/wallets`, compiled once a process. @throws Error when it does not compile */
export function walletCode(name: Name): Hex {
  compiled ??= compile()
  return `0x${compiled[name].evm.bytecode.object}`
}

export const walletFactoryAbi = parseAbi([
  'function create(address owner, bytes32 salt) returns (address)',
  'function addressOf(address owner, bytes32 salt) view returns (address)',
])

function compile() {
  type Solc = { compile(input: string, callbacks: { import(path: string): { contents: string } }): string }
  const solc = createRequire(import.meta.url)('solc') as Solc
  const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8')
  const input = {
    language: 'Solidity',
    sources: { [SOURCE]: { content: read(SOURCE) } },
    settings: {
      evmVersion: 'cancun',
      optimizer: { enabled: true, runs: 200 },
      outputSelection: { [SOURCE]: { '*': ['evm.bytecode.object'] } },
    },
  }
  const output = JSON.parse(
    solc.compile(JSON.stringify(input), {
      import: (path) => ({ contents: read(join('node_modules', path)) }),
    }),
  )
  const contracts = output.contracts?.[SOURCE]
  if (!contracts) throw new Error(`the test wallets do not compile: ${JSON.stringify(output.errors)}`)
  return contracts as NonNullable<typeof compiled>
}
