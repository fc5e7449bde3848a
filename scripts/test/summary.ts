import { readResult } from './read-result'
import { describe } from './run-suites'
import { deep, newcomer } from './suites'
import { sum } from './tally'

/** Adds up what `npm test` and `npm run test:deep` left. A suite that did not run has failed once. */
const results = [...newcomer, ...deep].map(({ name }) => readResult(name))
for (const { name, complaints = [] } of results)
  if (complaints.length > 0) console.log(`\n${name} failed:\n${complaints.join('\n')}`)
console.log(results.map(describe).join('\n'))
const { passed, failed } = sum(results)
process.exitCode = failed > 0 ? 1 : 0
console.log(`${passed} passed, ${failed} failed`)
