import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker as WorkerThread } from 'node:worker_threads'
import { chromium } from '@playwright/test'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findBrowser } from '@/scripts/browser/find-browser'
import { exampleEngineInputs } from './example-engine-inputs'
import { receiptOf } from './receipt'
import { valueWithEngine } from './value-with-engine'

const settings = { seed: 5, paths: 1024, policyPaths: 128 }
const inputs = exampleEngineInputs({ moves: [{}, { reward: 70, correlation: -0.2 }] })
const receipt = receiptOf(valueWithEngine(inputs, settings).valuation)
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hotswap-engine-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function bundle(contents: string, platform: 'node' | 'browser'): Promise<string> {
  const outfile = join(folder, `${platform}.mjs`)
  await build({
    stdin: {
      contents: `
        import { receiptOf } from '@/lib/valuation/engine/receipt'
        import { valueWithEngine } from '@/lib/valuation/engine/value-with-engine'
        ${contents}`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    platform,
    format: platform === 'node' ? 'esm' : 'iife',
    outfile,
    logLevel: 'error',
  })
  return outfile
}

it('gives a receipt again to the cent in a bundled worker thread', async () => {
  const file = await bundle(
    `import { parentPort, workerData } from 'node:worker_threads'
     const { inputs, settings } = workerData
     parentPort.postMessage(receiptOf(valueWithEngine(inputs, settings).valuation))`,
    'node',
  )
  const worker = new WorkerThread(file, { workerData: { inputs, settings } })
  const again = await new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  expect(again).toEqual(receipt)
})

it('gives it again in a browser’s worker', async () => {
  const file = await bundle(
    `onmessage = ({ data: { inputs, settings } }) => postMessage(receiptOf(valueWithEngine(inputs, settings).valuation))`,
    'browser',
  )
  const path = findBrowser()?.path
  const browser = await chromium.launch({
    ...(path && { executablePath: path }),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const page = await browser.newPage()
    const again = await page.evaluate(
      ([source, data]) =>
        new Promise((resolve, reject) => {
          const worker = new Worker(URL.createObjectURL(new Blob([source])))
          worker.onmessage = (event) => resolve(event.data)
          worker.onerror = (event) => reject(new Error(event.message))
          worker.postMessage(data)
        }),
      [readFileSync(file, 'utf8'), { inputs, settings }] as const,
    )
    expect(again).toEqual(receipt)
  } finally {
    await browser.close()
  }
})
