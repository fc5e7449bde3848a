import { csvLine } from '@/lib/core/csv/format-csv'
import { RandomStream } from '@/lib/math/random/random-stream'
import type { CostStep } from '@/lib/mechanism/congestion/free-entry'
import { rangeOfRuns } from '@/lib/mechanism/tokenomics/range-of-runs'
import { type EpochFigures, simulateNetwork } from '@/lib/mechanism/tokenomics/simulate-network'
import { allDesignKnobs, type DesignName } from './design-knobs'
import type { DesignRanges } from './design-messages'
import { designOf } from './design-of'
import { type Knobs, readKnobs, writeKnobs } from './number-knobs'

export const designNames: readonly DesignName[] = ['A', 'B']

export type DesignRuns = readonly [EpochFigures[], EpochFigures[]]

/** Both designs on the same draws of demand. */
export function runDesigns(values: Knobs, steps: readonly CostStep[]): DesignRuns {
  const run = (name: DesignName) =>
    simulateNetwork(
      designOf(values, name, steps),
      Math.round(values.months!),
      new RandomStream(Math.round(values.seed!)),
    )
  return [run('A'), run('B')]
}

/** Both designs on the same seeds, from the reader's on. */
export function rangesOf(values: Knobs, steps: readonly CostStep[]): DesignRanges {
  const first = Math.round(values.seed!)
  const seeds = Array.from({ length: Math.round(values.seeds!) }, (_, k) => first + k)
  const range = (name: DesignName) =>
    rangeOfRuns(designOf(values, name, steps), Math.round(values.months!), seeds)
  return [range('A'), range('B')]
}

const columns = [
  ['month', ({ epoch }) => epoch],
  ['demand_usd', ({ demandUsd }) => demandUsd],
  ['price_usd', ({ price }) => price],
  ['supply', ({ supply }) => supply],
  ['minted', ({ minted }) => minted],
  ['burnt', ({ burnt }) => burnt],
  ['slashed', ({ slashed }) => slashed],
  ['bought_back', ({ bought }) => bought],
  ['treasury', ({ treasury }) => treasury],
  ['operators', ({ active }) => active],
  ['devices', ({ weight }) => weight],
  ['reward_per_device_usd', ({ rewardPerWeight }) => rewardPerWeight],
  ['paid_to_operators_usd', ({ operatorsUsd }) => operatorsUsd],
  ['paid_to_stakers_usd', ({ stakersUsd }) => stakersUsd],
  ['dilution', ({ dilution }) => dilution],
] as const satisfies [string, (one: EpochFigures) => number][]

/** A line a design and month; the seed and every parameter that is not as at first stand in each, as in the address. */
export function runCsv(values: Knobs, runs: DesignRuns): string {
  const parameters = writeKnobs(allDesignKnobs, values) || '?'
  const head = ['design', ...columns.map(([name]) => name), 'seed', 'parameters']
  const rows = runs.flatMap((run, i) =>
    run.map((one) => [
      designNames[i]!,
      ...columns.map(([, of]) => of(one)),
      Math.round(values.seed!),
      parameters,
    ]),
  )
  return [head, ...rows].map(csvLine).join('')
}

/** The run with all its parameters, those as at first too. */
export function runJson(values: Knobs, runs: DesignRuns, operators: string): string {
  const document = {
    kind: 'hotswap-designs',
    version: 1,
    seed: Math.round(values.seed!),
    parameters: values,
    operators,
    runs: Object.fromEntries(
      runs.map((run, i) => [
        designNames[i],
        run.map((one) => Object.fromEntries(columns.map(([name, of]) => [name, of(one)]))),
      ]),
    ),
  }
  return `${JSON.stringify(document, null, 1)}\n`
}

export type ReadRun = {
  values: Knobs
  /** prices of both designs by month, to hold a new run against */
  prices: number[]
}

/**
 * The parameters of a file that was exported here, CSV or JSON.
 * @returns a sentence where it is no such file
 */
export function readRun(text: string): ReadRun | string {
  const wrong = 'This is no run exported from this page: it needs the parameters that its CSV or JSON holds.'
  try {
    return text.trimStart().startsWith('{') ? (readJson(text) ?? wrong) : (readCsv(text) ?? wrong)
  } catch {
    return wrong
  }
}

function readJson(text: string): ReadRun | undefined {
  const found: unknown = JSON.parse(text)
  if (!isRecord(found) || found.kind !== 'hotswap-designs' || found.version !== 1) return undefined
  const { parameters, runs } = found
  if (!isRecord(parameters) || !isRecord(runs)) return undefined
  const prices = designNames.flatMap((name) => {
    const run: unknown = runs[name]
    return Array.isArray(run)
      ? run.map((one: unknown) => (isRecord(one) ? Number(one.price_usd) : Number.NaN))
      : []
  })
  const query = Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, String(value)]))
  return { values: readKnobs(allDesignKnobs, query), prices }
}

function readCsv(text: string): ReadRun | undefined {
  const [head, ...rows] = text.split(/\r?\n/).filter((line) => line !== '')
  const names = head?.split(',') ?? []
  const [at, price] = [names.indexOf('parameters'), names.indexOf('price_usd')]
  const parameters = rows[0]?.split(',')[at]
  if (at === -1 || price === -1 || !parameters?.startsWith('?')) return undefined
  const query = Object.fromEntries(new URLSearchParams(parameters))
  return {
    values: readKnobs(allDesignKnobs, query),
    prices: rows.map((row) => Number(row.split(',')[price])),
  }
}

/** True when a run has, month for month, the prices of a file. */
export function isSameRun(runs: DesignRuns, prices: readonly number[]): boolean {
  const own = runs.flat().map(({ price }) => price)
  return (
    own.length === prices.length &&
    own.every((price, k) => Math.abs(price - prices[k]!) <= 1e-9 * Math.max(price, 1e-12))
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
