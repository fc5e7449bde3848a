import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { monthIndex, monthText } from '@/lib/valuation/forecast/monthly-series'
import { flywheelPhases, phaseOf, turningPoints } from './flywheel'

const rows = parse(readFileSync('db/seed/networks-monthly.csv'), { columns: true }) as Record<
  string,
  string
>[]
const figure = (text: string | undefined) => (text ? Number(text) : undefined)
const historyOf = (network: string) =>
  rows
    .filter((row) => row.network === network)
    .map((row) => ({
      month: monthIndex(row.month!),
      rewardsUsd: figure(row.rewards_usd),
      nodes: figure(row.active_nodes),
    }))

describe('flywheelPhases', () => {
  it('names a phase by the first rule that holds', () => {
    expect(phaseOf(0.5, 0.3)).toBe('spinning up')
    expect(phaseOf(-0.5, -0.3)).toBe('unwinding')
    expect(phaseOf(-0.5, 0.3)).toBe('stalling')
    expect(phaseOf(0, 0)).toBe('coasting')
    expect(phaseOf(0.5, -0.3)).toBe('coasting')
  })

  it('turns with helium-iot’s history, 2019–2024', () => {
    const points = flywheelPhases(historyOf('helium-iot'))
    expect(points[0]).toMatchObject({ month: monthIndex('2020-01'), phase: 'spinning up' })
    expect(turningPoints(points).map(({ month, from, to }) => `${monthText(month)} ${from} → ${to}`)).toEqual(
      [
        '2021-08 spinning up → stalling', // emission halves on 1 August while hotspots double in two months
        '2021-11 stalling → spinning up', // the token’s highest month
        '2022-03 spinning up → stalling', // a million hotspots share a falling reward
        '2023-05 stalling → unwinding', // node counts end with the move to another chain; rewards fall on
        '2023-12 unwinding → spinning up', // the token recovers
      ],
    )
    // node counts end in 2023-04
    expect(points.filter(({ fromRewardsAlone }) => fromRewardsAlone)[0]!.month).toBe(monthIndex('2023-05'))
  })

  it('gives a phase to every network with six months', () => {
    for (const network of new Set(rows.map((row) => row.network!))) {
      const points = flywheelPhases(historyOf(network))
      for (const { nodes, fromRewardsAlone } of points) expect(fromRewardsAlone).toBe(nodes === undefined)
    }
    expect(flywheelPhases(historyOf('helium-iot').slice(0, 5))).toEqual([])
  })
})
