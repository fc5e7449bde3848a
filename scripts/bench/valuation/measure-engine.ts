import { loadavg } from 'node:os'
import { Worker } from 'node:worker_threads'
import { closedForm } from '@/lib/valuation/closed-form'
import { exampleEngineInputs } from '@/lib/valuation/engine/example-engine-inputs'
import { DEFAULT_SETTINGS } from '@/lib/valuation/engine/inputs'
import { revalue } from '@/lib/valuation/engine/revalue'
import { valueWithEngine } from '@/lib/valuation/engine/value-with-engine'
import { best, processorTime } from './timing'

const inputs = exampleEngineInputs()
const POSITIONS = 80

let changes = 0
/** The reference position with a volatility that differs in the sixth digit each time. */
function fresh() {
  changes += 1
  return { ...inputs, volatility: { ...inputs.volatility, value: 0.8 + 1e-6 * changes } }
}

/** The reference position: five years, monthly epochs, one other network; `exampleEngineInputs`. */
export function measureEngine() {
  const settings = [
    { seed: 1, paths: 2048, policyPaths: 512 },
    DEFAULT_SETTINGS,
    { seed: 1, paths: 8192, policyPaths: 512 },
  ].map((setting) => {
    const { valuation } = valueWithEngine(inputs, setting)
    return {
      paths: setting.paths,
      value: Number(valuation.value) / 100,
      standardError: valuation.standardError,
      // alone: a spread that no valuation before had, so that nothing but the normals is kept
      time: best(12, () => valueWithEngine(fresh(), setting)),
      processor: processorTime(25, () => valueWithEngine(fresh(), setting)),
    }
  })
  const run = valueWithEngine(inputs)
  const dearer = { ...inputs, tokenPrice: { ...inputs.tokenPrice, value: 2.1 } }
  // another spread each time: scenarios of one asked before are kept
  let spread = 0.9
  const wilder = () => {
    spread += 1e-3
    return { ...inputs, volatility: { ...inputs.volatility, value: spread } }
  }
  return {
    settings,
    whatIf: { level: best(8, () => revalue(run, dearer)), spread: best(8, () => revalue(run, wilder())) },
    closedForm: { value: Number(closedForm(inputs).value) / 100, time: best(8, () => closedForm(inputs)) },
  }
}

/** Networks a fleet is of: their positions share the spread of rewards, and come one network after another. */
const NETWORKS = 4

/** Within a network each position differs in its price; each network has a spread of its own, nothing kept from before. */
export function valueShare(): void {
  round += 1
  for (let i = 0; i < POSITIONS; i++) {
    const network = Math.floor((i * NETWORKS) / POSITIONS)
    valueWithEngine({
      ...inputs,
      tokenPrice: { ...inputs.tokenPrice, value: 1 + i / POSITIONS },
      volatility: { ...inputs.volatility, value: 0.7 + 0.1 * network + 1e-4 * round },
    })
  }
}
let round = 0

/** Positions valued per second by two threads, their start left out. */
export async function measureFleet(file: string): Promise<{
  positionsPerSecond: number
  processorTime: number
  standardError: number
  networks: number
  load: number
}> {
  const workers = [0, 1].map(() => new Worker(file, { workerData: { role: 'fleet' } }))
  const heard = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve())
      worker.once('error', reject)
    })
  await Promise.all(workers.map(heard))
  const before = process.cpuUsage()
  const start = performance.now()
  await Promise.all(
    workers.map((worker) => {
      const done = heard(worker)
      worker.postMessage('value')
      return done
    }),
  )
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  await Promise.all(workers.map((worker) => worker.terminate()))
  return {
    positionsPerSecond: (2 * POSITIONS) / seconds,
    // of all threads, ms a position
    processorTime: (user + system) / 1000 / (2 * POSITIONS),
    standardError: valueWithEngine(inputs).valuation.standardError,
    networks: NETWORKS,
    load: loadavg()[0] ?? Number.NaN,
  }
}
