import { dataFolder, pathsOf } from '../product/paths'
import { currentRun } from '../product/run-lock'
import { readSettings, type Settings } from '../product/settings'
import { isPortFree } from '../services/ports'
import { bad, type Finding, good, warning } from './finding'

/** The three ports of a run: a taken default is stepped around, a taken one that was asked for is not. */
export async function checkPorts(): Promise<Finding[]> {
  const run = currentRun(pathsOf(dataFolder()).lock)
  if (run) return [good('ports', `in use by the Hotswap that runs here${run.url ? `, at ${run.url}` : ''}`)]
  let settings: Settings
  try {
    settings = readSettings()
  } catch (error) {
    return [
      bad('environment', error instanceof Error ? error.message : String(error), 'Correct or unset them.'),
    ]
  }
  const { PORT, RPC_PORT, DATABASE_PORT } = settings
  const parts = [
    { part: 'web', variable: 'PORT', asked: PORT, preferred: 3_000 },
    { part: 'chain', variable: 'RPC_PORT', asked: RPC_PORT, preferred: 8_545 },
    { part: 'database', variable: 'DATABASE_PORT', asked: DATABASE_PORT, preferred: 54_320 },
  ]
  return Promise.all(
    parts.map(async ({ part, variable, asked, preferred }) => {
      const name = `port of the ${part}`
      if (asked === 'any') return good(name, 'any free one')
      const port = asked ?? preferred
      if (await isPortFree(port)) return good(name, `${port} is free`)
      return asked === undefined
        ? warning(
            name,
            `${port} is taken; the next free one is used`,
            `To choose it yourself, set ${variable}.`,
          )
        : bad(name, `${port}, asked for by ${variable}, is taken`, `Free it, or set ${variable} to another.`)
    }),
  )
}
