import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runSeed, type SeedResult } from '@/test/chaos/run-seed'

/*
 * The indexer with the chain as judge: `npm run test:chaos -- --seeds 10 --ops 2000`. A failing seed is run again with
 * `--seed <n>`; the operations, reorganisations and kills are then the same.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    ops: { type: 'string', default: '2000' },
    seed: { type: 'string' },
  },
})
const count = whole('ops', values.ops)
const seeds = values.seed
  ? [whole('seed', values.seed)]
  : Array.from({ length: whole('seeds', values.seeds) }, (_, i) => i + 1)

function whole(name: string, text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
  console.error(`--${name} is a whole number from 1 on; “${text}” is not.`)
  process.exit(2)
}

const passed: SeedResult[] = []
const failed: { seed: number; error: string }[] = []
for (const seed of seeds)
  try {
    const result = await runSeed(seed, count)
    passed.push(result)
    const { seconds, reorganisations, undone, kills, positions, sales } = result
    const bad = Object.entries(result.proxy).reduce((sum, [name, n]) => sum + (name === 'good' ? 0 : n), 0)
    console.log(
      `seed ${seed} passed in ${seconds.toFixed(0)} s: ${count} operations, ${reorganisations} reorganisations (${undone} undone), ${kills} kills, ${bad} bad answers; ${positions} positions, ${sales} sales, orders ${JSON.stringify(result.orders)}`,
    )
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    failed.push({ seed, error: text })
    console.error(
      `seed ${seed} FAILED: ${text}\n  again: npm run test:chaos -- --seed ${seed} --ops ${count}`,
    )
  }

mkdirSync('.data/results', { recursive: true })
writeFileSync(
  '.data/results/chaos.json',
  `${JSON.stringify({ operations: count, passed, failed }, null, 2)}\n`,
)
console.log(`${passed.length} of ${seeds.length} seeds passed`)
process.exit(failed.length > 0 ? 1 : 0)
