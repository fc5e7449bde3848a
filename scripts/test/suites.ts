import { join } from 'node:path'
import { projectRoot } from '../product/paths'
import {
  type Ended,
  type Tally,
  tallyChaos,
  tallyExit,
  tallyForge,
  tallyPlaywright,
  tallyVitest,
} from './tally'

export type Suite = {
  name: string
  command: readonly string[]
  env?: Record<string, string>
  /** after this it is ended and has failed */
  minutes: number
  /** a report it writes; removed before it starts */
  report?: string
  tally: (ended: Ended) => Tally
}

const results = join(projectRoot, '.data', 'results')
const bin = (name: string) => join(projectRoot, 'node_modules', '.bin', name)
const script = (name: string, ...args: string[]) => [
  process.execPath,
  join(projectRoot, 'scripts', 'run.mjs'),
  name,
  ...args,
]
const npm = (name: string, ...args: string[]) => [
  'npm',
  'run',
  '--silent',
  name,
  ...(args.length > 0 ? ['--', ...args] : []),
]

function vitest(
  name: string,
  minutes: number,
  projects: readonly string[],
  env?: Record<string, string>,
  ...files: readonly string[]
): Suite {
  const report = join(results, `${name}-report.json`)
  return {
    name,
    command: [
      bin('vitest'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...projects.map((project) => `--project=${project}`),
      ...files,
    ],
    ...(env && { env }),
    minutes,
    report,
    tally: () => tallyVitest(report),
  }
}

function chaos(name: string, minutes: number, ...args: string[]): Suite {
  const report = join(results, 'chaos.json')
  return { name, command: npm('test:chaos', ...args), minutes, report, tally: () => tallyChaos(report) }
}

function browser(name: string, minutes: number, ...args: string[]): Suite {
  const report = join(results, `${name}-report.json`)
  return {
    name,
    command: [bin('playwright'), 'test', '--reporter=list,json', ...args],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    minutes,
    report,
    tally: () => tallyPlaywright(report),
  }
}

/** `npm run check`: what reads the code without running it. */
export const checks: readonly Suite[] = [
  { name: 'format', command: [bin('biome'), 'check', '--error-on-warnings'], minutes: 5, tally: tallyExit },
  { name: 'types', command: [bin('tsc'), '--noEmit', '-p', projectRoot], minutes: 5, tally: tallyExit },
  { name: 'imports', command: script('check/imports'), minutes: 5, tally: tallyExit },
  { name: 'lock', command: script('lock/complete', '--check'), minutes: 5, tally: tallyExit },
  { name: 'schema', command: npm('db:check'), minutes: 5, tally: tallyExit },
  { name: 'abis', command: npm('contracts:check'), minutes: 10, tally: tallyExit },
]

/** `npm test`: what a newcomer runs. */
export const newcomer: readonly Suite[] = [
  ...checks,
  vitest('vitest', 20, ['unit', 'integration']),
  { name: 'contracts', command: npm('contracts:test'), minutes: 20, tally: tallyForge },
  chaos('chaos', 15, '--seeds', '1'),
  { name: 'build', command: script('build'), minutes: 15, tally: tallyExit },
  vitest('start', 15, ['product']),
  browser('browser', 25, '--grep-invert', '@deep'),
]

/** `npm run test:deep`: all seeds, all runs. */
export const deep: readonly Suite[] = [
  { name: 'contracts, deep', command: npm('contracts:deep'), minutes: 40, tally: tallyForge },
  chaos('chaos, all seeds', 40, '--seeds', '10'),
  vitest('units, more draws', 25, ['unit'], { FC_RUNS: '1000' }),
  browser('browser, deep', 15, '--grep', '@deep'),
  // the integration tests that draw their input
  vitest(
    'fuzz, more draws',
    25,
    ['integration'],
    { FC_RUNS: '500' },
    'heartbeats/route',
    'post-order-fuzz',
    'api/fuzz',
  ),
]
