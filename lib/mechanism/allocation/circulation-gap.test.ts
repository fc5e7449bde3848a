import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { circulationGap, type DeviceGroup, type MovingNetwork } from './circulation-gap'

const network = (id: string, poolUsd: number, nodes: number, poolElasticity = 0) => ({
  id,
  poolUsd,
  nodes,
  poolElasticity,
})

describe('circulationGap', () => {
  it('evens out reward per node, and creates nothing where pools are fixed', () => {
    const networks = [network('rich', 3_000, 10), network('poor', 1_000, 30)]
    const group = { id: 'poor', network: 1, devices: 30, canServe: [1, 1], switchUsdPerMonth: 0 }
    const rich = { id: 'rich', network: 0, devices: 10, canServe: [1, 1], switchUsdPerMonth: 0 }
    const gap = circulationGap([rich, group], networks)
    expect(gap.spread[1]![0]).toBeCloseTo(20, 4)
    expect(gap.gainUsd).toBeCloseTo(0, 4)
    // from 33.33 to 100 dollars each
    expect(gap.moversUsd).toBeCloseTo(20 * (100 - 1_000 / 30), 3)
    expect(gap.undilutedUsd).toBeCloseTo(30 * (300 - 1_000 / 30), 6)
  })

  it('moves nobody beyond what can serve, keeps every device, and gains what its groups gain', () => {
    fc.assert(
      fc.property(markets, ({ groups, networks }) => {
        const gap = circulationGap(groups, networks)
        expect(gap.regretUsd).toBeLessThan(0.01)
        expect(gap.undilutedUsd).toBeGreaterThanOrEqual(0)
        expect(gap.groupGainsUsd.reduce((a, b) => a + b, 0)).toBeCloseTo(gap.gainUsd, 9)
        groups.forEach((group, g) => {
          expect(gap.spread[g]!.reduce((a, b) => a + b, 0)).toBeCloseTo(group.devices, 6)
          gap.spread[g]!.forEach((count, j) => {
            expect(count).toBeGreaterThanOrEqual(0)
            if (j !== group.network)
              expect(count).toBeLessThanOrEqual(group.devices * group.canServe[j]! + 1e-6)
          })
        })
      }),
    )
    expect(() => circulationGap([], [network('a', 1, 0)])).toThrow(InvalidInputError)
  })

  it('rests where the potential is highest: no spread of any group betters it at the rewards of the rest', () => {
    fc.assert(
      fc.property(markets, ({ groups, networks, standing }) => {
        const { spread, rewardsUsd } = circulationGap(groups, networks, 1e-9)
        networks.forEach((_, j) => {
          const counted = countedOn(j, spread, { groups, networks, standing })
          if (counted > 1e-6) expect(rewardsUsd[j]).toBeCloseTo(rewardAt(networks[j]!, counted), 6)
        })
        // the potential is concave, so this sum is at least what any other spread has more of it
        const short = groups.reduce(
          (sum, group, g) => sum + bestReply(group, rewardsUsd) - earned(group, spread[g]!, rewardsUsd),
          0,
        )
        expect(short).toBeLessThan(1e-4)
      }),
    )
  })

  it('has the potential that a search of all spreads on a grid finds, and no more', () => {
    fc.assert(
      fc.property(markets, ({ groups: drawn, networks, standing }) => {
        const groups = drawn.slice(0, 1)
        const [only] = groups
        const market = {
          groups,
          networks,
          standing: standing.map((_, j) => (j === only!.network ? only!.devices : 0)),
        }
        const { spread } = circulationGap(groups, networks, 1e-9)
        const most = potential(spread, market)
        const [group] = groups
        const [one, two] = [0, 1, 2].filter((j) => j !== group!.network) as [number, number]
        const can = (j: number) => group!.devices * group!.canServe[j]!
        let found = Number.NEGATIVE_INFINITY
        for (let i = 0; i <= 40; i++)
          for (let k = 0; k <= 40; k++) {
            const [a, b] = [(can(one) * i) / 40, (can(two) * k) / 40]
            if (a + b > Math.max(can(one), can(two))) continue
            const row = [0, 0, 0]
            row[one] = a
            row[two] = b
            row[group!.network] = group!.devices - a - b
            found = Math.max(found, potential([row], market))
          }
        const scale = 1 + Math.abs(most)
        expect(found).toBeLessThanOrEqual(most + 1e-6 * scale)
        expect(potential([standingStill(group!)], market)).toBeLessThanOrEqual(most + 1e-6 * scale)
      }),
      { numRuns: 60 },
    )
  })

  it('comes to the same rest whatever the order, and to no higher potential where moving costs more', () => {
    fc.assert(
      fc.property(markets, fc.integer({ min: 0, max: 5 }), ({ groups, networks, standing }, dearer) => {
        const gap = circulationGap(groups, networks, 1e-9)
        const order = [2, 0, 1]
        const turned = circulationGap(
          groups.toReversed().map((group) => ({
            ...group,
            network: order.indexOf(group.network),
            canServe: order.map((j) => group.canServe[j]!),
            weight: order.map((j) => group.weight![j]!),
          })),
          order.map((j) => networks[j]!),
          1e-9,
        )
        expect(turned.gainUsd).toBeCloseTo(gap.gainUsd, 2)

        const costly = groups.map((one) => ({ ...one, switchUsdPerMonth: one.switchUsdPerMonth + dearer }))
        const dear = circulationGap(costly, networks, 1e-9)
        const [cheap, more] = [
          potential(gap.spread, { groups, networks, standing }),
          potential(dear.spread, { groups: costly, networks, standing }),
        ]
        expect(more).toBeLessThanOrEqual(cheap + 1e-6 * (1 + Math.abs(cheap)))
      }),
      { numRuns: 60 },
    )
  })
})

