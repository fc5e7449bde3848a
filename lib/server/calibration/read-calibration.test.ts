import { expect, it } from 'vitest'
import { cashReport } from '@/lib/valuation/forecast/cash-report'
import { scoreNetworkCash } from '@/scripts/forecast/score-cash'
import { scoreSeed } from '@/scripts/forecast/score-seed'
import { seedEvidence } from '@/scripts/forecast/seed-evidence'
import { readCalibration } from './read-calibration'

it('is what today’s code and data come to: run `npm run calibration` when this fails', () => {
  const { networks, operators } = scoreSeed()
  expect(readCalibration()).toMatchObject(JSON.parse(JSON.stringify({ networks, operators })))
})

it('names the failures first', () => {
  const { networks } = readCalibration()
  expect(networks.networks.map(({ coverage }) => coverage)).toEqual(
    networks.networks.map(({ coverage }) => coverage).sort((a, b) => a - b),
  )
  const missed = networks.horizons.reduce((sum, { n, coverage }) => sum + Math.round(n * (1 - coverage)), 0)
  expect(networks.misses).toHaveLength(missed)
})

it('has the intervals of cash that today’s engine states, and what came: by the network with the shortest history', () => {
  const [hopr] = cashReport(scoreNetworkCash(seedEvidence(), 'hopr', 'hopr-node-pc')).subjects
  expect(readCalibration().cash.networks.subjects).toContainEqual(hopr)
})

it('names the failures of cash first, and counts them', () => {
  for (const { horizons, subjects } of Object.values(readCalibration().cash)) {
    const shares = subjects.map(({ n, covered }) => covered / n)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    const outside = horizons.reduce((sum, { below, above }) => sum + below + above, 0)
    expect(outside).toBe(subjects.reduce((sum, { n, covered }) => sum + n - covered, 0))
    for (const { coverage, coverageInterval, n, below, above } of horizons) {
      expect(coverage).toBeCloseTo(1 - (below + above) / n, 12)
      expect(coverageInterval.low).toBeLessThanOrEqual(coverage)
      expect(coverageInterval.high).toBeGreaterThanOrEqual(coverage)
    }
  }
})
