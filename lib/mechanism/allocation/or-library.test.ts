import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Highs } from 'highs'
import { beforeAll, describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { assignFleet, fleetValue } from './fleet-assignment'
import { generalisedAssignment } from './generalised-assignment'
import { InfeasibleError } from './linear-program'
import { loadSolver } from './load-solver'

let highs: Highs
beforeAll(async () => {
  highs = await loadSolver()
})

/** The first problem of an OR-Library file: agents, jobs, costs, resources, capacities. */
function firstOf(file: string) {
  const numbers = readFileSync(`lib/mechanism/allocation/or-library/${file}`, 'utf8')
    .trim()
    .split(/\s+/)
    .map(Number)
  let at = 0
  const take = (count: number) => {
    at += count
    return numbers.slice(at - count, at)
  }
  const [agents, jobs] = take(2)
  const matrix = () => Array.from({ length: agents! }, () => take(jobs!))
  return { profit: matrix(), resource: matrix(), capacity: take(agents!) }
}

describe('generalisedAssignment', () => {
  it.each([
    ['c515-1', 336],
    ['c520-1', 434],
    ['c525-1', 580],
    ['c530-1', 656],
  ])('solves OR-Library %s: %i', (file, optimum) => {
    const problem = firstOf(`${file}.txt`)
    const { profit, agentOfJob } = generalisedAssignment(highs, problem)
    expect(profit).toBeCloseTo(optimum, 6)
    problem.capacity.forEach((most, agent) => {
      const used = [...agentOfJob].reduce(
        (sum, a, job) => (a === agent ? sum + problem.resource[agent]![job]! : sum),
        0,
      )
      expect(used).toBeLessThanOrEqual(most)
    })
  })

  it('carries every job within capacity, at the profit that trying all finds, or refuses', () => {
    const whole = (min: number, max: number) => fc.integer({ min, max })
    const matrix = (cell: fc.Arbitrary<number>) =>
      fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 3, maxLength: 3 })
    const problems = fc.record({
      profit: matrix(
        fc.oneof({ weight: 5, arbitrary: whole(-9, 30) }, fc.constant(Number.NEGATIVE_INFINITY)),
      ),
      resource: matrix(whole(0, 9)),
      capacity: fc.array(whole(0, 20), { minLength: 3, maxLength: 3 }),
    })
    fc.assert(
      fc.property(problems, ({ profit, resource, capacity }) => {
        let best = Number.NEGATIVE_INFINITY
        for (let code = 0; code < 3 ** 5; code++) {
          const left = [...capacity]
          let sum = 0
          for (let job = 0, rest = code; job < 5; job++, rest = Math.floor(rest / 3)) {
            left[rest % 3]! -= resource[rest % 3]![job]!
            sum += profit[rest % 3]![job]!
          }
          if (left.every((one) => one >= 0)) best = Math.max(best, sum)
        }
        if (best === Number.NEGATIVE_INFINITY) {
          expect(() => generalisedAssignment(highs, { profit, resource, capacity })).toThrow(InfeasibleError)
          return
        }
        const found = generalisedAssignment(highs, { profit, resource, capacity })
        expect(found.profit).toBeCloseTo(best, 6)
        capacity.forEach((most, agent) => {
          const used = [...found.agentOfJob].reduce(
            (sum, a, job) => (a === agent ? sum + resource[agent]![job]! : sum),
            0,
          )
          expect(used).toBeLessThanOrEqual(most)
        })
      }),
      { numRuns: 80 },
    )
  })

  it('refuses what cannot be carried', () => {
    const one = { profit: [[1, 1]], resource: [[2, 2]], capacity: [3] }
    expect(() => generalisedAssignment(highs, one)).toThrow(InfeasibleError)
    expect(() => generalisedAssignment(highs, { ...one, capacity: [] })).toThrow(InvalidInputError)
  })
})

const dollars = fc.integer({ min: 0, max: 500 })
const fleets = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 })).chain(([n, m]) =>
  fc.record({
    devices: fc.array(
      fc.record({
        network: fc.nat(m - 1),
        switchUsd: fc.integer({ min: 0, max: 60 }),
        valueUsd: fc.array(
          fc.oneof({ weight: 4, arbitrary: dollars }, fc.constant(Number.NEGATIVE_INFINITY)),
          {
            minLength: m,
            maxLength: m,
          },
        ),
      }),
      { minLength: n, maxLength: n },
    ),
    networks: fc.array(fc.record({ otherNodes: fc.nat(6), rewardsUsd: dollars }), {
      minLength: m,
      maxLength: m,
    }),
    room: fc.integer({ min: 0, max: 2 }),
  }),
)