/** Groups on three networks, of which each could serve others, and count there as so much of a device. */
const markets = fc
  .record({
    pools: fc.array(
      fc.record({
        poolUsd: fc.integer({ min: 1, max: 10_000 }),
        extra: fc.integer({ min: 1, max: 50 }),
        poolElasticity: fc.constantFrom(0, 0.2, 0.5, 0.9),
      }),
      { minLength: 3, maxLength: 3 },
    ),
    drawn: fc.array(
      fc.record({
        network: fc.nat(2),
        devices: fc.integer({ min: 0, max: 80 }),
        canServe: fc.array(fc.constantFrom(0, 0.3, 1), { minLength: 3, maxLength: 3 }),
        weight: fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 }),
        switchUsdPerMonth: fc.integer({ min: 0, max: 20 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ pools, drawn }) => {
    const groups = drawn.map((group, g) => ({
      ...group,
      id: `${g}`,
      weight: group.weight.map((one, j) => (j === group.network ? 1 : one)),
    }))
    const on = (j: number) =>
      groups.reduce((sum, { network, devices }) => (network === j ? sum + devices : sum), 0)
    return {
      groups,
      networks: pools.map(({ extra, ...rest }, j) => ({
        ...rest,
        id: `${j}`,
        nodes: extra + on(j),
      })),
      standing: pools.map((_, j) => on(j)),
    }
  })

type Market = { groups: DeviceGroup[]; networks: MovingNetwork[]; standing: number[] }

/** Reward of one that counts as one, where so many are counted. */
const rewardAt = ({ poolUsd, nodes, poolElasticity }: MovingNetwork, counted: number) =>
  (poolUsd * (counted / nodes) ** poolElasticity) / counted

/** What a network counts at a spread: others', and each group's devices by their weight. */
function countedOn(j: number, spread: readonly number[][], { groups, networks, standing }: Market): number {
  return groups.reduce(
    (sum, { weight }, g) => sum + spread[g]![j]! * weight![j]!,
    networks[j]!.nodes - standing[j]!,
  )
}

/** Σ ∫ reward − Σ cost by its antiderivative: of n^(e − 1) it is n^e / e, and of 1/n the logarithm. */
function potential(spread: readonly number[][], market: Market): number {
  const pools = market.networks.map(({ poolUsd, nodes, poolElasticity }, j) => {
    const n = countedOn(j, spread, market) / nodes
    return poolUsd * (poolElasticity === 0 ? Math.log(n) : (n ** poolElasticity - 1) / poolElasticity)
  })
  const costs = market.groups.map(({ network, switchUsdPerMonth }, g) =>
    spread[g]!.reduce((sum, count, j) => (j === network ? sum : sum + count * switchUsdPerMonth), 0),
  )
  return pools.reduce((x, y) => x + y, 0) - costs.reduce((x, y) => x + y, 0)
}

const standingStill = ({ network, devices }: DeviceGroup) =>
  [0, 1, 2].map((j) => (j === network ? devices : 0))

/** What a group's devices earn at given rewards, a device's own cost paid. */
function earned(
  { network, weight, switchUsdPerMonth }: DeviceGroup,
  row: readonly number[],
  rewards: readonly number[],
) {
  return row.reduce(
    (sum, count, j) =>
      count > 0 ? sum + count * (weight![j]! * rewards[j]! - (j === network ? 0 : switchUsdPerMonth)) : sum,
    0,
  )
}

/** The most that they could earn at these rewards: the best networks first, as far as devices can serve them. */
function bestReply(group: DeviceGroup, rewards: readonly number[]): number {
  const { network, devices, canServe, weight, switchUsdPerMonth } = group
  const stay = weight![network]! * rewards[network]!
  let left = devices * Math.max(0, ...canServe.filter((_, j) => j !== network))
  let more = 0
  const others = [0, 1, 2].filter((j) => j !== network)
  const gain = (j: number) => weight![j]! * rewards[j]! - switchUsdPerMonth - stay
  for (const j of others.sort((a, b) => gain(b) - gain(a))) {
    const count = Math.min(left, devices * canServe[j]!)
    if (count <= 0 || gain(j) <= 0) continue
    more += count * gain(j)
    left -= count
  }
  return devices > 0 ? devices * stay + more : 0
}
