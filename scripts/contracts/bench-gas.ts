import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Hex } from 'viem'
import { startTestChain } from '@/test/chain'
import { writeSection } from '../docs/write-section'
import { forge } from './forge'
import { measureGas } from './measure-gas'

/*
 * Gas of what people send, on a fresh node with real Seaport 1.6, beside a bare OpenZeppelin mint and Seaport's own
 * basic order. Writes the section "gas" of docs/benchmarks.md.
 */

const root = resolve(import.meta.dirname, '../..')
if (forge(['build']) !== 0) process.exit(1)
const artifact = resolve(root, 'contracts/out/BareToken.sol/BareToken.json')
const bareToken = (JSON.parse(readFileSync(artifact, 'utf8')) as { bytecode: { object: Hex } }).bytecode
  .object

async function measureOn(args: string[]) {
  const chain = await startTestChain({ args })
  try {
    return await measureGas(chain, bareToken)
  } finally {
    await chain.stop()
  }
}

const gas = await measureOn([])
const fallback = await measureOn(['--hardfork', 'cancun'])

const figure = (value: bigint) => value.toLocaleString('en-US')
function row(what: string, value: bigint, beside: string, base?: bigint): string {
  const ratio = base === undefined ? '' : `${(Number(value) / Number(base)).toFixed(2)} ×`
  return `| ${what} | ${figure(value)} | ${beside}${base === undefined ? '' : ` ${figure(base)}`} | ${ratio} |`
}
const mint = 'bare OpenZeppelin ERC-721 mint'
const basic = "Seaport's basic order, no zone"

writeSection(resolve(root, 'docs/benchmarks.md'), 'gas', [
  '## Gas',
  '',
  'By `npm run bench:gas`: gas used by the transaction, from its receipt, on a fresh anvil (hard fork Osaka) with Seaport',
  '1.6 as OpenSea compiled it; the contracts in use already (no first-ever writes to counters or balances), the owner of',
  'each new position new. Deterministic: the same on every machine.',
  '',
  '| what | gas | beside | ratio |',
  '|---|---:|---|---:|',
  row('register, secp256k1 device', gas.registerSecp256k1, mint, gas.bareMint),
  row('register, P-256 device, by the precompile', gas.registerP256, mint, gas.bareMint),
  row('register, P-256 device, in Solidity (hard fork Cancun)', fallback.registerP256, mint, gas.bareMint),
  row('reassign to another network', gas.reassign, ''),
  row('approve Seaport, once a seller', gas.approve, ''),
  '| list | 0 | a signature | |',
  row('buy, `fulfillBasicOrder` with our zone', gas.buyBasic, basic, gas.buyUnbound),
  row('buy, `fulfillOrder` with our zone', gas.buy, basic, gas.buyUnbound),
  row('accept an item offer, `fulfillBasicOrder`', gas.acceptOffer, ''),
  row('cancel', gas.cancel, ''),
  row('cancel all, by counter', gas.incrementCounter, ''),
  '',
  'A registration stores what a bare mint does not: device, network, model, metadata and place (five to six new words),',
  'the key → position index that keeps a key from minting twice, and it checks two signatures and emits the public key.',
  'The zone is called before and after the transfers and reads the whole state of the position both times.',
])
console.log('wrote the section “gas” of docs/benchmarks.md')
