import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { InvalidInputError } from '@/lib/core/errors'
import { type LogSeries, logRewardPerNode, type RewardRow } from '@/lib/valuation/forecast/monthly-series'

/** Reads monthly histories from a CSV with a name column, `month`, `rewards_usd` and a column of node counts. */
export function readSeries(file: string, columns: { name: string; nodes: string }): Map<string, LogSeries> {
  let content: Buffer
  try {
    content = readFileSync(file)
  } catch (cause) {
    throw new InvalidInputError(`${file} cannot be read.`, { cause })
  }
  const records = parse(content, {
    columns: true,
    skip_empty_lines: true,
    bom: true,
    trim: true,
  }) as Record<string, string>[]
  const needed = [columns.name, 'month', 'rewards_usd', columns.nodes]
  const missing = needed.filter((column) => !(column in (records[0] ?? {})))
  if (missing.length > 0) throw new InvalidInputError(`${file} lacks the column ${missing.join(', ')}.`)

  const rows = new Map<string, RewardRow[]>()
  records.forEach((record, index) => {
    const number = (column: string) => {
      const text = record[column]
      if (text === undefined || text === '') return undefined
      const value = Number(text)
      if (!Number.isFinite(value) || value < 0)
        throw new InvalidInputError(`${file}, row ${index + 2}: ${column} is “${text}”, not a figure.`)
      return value
    }
    if (!/^\d{4}-(0[1-9]|1[0-2])(-\d\d)?$/.test(record.month ?? ''))
      throw new InvalidInputError(
        `${file}, row ${index + 2}: “${record.month}” is not a month written YYYY-MM.`,
      )
    const row: RewardRow = { month: record.month! }
    const [rewardsUsd, nodes] = [number('rewards_usd'), number(columns.nodes)]
    if (rewardsUsd !== undefined) row.rewardsUsd = rewardsUsd
    if (nodes !== undefined) row.nodes = nodes
    const name = record[columns.name]!
    rows.set(name, [...(rows.get(name) ?? []), row])
  })
  return new Map([...rows].map(([name, list]) => [name, logRewardPerNode(list)]))
}
