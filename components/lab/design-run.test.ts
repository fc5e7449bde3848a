import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { burnAndMintEpochs } from '@/lib/mechanism/tokenomics/burn-and-mint'
import { allDesignKnobs, burnAndMintAlone } from './design-knobs'
import { burnAndMintOf } from './design-of'
import { isSameRun, readRun, runCsv, runDesigns, runJson } from './design-run'
import { readKnobs } from './number-knobs'

const steps = Array.from({ length: 30 }, (_, k) => ({ nodes: 10 + k, costUsd: 4 + k / 2 }))
const at = (query: Record<string, string>) => readKnobs(allDesignKnobs, query)

describe('a run of two designs', () => {
  const values = at({
    seed: '7',
    months: '24',
    scheduleA: '1',
    pricingB: '1',
    burnB: '0.5',
    buybackB: '0.4',
    bondA: '500',
  })
  const runs = runDesigns(values, steps)

  it('is read again from its CSV and from its JSON, and comes out the same', () => {
    for (const text of [runCsv(values, runs), runJson(values, runs, 'thirty operators')]) {
      const read = readRun(text)
      if (typeof read === 'string') throw new Error(read)
      expect(read.values).toEqual(values)
      expect(read.prices).toHaveLength(48)
      expect(isSameRun(runDesigns(read.values, steps), read.prices)).toBe(true)
      expect(isSameRun(runDesigns({ ...read.values, seed: 8 }, steps), read.prices)).toBe(false)
    }
    const rows = parse(runCsv(values, runs), { columns: true }) as Record<string, string>[]
    expect(rows).toHaveLength(48)
    expect(new Set(rows.map(({ seed }) => seed))).toEqual(new Set(['7']))
    expect(Number(rows[47]!.treasury)).toBeGreaterThan(0)
  })

  it('refuses other files in a sentence', () => {
    for (const text of ['', '{}', '{"kind":"hotswap-designs"}', 'a,b\r\n1,2\r\n', '{', '[1]'])
      expect(readRun(text)).toMatch(/^This is no run/)
  })

  it('goes the closed way where it is burn and mint alone', () => {
    const alone = { ...at({ months: '240' }) }
    for (const [key, value] of Object.entries(burnAndMintAlone)) alone[`${key}A`] = value
    const closed = burnAndMintOf(alone, 'A')!
    const path = burnAndMintEpochs(closed.model, closed.startSupply, 240)
    const [run] = runDesigns(alone, steps)
    expect(run).toHaveLength(240)
    run.forEach(({ supply }, k) => {
      expect(supply / path[k]!).toBeCloseTo(1, 9)
    })
    expect(run[239]!.supply).toBeCloseTo(25_000_000, -6)
  })
})
