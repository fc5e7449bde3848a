import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { fixedPool, freeEntry, growingPool, replicated, saturatingPool } from './free-entry'

const rows = parse(readFileSync('db/seed/relay-operators-monthly.csv'), { columns: true }) as Record<
  string,
  string
>[]
const january = rows.filter((row) => row.month === '2023-01')
const relays = january.map((row) => ({ nodes: Number(row.nodes), costUsd: Number(row.cost_usd_per_node) }))
const running = relays.reduce((sum, { nodes }) => sum + nodes, 0)
const paid = january.reduce((sum, row) => sum + Number(row.rewards_usd), 0)

const steps = fc.array(
  fc.record({ nodes: fc.integer({ min: 1, max: 50 }), costUsd: fc.integer({ min: 0, max: 60 }) }),
  { minLength: 1, maxLength: 12 },
)

describe('freeEntry', () => {
  it('has one stable point for a fixed pool, whatever the costs', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 5_000 }), (drawn, usd) => {
        const points = freeEntry(drawn, fixedPool(usd))
        expect(points).toHaveLength(1)
        const { nodes, rewardPerNode, kind } = points[0]!
        expect(points[0]!.stability).toBe('stable')
        // nobody who runs makes a loss, nobody outside would gain by entering
        const rising = drawn.toSorted((a, b) => a.costUsd - b.costUsd)
        let count = 0
        for (const step of rising) {
          if (count + 1e-6 < nodes) expect(step.costUsd).toBeLessThanOrEqual(rewardPerNode * (1 + 1e-9))
          if (count - 1e-6 > nodes) expect(step.costUsd).toBeGreaterThanOrEqual(rewardPerNode * (1 - 1e-9))
          count += step.nodes
        }
        expect(kind === 'all').toBe(Math.abs(nodes - count) < 1e-9 && rewardPerNode > rising.at(-1)!.costUsd)
      }),
    )
  })

  it('alternates stable and unstable points where the pool grows with the network', () => {
    fc.assert(
      fc.property(
        steps,
        fc.integer({ min: 10, max: 5_000 }),
        fc.integer({ min: 1, max: 200 }),
        (drawn, usd, half) => {
          const points = freeEntry(drawn, saturatingPool(usd, half))
          points.forEach(({ stability }, k) => {
            expect(stability).toBe(k % 2 === 0 ? 'stable' : 'unstable')
          })
          expect(points.length % 2).toBe(1)
        },
      ),
    )
    // 20 dollars a device to run, 2,000 a month at most, half of it with 60 devices
    const tipping = freeEntry([{ nodes: 500, costUsd: 10 }], saturatingPool(2_000, 60))
    expect(tipping.map(({ kind, stability }) => `${kind} ${stability}`)).toEqual([
      'none stable',
      'interior unstable',
      'interior stable',
    ])
    // roots of n² − 200 n + 3600
    expect(tipping[1]!.nodes).toBeCloseTo(20, 6)
    expect(tipping[2]!.nodes).toBeCloseTo(180, 6)
  })

  it('finds a critical mass and the rest beside it however close they lie, and leaves nobody a gain at any point', () => {
    // reward per device at its best, with 60 devices: 2,000 / 120 = 16.67
    const close = freeEntry([{ nodes: 100_000, costUsd: 16.66 }], saturatingPool(2_000, 60))
    expect(close.map(({ stability }) => stability)).toEqual(['stable', 'unstable', 'stable'])
    expect(close[1]!.nodes).toBeLessThan(60)
    expect(close[2]!.nodes).toBeGreaterThan(60)
    expect(close[2]!.nodes - close[1]!.nodes).toBeLessThan(5)
    fc.assert(
      fc.property(
        steps,
        fc.integer({ min: 10, max: 5_000 }),
        fc.integer({ min: 1, max: 200 }),
        fc.option(fc.double({ min: 0, max: 2, noNaN: true })),
        (drawn, usd, size, power) => {
          const pool = power === null ? saturatingPool(usd, size) : growingPool(usd, size, power)
          const rising = drawn.toSorted((a, b) => a.costUsd - b.costUsd)
          const total = rising.reduce((sum, { nodes }) => sum + nodes, 0)
          const costAt = (nodes: number) => {
            let count = 0
            for (const step of rising) {
              count += step.nodes
              if (count >= nodes) return step.costUsd
            }
            return Number.POSITIVE_INFINITY
          }
          for (const { nodes, rewardPerNode, stability, kind } of freeEntry(drawn, pool)) {
            // the last device in covers its cost, and the next one out would not
            if (nodes > 0) expect(costAt(nodes * (1 - 1e-9))).toBeLessThanOrEqual(rewardPerNode * (1 + 1e-6))
            if (kind === 'all') continue
            const [fewer, more] = [nodes * (1 - 1e-3), Math.min(total, nodes * (1 + 1e-3) + total * 1e-9)]
            if (stability === 'stable')
              expect(pool(more) / more).toBeLessThanOrEqual(costAt(more) * (1 + 1e-2) + 1e-6)
            else if (costAt(fewer) === costAt(more) && more < (pool.peak ?? total)) {
              // a few fewer and devices leave; a few more and they enter
              expect(pool(fewer) / fewer).toBeLessThan(costAt(fewer))
              expect(pool(more) / more).toBeGreaterThan(costAt(more))
            }
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('says how many relays the real pool of January 2023 carries at the operators’ own costs', () => {
    // everyone who ran then earned more than the dearest paid: more would enter
    expect(freeEntry(relays, fixedPool(paid))).toMatchObject([{ nodes: running, kind: 'all' }])
    const [rest] = freeEntry(replicated(relays, 10), fixedPool(paid))
    expect(rest).toMatchObject({ stability: 'stable', kind: 'interior' })
    expect(rest!.nodes).toBeGreaterThan(2 * running)
    const dearest = Math.max(...relays.map(({ costUsd }) => costUsd))
    expect(rest!.rewardPerNode).toBeLessThan(dearest)
    // were the pool to grow with the square of the network, it would need a critical mass
    const grown = freeEntry(relays, growingPool(paid, running, 2))
    expect(grown.some(({ stability }) => stability === 'unstable')).toBe(true)
    expect(() => freeEntry([], fixedPool(1))).toThrow(InvalidInputError)
  })
})
