import type { measureEngine, measureFleet } from './measure-engine'
import type { measureErrors } from './measure-errors'
import type { measurePaths } from './measure-paths'

export type Measured = {
  paths: ReturnType<typeof measurePaths>
  errors: ReturnType<typeof measureErrors>
  engine: ReturnType<typeof measureEngine>
  fleet: Awaited<ReturnType<typeof measureFleet>>
}
export type NumpyTimes = { version: string; gbm: number; jumps: number }

const ms = (time: number) => `${time.toFixed(1)} ms`

/** The valuation section of docs/benchmarks.md. */
export function report(measured: Measured, numpy: NumpyTimes | undefined, machine: string): string {
  const { paths, errors, engine, fleet } = measured
  const beside = (time: number, other: number | undefined) =>
    other ? ` (${(time / other).toFixed(2)} ×)` : ''
  const row = (name: string, times: { fast: number; receipt: number }, other: number | undefined) =>
    `| ${name} | ${other ? ms(other) : 'not installed'} | ${ms(times.fast)}${beside(times.fast, other)} | ${ms(times.receipt)}${beside(times.receipt, other)} |`
  return `## Valuation

${machine}; best of several runs, NumPy and we in turns, one thread unless said. \`npm run bench:valuation\` repeats it.

| paths | NumPy${numpy ? ` ${numpy.version}` : ''} | fast path | receipt's path |
|---|---|---|---|
${row('1,000,000 GBM terminal values', paths.gbm, numpy?.gbm)}
${row('100,000 × 52 jump-diffusion steps', paths.jumps, numpy?.jumps)}

The standard call (S = K = 100, r 0.05, σ 0.2, T 1: 10.450584), ${errors[0]?.points.toLocaleString('en')} points, error over 8 seeds:

| method | root mean square error | time | error of plain sampling in that time |
|---|---|---|---|
${errors
  .map(({ method, error, time }) => {
    const plain = (errors[0]?.error ?? 0) * Math.sqrt((errors[0]?.time ?? 0) / time)
    return `| ${method} | ${error.toExponential(1)} | ${ms(time)} | ${plain.toExponential(1)} |`
  })
  .join('\n')}

The engine on the reference position (\`exampleEngineInputs\`: five years, monthly epochs, the right to move to one other network):

| paths | value | standard error | share of the value | time, best | processor time, median |
|---|---|---|---|---|---|
${engine.settings
  .map(
    ({ paths: count, value, standardError, time, processor }) =>
      `| ${count.toLocaleString('en')} | $${value.toFixed(2)} | $${standardError.toFixed(2)} | ${((100 * standardError) / value).toFixed(2)} % | ${ms(time)} | ${ms(processor)} |`,
  )
  .join('\n')}
| closed form, without the right to move | $${engine.closedForm.value.toFixed(2)} | bias $${(engine.closedForm.value - (engine.settings.at(-1)?.value ?? 0)).toFixed(2)} | | ${ms(engine.closedForm.time)} | |

- Two threads, ${fleet.networks} networks one after another, load average ${fleet.load.toFixed(1)}: ${fleet.positionsPerSecond.toFixed(1)} positions a second, each with a standard error of $${fleet.standardError.toFixed(2)}; 10,000 positions take ${(10_000 / fleet.positionsPerSecond / 60).toFixed(1)} minutes. A position takes ${ms(fleet.processorTime)} of processor time, so two cores with nothing else to do take ${((10_000 * fleet.processorTime) / 2 / 60_000).toFixed(1)} minutes.
- A single valuation above keeps the normals of the one before and nothing else; in the fleet, positions of one network share their scenarios.
- What-if under a fixed policy: ${ms(engine.whatIf.level)} for price, uptime, cost, growth; ${ms(engine.whatIf.spread)} where the spread changes and scenarios are drawn again.
`
}
