import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { methodFigures } from './method-figures'

/*
 * npm run method — values the named positions over a grid of the constants that were chosen after seeing values, and bounds
 * what the best policy could add to each; writes what the Method page shows. About a minute.
 */
const FILE = 'lib/server/calibration/generated/method.json'

const figures = methodFigures(new Date().toISOString().slice(0, 10))
mkdirSync(dirname(FILE), { recursive: true })
writeFileSync(FILE, `${JSON.stringify(figures, null, 1)}\n`)
for (const { model, value, upper } of figures.bounds)
  console.log(`${model}: ${value.toFixed(2)}, at most ${upper.toFixed(2)} under the best policy`)
