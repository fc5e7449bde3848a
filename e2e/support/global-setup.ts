import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from '@/scripts/browser/ensure-browser'
import { pathsOf, projectRoot } from '@/scripts/product/paths'
import { startProductRun } from '@/test/product-run'

/**
 * Finds or installs a browser and starts the product. With HOTSWAP_E2E_DATA naming the data folder of a product that
 * runs already, that one is tested instead (quicker while writing tests).
 * @returns what ends the product after the last test
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  process.env.CHROMIUM_PATH = ensureBrowser().path
  if (process.env.HOTSWAP_E2E_DATA) {
    process.env.HOTSWAP_E2E_RUN = pathsOf(process.env.HOTSWAP_E2E_DATA).lock
    return async () => {}
  }
  const data = join(projectRoot, '.data', 'e2e')
  rmSync(data, { recursive: true, force: true })
  const run = startProductRun(data)
  try {
    await run.ready()
  } catch (error) {
    run.signal('SIGTERM')
    await run.exited
    throw error
  }
  process.env.HOTSWAP_E2E_RUN = pathsOf(data).lock
  let over = false
  void run.exited.then((code) => {
    if (!over)
      console.error(`The product under test ended with code ${code} before its tests:\n${run.said()}`)
  })
  return async () => {
    over = true
    run.signal('SIGTERM')
    await run.exited
  }
}
