import { endCurrentSuite, forgetResults, runSuite, type SuiteResult } from './run-suite'
import type { Suite } from './suites'
import { sum } from './tally'

export function describe({ name, passed, failed, skipped, seconds, note }: SuiteResult): string {
  const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
  return `  ${failed === 0 ? '✓' : '✖'} ${name.padEnd(20)} ${counts.padEnd(32)} ${`${seconds.toFixed(0)} s`.padStart(6)}${note ? `  (${note})` : ''}`
}

/** Minutes until the deadline CI gives (HOTSWAP_TEST_DEADLINE, Unix seconds); unbounded without one. */
function minutesLeft(): number {
  const deadline = Number(process.env.HOTSWAP_TEST_DEADLINE ?? Number.NaN)
  return Number.isNaN(deadline)
    ? Number.POSITIVE_INFINITY
    : Math.max(0.1, (deadline - Date.now() / 1000) / 60)
}

/** Runs suites one after another, whatever fails, and tells of each. Sets the exit code. */
export async function runSuites(suites: readonly Suite[]): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      endCurrentSuite()
      process.exit(130)
    })
  forgetResults(suites)
  const results: SuiteResult[] = []
  for (const suite of suites) results.push(await runSuite(suite, minutesLeft()))

  console.log(`\n${results.map(describe).join('\n')}`)
  const { passed, failed } = sum(results)
  console.log(`\n  ${passed} passed, ${failed} failed\n`)
  process.exitCode = failed > 0 ? 1 : 0
}
