import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

/** How many tests of a suite did what. */
export type Tally = { passed: number; failed: number; skipped: number }

export type Ended = { code: number; output: string }

/** A suite that is one question: it passed or it failed. */
export function tallyExit({ code }: Ended): Tally {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** forge's last lines, one for each time it ran: “…: 120 tests passed, 0 failed, 0 skipped (120 total tests)”. */
export function tallyForge({ output }: Ended): Tally {
  const runs = [
    ...stripVTControlCharacters(output).matchAll(
      /^Ran \d+ test suites? .*: (\d+) tests? passed, (\d+) failed, (\d+) skipped/gm,
    ),
  ]
  return sum(
    runs.map(([, passed, failed, skipped]) => ({
      passed: Number(passed),
      failed: Number(failed),
      skipped: Number(skipped),
    })),
  )
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

/** vitest's JSON report. A file that failed before its first test counts as one. */
export function tallyVitest(file: string): Tally {
  const report = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
})

/** Playwright's JSON report. What passed only when repeated has failed; so has a run that broke around its tests. */
export function tallyPlaywright(file: string): Tally {
  const { stats, errors } = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}

const chaosReport = z.object({ passed: z.array(z.unknown()), failed: z.array(z.unknown()) })

/** The report of scripts/chaos.ts: a test a seed. */
export function tallyChaos(file: string): Tally {
  const { passed, failed } = chaosReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  return { passed: passed.length, failed: failed.length, skipped: 0 }
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}
