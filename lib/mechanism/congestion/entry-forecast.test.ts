import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { RandomStream } from '@/lib/math/random/random-stream'
import { normal } from '@/lib/math/random/variates'
import { monthIndex } from '@/lib/valuation/forecast/monthly-series'
import { backtestEntry, type EntryMonth, HORIZON } from './entry-forecast'

const rows = parse(readFileSync('db/seed/networks-monthly.csv'), { columns: true }) as Record<
  string,
  string
>[]
const real = new Map<string, EntryMonth[]>()
for (const row of rows) {
  const [nodes, rewardsUsd] = [Number(row.active_nodes), Number(row.rewards_usd)]
  if (nodes > 0 && rewardsUsd > 0)
    real.set(row.network!, [
      ...(real.get(row.network!) ?? []),
      { month: monthIndex(row.month!), nodes, rewardsUsd },
    ])
}

/** Networks whose nodes follow reward per node: a tenth of the gap a month. */
function responsive(networks: number, months: number): Map<string, EntryMonth[]> {
  const stream = new RandomStream(8)
  return new Map(
    Array.from({ length: networks }, (_, k) => {
      let [logN, logR] = [7 + normal(stream), 10 + normal(stream)]
      const history = Array.from({ length: months }, (_, month) => {
        logR += 0.15 * normal(stream)
        logN += 0.1 * (logR - logN - 3) + 0.01 * normal(stream)
        return { month, nodes: Math.exp(logN), rewardsUsd: Math.exp(logR) }
      })
      return [`network ${k}`, history] as const
    }),
  )
}

describe('backtestEntry', () => {
  it('takes what a node costs for the break-even where it is published', () => {
    const histories = responsive(8, 80)
    const costs = new Map(
      [...histories].map(([network, months]) => [
        network,
        // entry of these networks rests where a node earns e³ dollars
        months.map((one) => ({ ...one, costUsd: Math.exp(3) })),
      ]),
    )
    const known = backtestEntry(costs)
    expect(known.n).toBe(backtestEntry(histories).n)
    expect(known.error).toBeLessThan(backtestEntry(histories).error)
  })

  it('beats no change where entry follows reward per node', () => {
    const { n, error, noChangeError } = backtestEntry(responsive(8, 80))
    expect(n).toBeGreaterThan(200)
    expect(error).toBeLessThan(0.9 * noChangeError)
  })

  it('forecasts the same when later months are altered', () => {
    const cut = Math.max(...[...real.values()].flat().map(({ month }) => month)) - HORIZON - 12
    const altered = new Map(
      [...real].map(([name, months]) => [
        name,
        months.map((one) => (one.month > cut ? { ...one, nodes: one.nodes * 9, rewardsUsd: 1 } : one)),
      ]),
    )
    const upTo = (histories: ReadonlyMap<string, readonly EntryMonth[]>) =>
      backtestEntry(histories)
        .forecasts.filter(({ origin }) => origin <= cut)
        .map(({ network, origin, forecast }) => ({ network, origin, forecast }))
    expect(upTo(altered)).toEqual(upTo(real))
    expect(upTo(real).length).toBeGreaterThan(20)
  })

  it('is scored on the real networks beside no change', () => {
    const { n, error, noChangeError } = backtestEntry(real)
    expect(n).toBe(128)
    // better where networks grew fast, worse where they stood still: together no better than no change
    expect(error).toBeCloseTo(0.788, 3)
    expect(noChangeError).toBeCloseTo(0.788, 3)
  })
})
