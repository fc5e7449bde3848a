/** When a search ends: QuantLib's EndCriteria, without time, so that a run can be repeated. */
export type EndCriteria = {
  /** at most this many evaluations of the objective */
  maxEvaluations: number
  /** stops when the simplex's values lie within this of each other */
  valueTolerance: number
}

export type OptimisationResult = {
  point: number[]
  value: number
  evaluations: number
  converged: boolean
}

const REFLECTION = 1
const EXPANSION = 2
const CONTRACTION = 0.5
const SHRINK = 0.5

/**
 * Minimises a function of a few variables without derivatives (Nelder & Mead 1965, coefficients 1, 2, ½, ½).
 * Deterministic: the same start and steps give the same end on the same engine.
 *
 * @param objective value at a point; NaN counts as +∞
 * @param start first vertex
 * @param steps initial edge in each coordinate
 */
export function nelderMead(
  objective: (point: readonly number[]) => number,
  start: readonly number[],
  steps: readonly number[],
  end: EndCriteria = { maxEvaluations: 2_000, valueTolerance: 1e-10 },
): OptimisationResult {
  let evaluations = 0
  const evaluate = (point: number[]) => {
    evaluations += 1
    const value = objective(point)
    return { point, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value }
  }
  const simplex = [evaluate([...start])]
  for (let i = 0; i < start.length; i++) {
    const vertex = [...start]
    vertex[i] = start[i]! + steps[i]!
    simplex.push(evaluate(vertex))
  }
  const worst = start.length
  let converged = false
  while (evaluations < end.maxEvaluations) {
    simplex.sort((a, b) => a.value - b.value)
    if (simplex[worst]!.value - simplex[0]!.value <= end.valueTolerance) {
      converged = true
      break
    }
    const centroid = start.map((_, i) => {
      let sum = 0
      for (let v = 0; v < worst; v++) sum += simplex[v]!.point[i]!
      return sum / worst
    })
    const along = (factor: number) =>
      evaluate(centroid.map((c, i) => c + factor * (simplex[worst]!.point[i]! - c)))

    const reflected = along(-REFLECTION)
    if (reflected.value < simplex[0]!.value) {
      const expanded = along(-EXPANSION)
      simplex[worst] = expanded.value < reflected.value ? expanded : reflected
    } else if (reflected.value < simplex[worst - 1]!.value) {
      simplex[worst] = reflected
    } else {
      const contracted = along(reflected.value < simplex[worst]!.value ? -CONTRACTION : CONTRACTION)
      if (contracted.value < Math.min(reflected.value, simplex[worst]!.value)) simplex[worst] = contracted
      else
        for (let v = 1; v <= worst; v++)
          simplex[v] = evaluate(
            simplex[v]!.point.map((x, i) => simplex[0]!.point[i]! + SHRINK * (x - simplex[0]!.point[i]!)),
          )
    }
  }
  simplex.sort((a, b) => a.value - b.value)
  return { point: simplex[0]!.point, value: simplex[0]!.value, evaluations, converged }
}
