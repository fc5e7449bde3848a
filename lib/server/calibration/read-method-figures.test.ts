import { expect, it } from 'vitest'
import { valueWithEngine } from '@/lib/valuation/engine/value-with-engine'
import { PRIORS, shippedTransfer, TRANSFERS } from '@/scripts/forecast/method-figures'
import { NAMED_POSITIONS, namedInputs } from '@/scripts/forecast/named-positions'
import { seedEvidence } from '@/scripts/forecast/seed-evidence'
import { readMethodFigures } from './read-method-figures'

const figures = readMethodFigures()

it('has the values that today’s engine gives the named devices: run `npm run method` when this fails', () => {
  const evidence = seedEvidence()
  const transferAt = TRANSFERS.indexOf(shippedTransfer())
  for (const named of [NAMED_POSITIONS[0], NAMED_POSITIONS[9]]) {
    const value = Number(valueWithEngine(namedInputs(evidence, named)).valuation.value) / 100
    const row = figures.sensitivity.find(({ model }) => model === named[0])
    expect(row?.values[transferAt]?.[PRIORS.indexOf(figures.shipped.prior)]).toBe(value)
    expect(figures.bounds.find(({ model }) => model === named[0])?.value).toBe(value)
  }
})

it('covers the whole grid, the shipped constants among it', () => {
  expect(figures).toMatchObject({ transfers: TRANSFERS, priors: PRIORS })
  expect(TRANSFERS).toContain(figures.shipped.transfer)
  expect(figures.sensitivity.map(({ model }) => model)).toEqual(NAMED_POSITIONS.map(([model]) => model))
  for (const { values } of figures.sensitivity) expect(values.flat()).toHaveLength(25)
})

it('bounds every value from above, as far as its error tells', () => {
  for (const { value, standardError, upper, upperStandardError } of figures.bounds)
    expect(upper).toBeGreaterThan(value - 3 * Math.hypot(standardError, upperStandardError))
})
