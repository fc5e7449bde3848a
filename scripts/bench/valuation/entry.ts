import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort } from 'node:worker_threads'
import { measureEngine, measureFleet, valueShare } from './measure-engine'
import { measureErrors } from './measure-errors'
import { measurePaths } from './measure-paths'

/* Bundled by scripts/bench/valuation.ts, run as a process of its own, and once more by each of its worker threads. */
if (isMainThread) {
  const file = fileURLToPath(import.meta.url)
  const measured =
    process.argv[2] === 'paths'
      ? measurePaths()
      : { errors: measureErrors(), engine: measureEngine(), fleet: await measureFleet(file) }
  console.log(JSON.stringify(measured))
} else {
  valueShare()
  parentPort?.on('message', () => {
    valueShare()
    parentPort?.postMessage('done')
  })
  parentPort?.postMessage('ready')
}
