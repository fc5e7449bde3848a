import { basketFigures, basketLosses, type Candidate } from './basket'
import { tailScenarios } from './tail-loss'

export type Concentration = {
  /** Herfindahl–Hirschman index, Σ share²: 1 all in one place, 1/k evenly over k */
  index: number
  /** 1 / index: as concentrated as this many equal places */
  equalPlaces: number
  /** largest share and where it is */
  largest: { group: string; share: number } | undefined
}

/** How concentrated amounts are over the groups they belong to (networks, operators, cells, sites). */
export function concentration(amounts: Iterable<readonly [group: string, amount: number]>): Concentration {
  const byGroup = new Map<string, number>()
  let total = 0
  for (const [group, amount] of amounts) {
    if (!(amount > 0)) continue
    byGroup.set(group, (byGroup.get(group) ?? 0) + amount)
    total += amount
  }
  if (total === 0) return { index: 0, equalPlaces: 0, largest: undefined }
  const shares = [...byGroup].map(([group, amount]) => ({ group, share: amount / total }))
  const index = shares.reduce((sum, { share }) => sum + share * share, 0)
  return { index, equalPlaces: 1 / index, largest: shares.reduce((a, b) => (b.share > a.share ? b : a)) }
}

/** A basket whose dollars stood evenly over the places they stand in. */
export type SpreadEvenly = {
  /** places it stands in */
  places: number
  /** of the basket's tail loss, the part of the place that most dollars stand in; undefined where no tail is lost */
  largestTailShare: number | undefined
  /** with the same positions and dollars, as many dollars in each place */
  cvarUsd: number
  gainUsd: number
}

/**
 * What concentration by a kind of group costs in tail loss: the same dollars in the same positions, moved so that every
 * place has as many, in proportion within each. What belongs to no place of the kind stays as it is.
 *
 * @returns undefined where nothing of the basket belongs to a place of the kind
 */
export function spreadEvenly(
  candidates: readonly Candidate[],
  holdings: Float64Array,
  kind: string,
  beta: number,
): SpreadEvenly | undefined {
  const placeOf = candidates.map(({ groups }, j) =>
    holdings[j]! > 0 ? groups?.find((group) => kindOf(group) === kind) : undefined,
  )
  const dollars = new Map<string, number>()
  placeOf.forEach((place, j) => {
    if (place !== undefined)
      dollars.set(place, (dollars.get(place) ?? 0) + holdings[j]! * candidates[j]!.costUsd)
  })
  const { largest } = concentration(dollars)
  if (!largest) return undefined
  const each = [...dollars.values()].reduce((sum, one) => sum + one, 0) / dollars.size
  const moved = holdings.map((share, j) => {
    const place = placeOf[j]
    return place === undefined ? share : (share * each) / dollars.get(place)!
  })
  const { cvar, scenarios } = tailScenarios(basketLosses(candidates, holdings), beta)
  let ofLargest = 0
  candidates.forEach(({ costUsd, valuesUsd }, j) => {
    if (placeOf[j] === largest.group)
      for (const { scenario, weight } of scenarios)
        ofLargest += holdings[j]! * weight * (costUsd - valuesUsd[scenario]!)
  })
  const { cvarUsd, gainUsd } = basketFigures(candidates, moved, beta)
  return { places: dollars.size, largestTailShare: cvar > 0 ? ofLargest / cvar : undefined, cvarUsd, gainUsd }
}

/** `network:helium-iot` → `network` */
export function kindOf(group: string): string {
  return group.slice(0, group.indexOf(':'))
}
