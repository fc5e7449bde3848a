import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { type Measured, type NumpyTimes, report } from './valuation/report'
import { writeSection } from './write-section'

/* npm run bench:valuation — times paths, methods and the engine, and NumPy beside them; writes docs/benchmarks.md. */
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
  const measured = JSON.parse(execFileSync(process.execPath, [outfile], { encoding: 'utf8' })) as Measured
  const machine = `Node ${process.versions.node}, ${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'an unknown kind'}, load average ${loadavg()[0]?.toFixed(1)} (times on a machine that does other work are upper bounds, and ratios uncertain)`
  const text = report(measured, numpyTimes(), machine)
  writeSection('valuation', text)
  console.log(text)
} finally {
  rmSync(folder, { recursive: true })
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
