import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { type Measured, type NumpyTimes, report } from './valuation/report'
import { writeSection } from './write-section'

/* npm run bench:valuation — times paths, methods and the engine, and NumPy beside them; writes docs/benchmarks.md. */
const ROUNDS = 4
const folder = mkdtempSync(join(tmpdir(), 'hotswap-bench-'))
try {
  const outfile = join(folder, 'bench.mjs')
  await build({
    entryPoints: ['scripts/bench/valuation/entry.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  })
  const node = (role: string) =>
    JSON.parse(execFileSync(process.execPath, [outfile, role], { encoding: 'utf8' }))
  // NumPy and we take turns, so that what else the machine does meets both alike; the best of all turns counts
  const turns = Array.from({ length: ROUNDS }, () => ({
    numpy: numpyTimes(),
    paths: node('paths') as Measured['paths'],
  }))
  const measured = { ...node('rest'), paths: bestPaths(turns.map((turn) => turn.paths)) } as Measured
  const machine = `Node ${process.versions.node}, ${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'an unknown kind'}, load average ${loadavg()[0]?.toFixed(1)} (times on a machine that does other work are upper bounds, and ratios uncertain)`
  const text = report(measured, bestNumpy(turns.map((turn) => turn.numpy)), machine)
  writeSection('valuation', text)
  console.log(text)
} finally {
  rmSync(folder, { recursive: true })
}

function bestPaths(rounds: readonly Measured['paths'][]): Measured['paths'] {
  const least = (time: (one: Measured['paths']) => number) => Math.min(...rounds.map(time))
  return {
    gbm: { fast: least((one) => one.gbm.fast), receipt: least((one) => one.gbm.receipt) },
    jumps: { fast: least((one) => one.jumps.fast), receipt: least((one) => one.jumps.receipt) },
  }
}

function bestNumpy(rounds: readonly (NumpyTimes | undefined)[]): NumpyTimes | undefined {
  const known = rounds.filter((one) => one !== undefined)
  if (!known[0]) return undefined
  return {
    version: known[0].version,
    gbm: Math.min(...known.map((one) => one.gbm)),
    jumps: Math.min(...known.map((one) => one.jumps)),
  }
}

/** Undefined where Debian's python3-numpy is not installed. */
function numpyTimes(): NumpyTimes | undefined {
  try {
    return JSON.parse(
      execFileSync('/usr/bin/python3', ['scripts/bench/valuation/numpy_paths.py'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
      }),
    ) as NumpyTimes
  } catch {
    return undefined
  }
}
