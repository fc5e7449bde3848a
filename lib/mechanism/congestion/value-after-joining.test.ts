import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { exampleEngineInputs } from '@/lib/valuation/engine/example-engine-inputs'
import { DEFAULT_SETTINGS, type EngineInputs } from '@/lib/valuation/engine/inputs'
import { valueWithEngine } from '@/lib/valuation/engine/value-with-engine'
import { rewardFactor } from './dilution'
import { valueAfterJoining } from './value-after-joining'

const settings = { ...DEFAULT_SETTINGS, paths: 2_048 }

/** The engine's own value with more nodes: a fixed pool pays each so much less. */
function revalued(inputs: EngineInputs, nodes: number, joining: number): number {
  const networkReward = {
    ...inputs.networkReward,
    value: (inputs.networkReward.value * nodes) / (nodes + joining),
  }
  return valueWithEngine({ ...inputs, networkReward }, settings).value
}

describe('valueAfterJoining', () => {
  it.each([100, 500, 5_000])('is what revaluing with %i more nodes comes to', (joining) => {
    const inputs = exampleEngineInputs({ moves: [], compatibility: 0 })
    const { value } = valueWithEngine(inputs, settings)
    const told = valueAfterJoining(inputs, value, { nodes: 1_000, joining, poolElasticity: 0 })
    expect(told.rewardFactor).toBeCloseTo(1_000 / (1_000 + joining), 12)
    // what differs is the right to scrap early, which is worth more where rewards are poor
    const again = revalued(inputs, 1_000, joining)
    expect(told.value).toBeLessThanOrEqual(again + 0.02 * value)
    expect(Math.abs(told.value - again)).toBeLessThan(0.06 * value)
  })

  it('does not understate the fall of a device that could move away', () => {
    const inputs = exampleEngineInputs({ compatibility: 1 })
    const { value } = valueWithEngine(inputs, settings)
    const told = valueAfterJoining(inputs, value, { nodes: 1_000, joining: 2_000, poolElasticity: 0 })
    expect(told.value).toBeLessThan(revalued(inputs, 1_000, 2_000) + 0.02 * value)
  })

  it('falls with every device that joins, less where the pool grows, and never below scrap', () => {
    const inputs = exampleEngineInputs({ salvage: 120 })
    const at = (joining: number, poolElasticity = 0) =>
      valueAfterJoining(inputs, 900, { nodes: 1_000, joining, poolElasticity })
    expect(at(0)).toMatchObject({ rewardFactor: 1, falls: 0 })
    expect(at(500).falls).toBeGreaterThan(at(100).falls)
    expect(at(500, 0.5).falls).toBeLessThan(at(500).falls)
    expect(at(500, 1).falls).toBeCloseTo(0, 12)
    expect(at(10_000_000).value).toBeGreaterThanOrEqual(120)
  })

  it('counts a full cell twice: its cap, and the network', () => {
    const inputs = exampleEngineInputs({})
    const network = { nodes: 1_000_000, joining: 100, poolElasticity: 0 }
    const told = valueAfterJoining(inputs, 900, {
      ...network,
      cell: { devices: 100, cap: 100, joining: 100 },
    })
    expect(told.rewardFactor).toBeCloseTo((0.5 * 1_000_000) / 1_000_100, 12)
    const roomy = valueAfterJoining(inputs, 900, { ...network, cell: { devices: 3, cap: 100, joining: 97 } })
    expect(roomy.rewardFactor).toBeCloseTo(1_000_000 / 1_000_100, 12)
    expect(() => valueAfterJoining(inputs, 0, network)).toThrow(InvalidInputError)
    expect(() => rewardFactor({ nodes: 1, joining: -1, poolElasticity: 0 })).toThrow(InvalidInputError)
  })
})
