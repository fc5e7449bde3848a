import { expect, test } from 'vitest'
import type { FlywheelPhase } from '@/lib/mechanism/tokenomics/flywheel'
import { stretchesOf } from './flywheel-stretch'

const at = (month: number, phase: FlywheelPhase, fromRewardsAlone = false) => ({
  month,
  phase,
  fromRewardsAlone,
  rewards: 0,
  nodes: 0,
  rewardPerNode: 0,
})

test('a band ends with its phase, at a gap, and where the number of nodes ends', () => {
  expect(
    stretchesOf([
      at(1, 'coasting'),
      at(2, 'coasting'),
      at(4, 'coasting'),
      at(5, 'stalling'),
      at(6, 'stalling', true),
    ]).map(({ phase, from, to }) => [phase, from, to]),
  ).toEqual([
    ['coasting', 1, 2],
    ['coasting', 4, 4],
    ['stalling', 5, 5],
    ['stalling', 6, 6],
  ])
})
