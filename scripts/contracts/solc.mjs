#!/usr/bin/env node
// The compiler forge calls: the `solc` npm package (WebAssembly) behind the two calls of the native binary it needs.
import { readFileSync } from 'node:fs'
import solc from 'solc'

const [command] = process.argv.slice(2)

if (command === '--version') {
  const commit = /\+commit\.[0-9a-f]+/.exec(solc.version())?.[0] ?? ''
  console.log('solc, the solidity compiler commandline interface')
  console.log(`Version: ${solc.semver().split('+')[0]}${commit}.Linux.g++`)
} else if (process.argv.includes('--standard-json')) {
  process.stdout.write(solc.compile(settings(readFileSync(0, 'utf8'))))
} else {
  console.error(`solc.mjs answers --version and --standard-json, not “${process.argv.slice(2).join(' ')}”.`)
  process.exitCode = 1
}

/**
 * `forge coverage` turns the optimiser off, and then OpenZeppelin's P256 does not compile (stack too deep). For
 * coverage alone we leave on the one step that helps, stack allocation in inline assembly: it moves no source line.
 */
function settings(input) {
  if (process.env.SOLC_FOR_COVERAGE !== '1') return input
  const parsed = JSON.parse(input)
  const off = [
    'peephole',
    'inliner',
    'jumpdestRemover',
    'orderLiterals',
    'deduplicate',
    'cse',
    'constantOptimizer',
  ]
  parsed.settings.optimizer = {
    enabled: true,
    details: {
      ...Object.fromEntries(off.map((step) => [step, false])),
      yul: true,
      yulDetails: { stackAllocation: true, optimizerSteps: ':' },
    },
  }
  return JSON.stringify(parsed)
}
