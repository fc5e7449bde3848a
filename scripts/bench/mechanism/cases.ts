import { RandomStream } from '@/lib/math/random/random-stream'
import { normal } from '@/lib/math/random/variates'
import type { BasketProblem } from '@/lib/mechanism/allocation/basket'
import type { FleetDevice, FleetNetwork } from '@/lib/mechanism/allocation/fleet-assignment'

/** Made-up problems of a stated size; the same every time. */

export function assignmentCosts(n: number): Float64Array {
  const stream = new RandomStream(1)
  return Float64Array.from({ length: n * n }, () => stream.uniform())
}

export function basketProblem(candidates: number, scenarios: number, whole: boolean): BasketProblem {
  const stream = new RandomStream(2)
  const market = Float64Array.from({ length: scenarios }, () => normal(stream))
  return {
    candidates: Array.from({ length: candidates }, (_, i) => {
      const costUsd = 200 + (i % 50) * 10
      const [drift, beta] = [0.15 * stream.uniform(), ((i % 7) / 7) * 0.4]
      return {
        id: `${i}`,
        costUsd,
        groups: [`network:${i % 15}`, `operator:${i % 40}`],
        valuesUsd: Float64Array.from(
          market,
          (shock) => costUsd * Math.exp(drift + beta * shock + 0.5 * normal(stream) - 0.125),
        ),
      }
    }),
    budgetUsd: 10_000,
    beta: 0.95,
    aim: { kind: 'most gain', cvarUsd: 1_000 },
    caps: Array.from({ length: 15 }, (_, k) => ({ group: `network:${k}`, share: 0.25 })),
    whole,
  }
}

export function fleet(
  count: number,
  networkCount: number,
): { devices: FleetDevice[]; networks: FleetNetwork[] } {
  const stream = new RandomStream(3)
  const networks = Array.from({ length: networkCount }, (_, j) => ({
    id: `network ${j}`,
    capacity: Math.ceil((1.5 * count) / networkCount),
    otherNodes: 500 + Math.floor(20_000 * stream.uniform()),
    rewardsUsd: 200 + 1_500 * stream.uniform(),
  }))
  const devices = Array.from({ length: count }, (_, i) => ({
    id: `device ${i}`,
    network: i % networkCount,
    switchUsd: 25 + 75 * stream.uniform(),
    valueUsd: networks.map(({ rewardsUsd }, j) =>
      j === i % networkCount || stream.uniform() < 0.5
        ? rewardsUsd * (0.6 + 0.8 * stream.uniform())
        : Number.NEGATIVE_INFINITY,
    ),
  }))
  return { devices, networks }
}
