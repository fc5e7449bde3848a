import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runSuite } from './run-suite'
import { tallyExit, tallyForge, tallyPlaywright, tallyVitest } from './tally'

const folder = mkdtempSync(join(tmpdir(), 'hotswap-tally-'))

function report(content: unknown): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

it('adds up every run of forge in one output', () => {
  const output = [
    'Ran 3 tests for contracts/test/A.t.sol:A',
    'Suite result: ok. 3 passed; 0 failed; 0 skipped; finished in 1.00ms',
    'Ran 2 test suites in 5.2s (9s CPU time): 10 tests passed, 0 failed, 0 skipped (10 total tests)',
    '\u001b[1mRan 1 test suite\u001b[0m in 5.2s (9s CPU time): \u001b[32m1\u001b[0m tests passed, 2 failed, 1 skipped (4 total tests)',
  ].join('\n')
  expect(tallyForge({ code: 1, output })).toEqual({ passed: 11, failed: 2, skipped: 1 })
})

it('counts a test file that broke before its first test', () => {
  const file = report({
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ],
  })
  expect(tallyVitest(file)).toEqual({ passed: 5, failed: 2, skipped: 2 })
})

it('counts a browser test that passed only when repeated as failed', () => {
  const file = report({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 }, errors: [{}] })
  expect(tallyPlaywright(file)).toEqual({ passed: 4, failed: 3, skipped: 0 })
})

describe('runSuite', () => {
  const node = (source: string) => ({ command: [process.execPath, '-e', source], minutes: 1 })

  it('passes what passed', async () => {
    const suite = { name: 'trial', ...node(''), tally: tallyExit }
    expect(await runSuite(suite, 1)).toMatchObject({ passed: 1, failed: 0 })
  })

  it.each([
    ['left no report', node('process.exit(0)'), 1, 'it left no report (code 0)'],
    ['does not end', node('setInterval(() => {}, 1e3)'), 0.01, 'it was ended because it took too long'],
    ['does not exist', { command: ['/does/not/exist'], minutes: 1 }, 1, 'it left no report (code 127)'],
  ])('fails what %s', async (_, run, minutes, note) => {
    const suite = { name: 'trial', ...run, tally: () => tallyVitest(join(folder, 'nothing.json')) }
    expect(await runSuite(suite, minutes)).toMatchObject({ failed: 1, note })
  })

  it('fails what ended badly without a failed test, and what ran nothing', async () => {
    const none = {
      name: 'trial',
      ...node('process.exit(2)'),
      tally: () => ({ passed: 3, failed: 0, skipped: 0 }),
    }
    expect(await runSuite(none, 1)).toMatchObject({ passed: 3, failed: 1, note: 'it ended with code 2' })
    const empty = { name: 'trial', ...node(''), tally: tallyForge }
    expect(await runSuite(empty, 1)).toMatchObject({ passed: 0, failed: 1, note: 'it ran nothing' })
  })
})
