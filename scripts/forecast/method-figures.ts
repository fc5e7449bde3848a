import { assembleEvidence } from '@/lib/server/valuations/assemble-evidence'
import { BOUND_SETTINGS, boundPolicy } from '@/lib/valuation/engine/policy-bound'
import { valueWithEngine } from '@/lib/valuation/engine/value-with-engine'
import { PRIOR_MONTHS } from '@/lib/valuation/estimate/reward-volatility'
import type { BoundedPosition, MethodFigures, SensitivePosition } from '@/lib/valuation/method-figures'
import { NAMED_POSITIONS, namedInputs } from './named-positions'
import { seedRows } from './seed-evidence'

/** What the two constants chosen after seeing values are tried at; the shipped ones are among them. */
export const TRANSFERS = [0, 0.125, 0.25, 0.5, 1]
export const PRIORS = [3, 6, PRIOR_MONTHS, 24, 48]

type Named = (typeof NAMED_POSITIONS)[number]

function evidenceWith(transfer: number) {
  const rows = seedRows()
  return assembleEvidence({
    ...rows,
    assumptions: rows.assumptions.map((row) =>
      row.name === 'reward_transfer' ? { ...row, value: transfer } : row,
    ),
  })
}

/** The constants as shipped: the transfer from the assumptions. */
export function shippedTransfer(): number {
  const row = seedRows().assumptions.find(({ name }) => name === 'reward_transfer')
  if (!row) throw new RangeError('The seed has no reward_transfer.')
  return row.value
}

/** Values of positions over the whole grid, in USD: by transfer, then by prior. */
export function sensitivityOf(positions: readonly Named[]): SensitivePosition[] {
  const grids = TRANSFERS.map((transfer) => {
    const evidence = evidenceWith(transfer)
    return positions.map((named) =>
      PRIORS.map(
        (prior) => Number(valueWithEngine(namedInputs(evidence, named, prior)).valuation.value) / 100,
      ),
    )
  })
  return positions.map(([model, network], index) => ({
    model,
    network,
    values: grids.map((grid) => grid[index]!),
  }))
}

/** Values under the policy, and what the best one could be worth at most. USD */
export function boundsOf(positions: readonly Named[]): BoundedPosition[] {
  const evidence = assembleEvidence(seedRows())
  return positions.map((named) => {
    const inputs = namedInputs(evidence, named)
    const { valuation } = valueWithEngine(inputs)
    const { upper, standardError } = boundPolicy(inputs, BOUND_SETTINGS)
    const [model, network] = named
    return {
      model,
      network,
      value: Number(valuation.value) / 100,
      standardError: valuation.standardError,
      upper,
      upperStandardError: standardError,
    }
  })
}

export function methodFigures(day: string): MethodFigures {
  return {
    day,
    transfers: TRANSFERS,
    priors: PRIORS,
    shipped: { transfer: shippedTransfer(), prior: PRIOR_MONTHS },
    sensitivity: sensitivityOf(NAMED_POSITIONS),
    bounds: boundsOf(NAMED_POSITIONS),
    boundPaths: BOUND_SETTINGS.paths,
  }
}
