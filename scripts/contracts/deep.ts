import { randomBytes } from 'node:crypto'
import { forge } from './forge'

/*
 * All runs: fuzz tests 10,000 times, invariants 256 × 100, on a seed drawn now. FUZZ_SEED=0x… repeats a run.
 */

const seed = process.env.FUZZ_SEED ?? `0x${randomBytes(16).toString('hex')}`
console.log(`Seed of this run: ${seed} (repeat it with FUZZ_SEED=${seed} npm run contracts:deep)`)

process.exitCode =
  forge(['test', '--no-match-contract', '^Gas', '--fuzz-seed', seed], { FOUNDRY_PROFILE: 'deep' }) ||
  forge(['test', '--match-contract', '^P256', '--fuzz-seed', seed], {
    FOUNDRY_PROFILE: 'fallback',
    FOUNDRY_FUZZ_RUNS: '10000',
  })
