import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { scoreCash } from './score-cash'
import { scoreSeed } from './score-seed'

/*
 * npm run calibration — backtests the forecasts of rewards and the engine's intervals of cash on the seed's history, and
 * writes what the Calibration page shows.
 */
const FILE = 'lib/server/calibration/generated/calibration.json'

const { networks, operators } = scoreSeed()
const cash = scoreCash()
const day = new Date().toISOString().slice(0, 10)
mkdirSync(dirname(FILE), { recursive: true })
writeFileSync(FILE, `${JSON.stringify({ day, networks, operators, cash }, null, 1)}\n`)
console.log(`${FILE}: ${networks.misses.length} outcomes of networks outside their interval, named.`)