describe('assignFleet', () => {
  it('is the best of all spreads, within capacity, and never worse than staying', () => {
    fc.assert(
      fc.property(fleets, (drawn) => {
        const devices = drawn.devices.map((device, i) => ({
          ...device,
          id: `device ${i}`,
          valueUsd: device.valueUsd.map((value, j) => (j === device.network ? Math.max(0, value) : value)),
        }))
        const counts = drawn.networks.map((_, j) => devices.filter(({ network }) => network === j).length)
        const networks = drawn.networks.map((network, j) => ({
          ...network,
          id: `network ${j}`,
          capacity: counts[j]! + drawn.room,
        }))
        const plan = assignFleet(highs, devices, networks)
        const all = networks.reduce<number[][]>(
          (sets) => sets,
          devices.reduce<number[][]>(
            (sets) => sets.flatMap((set) => networks.map((_, j) => [...set, j])),
            [[]],
          ),
        )
        const best = all
          .filter((spread) =>
            networks.every(({ capacity }, j) => spread.filter((k) => k === j).length <= capacity),
          )
          .reduce(
            (most, spread) =>
              Math.max(
                most,
                fleetValue(devices, networks, (_, i) => spread[i]!),
              ),
            -1e9,
          )
        expect(plan.valueUsd).toBeCloseTo(best, 5)
        expect(fleetValue(devices, networks, (_, i) => plan.networkOf[i]!)).toBeCloseTo(best, 5)
        for (const [j, { capacity }] of networks.entries())
          expect(plan.networkOf.filter((network) => network === j).length).toBeLessThanOrEqual(capacity)
        for (const [i, { valueUsd }] of devices.entries())
          expect(valueUsd[plan.networkOf[i]!]).toBeGreaterThanOrEqual(0)
        expect(plan.gainUsd).toBeGreaterThanOrEqual(-1e-6)
        expect(plan.moves.every(({ from, to }) => from !== to)).toBe(true)
      }),
      { numRuns: 80 },
    )
  })

  it('gains less the more switching costs, by no more than the moves it had, and more the more places there are', () => {
    fc.assert(
      fc.property(fleets, fc.integer({ min: 1, max: 80 }), (drawn, dearer) => {
        const gain = (more: number, room: number) => {
          const devices = drawn.devices.map((device, i) => ({
            id: `device ${i}`,
            network: device.network,
            switchUsd: device.switchUsd + more,
            valueUsd: device.valueUsd.map((value, j) => (j === device.network ? Math.max(0, value) : value)),
          }))
          const networks = drawn.networks.map((network, j) => ({
            ...network,
            id: `network ${j}`,
            capacity: devices.filter((device) => device.network === j).length + room,
          }))
          return assignFleet(highs, devices, networks)
        }
        const [now, dear, wide] = [
          gain(0, drawn.room),
          gain(dearer, drawn.room),
          gain(0, drawn.room + 1),
        ] as const
        expect(dear.gainUsd).toBeLessThanOrEqual(now.gainUsd + 1e-6)
        // the plan of before can still be carried out
        expect(dear.gainUsd).toBeGreaterThanOrEqual(now.gainUsd - dearer * now.moves.length - 1e-6)
        expect(wide.gainUsd).toBeGreaterThanOrEqual(now.gainUsd - 1e-6)
        // more places everywhere bring no more than what the first of them is told to be worth
        const priced = now.capacityPrices.reduce((sum, price) => sum + price, 0)
        expect(wide.gainUsd - now.gainUsd).toBeLessThanOrEqual(priced + 1e-6)
      }),
      { numRuns: 60 },
    )
  })

  it('refuses a device that has no value where it stands', () => {
    const network = { id: 'a', capacity: 1, otherNodes: 1, rewardsUsd: 1 }
    const device = { id: 'd', network: 0, valueUsd: [Number.NEGATIVE_INFINITY], switchUsd: 0 }
    expect(() => assignFleet(highs, [device], [network])).toThrow(InvalidInputError)
  })
})
