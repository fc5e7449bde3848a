import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { choleskyRoot } from '@/lib/valuation/engine/market-draws'
import { assembleEvidence } from './assemble-evidence'
import { marketShape } from './market-shape'

const linesOf = (file: string) => readFileSync(`db/seed/${file}`, 'utf8').trim().split('\n').slice(1)
const figure = (text: string | undefined) => (text ? Number(text) : null)

it('knows of the real networks how they move together, and which token jumps', () => {
  const months = linesOf('networks-monthly.csv').map((line) => {
    const [network = '', category = '', token = '', month = '', tokens, price, usd, nodes] = line.split(',')
    return {
      ...{ network, category, token, month: month.slice(0, 7), rewardTokens: figure(tokens) },
      ...{ tokenPriceUsd: figure(price), rewardsUsd: figure(usd), activeNodes: figure(nodes) },
    }
  })
  const slugs = [...new Set(months.map(({ network }) => network))].sort()
  const evidence = assembleEvidence({
    networks: slugs.map((slug) => ({ slug, ...months.find(({ network }) => network === slug)! })),
    months,
    prices: ['hnt', 'fil'].flatMap((token) =>
      linesOf(`token-daily-${token}.csv`).map((line) => {
        const [name = '', day = '', price] = line.split(',')
        return { token: name, day, priceUsd: Number(price) }
      }),
    ),
    operators: [],
    models: [],
    assumptions: ['reward_correlation_prior', 'active_nodes'].map((name, k) => ({
      ...{ subject: 'all', name, value: [0.4, 1_000][k]!, unit: '', note: 'test' },
    })),
  })
  const { networks, correlations } = marketShape(evidence, slugs)
  for (const { token, jumpShare } of networks)
    if (['HNT', 'FIL'].includes(token)) expect(jumpShare).toBeGreaterThan(0.4)
    else expect(jumpShare).toBe(0)
  correlations.forEach((row, i) => {
    row.forEach((value, j) => {
      expect(value).toBe(correlations[j]![i])
      expect(Math.abs(value)).toBeLessThanOrEqual(1)
    })
    expect(row[i]).toBe(1)
  })
  // they are one matrix as they are: nothing is drawn towards zero, jumps or not
  const root = choleskyRoot(correlations)
  const [i, j] = ['filecoin', 'helium-iot'].map((slug) => slugs.indexOf(slug)) as [number, number]
  const product = root[i]!.reduce((sum, weight, k) => sum + weight * root[j]![k]!, 0)
  expect(product).toBeCloseTo(correlations[i]![j]!, 10)
  expect(correlations[i]![j]).toBeGreaterThan(0.4)
})
