import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '@/scripts/product/paths'
import { type ProductRun, startProductRun } from '@/test/product-run'

/**
 * Builds for production into a folder of its own and starts the product on a fresh seed, for a measurement to be made on
 * it; what Next writes into tsconfig.json is taken back.
 * @param name of the data folder under .data
 */
export async function startProduction(name: string): Promise<ProductRun> {
  const data = join(projectRoot, '.data', name)
  const configFile = join(projectRoot, 'tsconfig.json')
  rmSync(data, { recursive: true, force: true })
  const before = readFileSync(configFile, 'utf8')
  const run = startProductRun(data, { NEXT_DIST_DIR: join('.data', 'bench-next') })
  try {
    await run.ready()
  } finally {
    writeFileSync(configFile, before)
  }
  console.log(`Measuring ${run.facts().url}, data in ${data}`)
  return run
}
