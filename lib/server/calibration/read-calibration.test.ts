import { expect, it } from 'vitest'
import { scoreSeed } from '@/scripts/forecast/score-seed'
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
