import type { Highs } from 'highs'
import type { BasketRequest } from './basket-request'
import type { SolveOptions } from './linear-program'
import { type BasketFigures, describeBasket, problemOf, withoutDust } from './plan-basket'
import { withTailProgram } from './tail-program'
import { whyNever } from './why-not-more'

export type FrontierOf = { gainUsd: number; cvarUsd: number; costUsd: number; deviationUsd: number }

/** What surrounds a basket: what else could be had. All of it with shares. */
export type BasketSurroundings = {
  /** from the safest to the boldest: most mean gain for each limit on the tail */
  frontier: FrontierOf[]
  /** mean gain lost to each cap that binds at the basket's own limit on the tail, dearest first. USD */
  capCosts: { group: string; costUsd: number }[]
  /** the same gain as with the caps, without them, at the least tail loss; undefined where no cap is set */
  uncapped: { same: BasketFigures; most: BasketFigures; capped: BasketFigures } | undefined
}

/** Caps whose cost is worked out: the dearest. */
const MOST_CAPS = 6

/**
 * Draws the frontier of a request and works out what its caps cost, by one warm program.
 * @param points of the frontier
 * @param tailUsd the limit on the tail that caps are judged at: the request's, or the basket's own
 */
export function exploreBasket(
  highs: Highs,
  asked: BasketRequest,
  points: number,
  tailUsd: number,
  options: SolveOptions = {},
): BasketSurroundings {
  const { beta, caps, budgetUsd } = asked
  const candidates = asked.candidates.filter((candidate) => whyNever(asked, candidate) === undefined)
  const request = { ...asked, candidates }
  if (candidates.length === 0) return { frontier: [], capCosts: [], uncapped: undefined }
  const problem = {
    ...problemOf(request),
    aim: { kind: 'most gain', cvarUsd: tailUsd } as const,
    whole: false,
  }
  const describe = (holdings: Float64Array) => describeBasket(candidates, holdings, beta)
  const explored = withTailProgram(highs, problem, options, (program) => {
    const own = program.solve()
    const dear = (own.prices?.caps ?? [])
      .map(({ price }, k) => ({ k, price: -price }))
      .filter(({ price }) => price > 1e-9)
      .sort((a, b) => b.price - a.price)
      .slice(0, MOST_CAPS)
    const capCosts = dear.map(({ k }) => {
      program.setCap(k, Number.POSITIVE_INFINITY)
      const costUsd = program.solve().gainUsd - own.gainUsd
      program.setCap(k, caps[k]!.share * budgetUsd)
      return { group: caps[k]!.group, costUsd }
    })
    program.setTail(1e12)
    const boldest = program.solve()
    const top = Math.max(boldest.cvarUsd, 0)
    const between = Array.from({ length: points - 1 }, (_, k) => {
      program.setTail((top * (points - 1 - k - 1)) / (points - 1))
      return program.solve()
    })
    const frontier = [boldest, ...between].reverse()
    let most: Float64Array | undefined
    if (caps.length > 0) {
      caps.forEach((_, k) => {
        program.setCap(k, Number.POSITIVE_INFINITY)
      })
      program.setTail(tailUsd)
      most = program.solve().holdings
    }
    return { own, capCosts: capCosts.sort((a, b) => b.costUsd - a.costUsd), frontier, most }
  })
  const { own, most } = explored
  return {
    frontier: explored.frontier.map(({ holdings, gainUsd, cvarUsd, costUsd }) => ({
      gainUsd: withoutDust(gainUsd),
      cvarUsd: withoutDust(cvarUsd),
      costUsd: withoutDust(costUsd),
      deviationUsd: describe(holdings).deviationUsd,
    })),
    capCosts: explored.capCosts,
    uncapped: most && {
      capped: describe(own.holdings),
      most: describe(most),
      same: describe(safestOfGain(highs, request, own.gainUsd, options)),
    },
  }
}

/** The basket without caps that gains as much at the least tail loss. */
function safestOfGain(
  highs: Highs,
  request: BasketRequest,
  gainUsd: number,
  options: SolveOptions,
): Float64Array {
  const problem = {
    ...problemOf({ ...request, caps: [] }),
    // a hair below: the gain asked for must be one that can be had
    aim: { kind: 'least risk', gainUsd: gainUsd * (1 - 1e-9) } as const,
    whole: false,
  }
  return withTailProgram(highs, problem, options, (program) => program.solve().holdings)
}
