import type { Highs } from 'highs'
import { quantile, sorted } from '@/lib/math/statistics/quantiles'
import { type Basket, type BasketProblem, basketLosses, type Candidate, expectedGains } from './basket'
import type { BasketRequest, LimitPrices } from './basket-request'
import { type Concentration, concentration, kindOf, type SpreadEvenly, spreadEvenly } from './concentration'
import { chooseWithShares } from './large-basket'
import type { SolveOptions } from './linear-program'
import { tailScenarios } from './tail-loss'
import { chooseVarianceBasket } from './variance-basket'
import { type WhyEmpty, type WhyNot, whyEmpty, whyNever, whyNotMore } from './why-not-more'

/**
 * For the search after rounding and exchanges: what a page may wait. Among more candidates it finds nothing better in
 * ten seconds, let alone in this, and is left out.
 */
const SEARCH = { seconds: 0.25, candidates: 60 }

export type BasketFigures = {
  costUsd: number
  /** mean of value less cost */
  gainUsd: number
  /** mean of the worst 1 − β of cost less value */
  cvarUsd: number
  /** of value less cost: P5, P50, P95 and standard deviation. USD */
  p5: number
  p50: number
  p95: number
  deviationUsd: number
  /** share of scenarios in which the basket loses */
  lossChance: number
  /** by kind of group */
  concentration: Record<string, Concentration>
}

export type HeldPosition = {
  /** share of it bought */
  share: number
  /** of the basket's cost */
  weight: number
  /** its part of the mean gain; they add up to the basket's. USD */
  gainUsd: number
  /** its part of the basket's tail loss; they add up to the CVaR. USD */
  tailUsd: number
}

export type BasketPlan = BasketFigures & {
  /** by candidate; undefined where it is not held */
  held: (HeldPosition | undefined)[]
  /** by candidate: why not, or why not more */
  why: (WhyNot | undefined)[]
  /** objective left to prove, in dollars; zero for shares */
  gapUsd: number
  /** what shares would allow: the bound of whole positions */
  shares: Pick<BasketFigures, 'costUsd' | 'gainUsd' | 'cvarUsd'>
  prices: LimitPrices
  /** by kind of group: what concentration costs in tail loss */
  spread: Record<string, SpreadEvenly>
  /** what leaves the basket empty; undefined where something is held */
  empty: WhyEmpty | undefined
}

/**
 * Chooses a buyer's basket and says what each limit is worth and why each candidate is held, or not, or not more.
 * Candidates that can be in no basket are looked at no further.
 * @throws InvalidInputError, InfeasibleError, SolverError
 */
export function planBasket(highs: Highs, request: BasketRequest, options: SolveOptions = {}): BasketPlan {
  const { candidates, objective, budgetUsd, caps } = request
  const possible = [...candidates.keys()].filter((j) => whyNever(request, candidates[j]!) === undefined)
  const holdings = new Float64Array(candidates.length)
  const reducedCosts = new Float64Array(candidates.length)
  const describe = () => ({
    ...describeBasket(candidates, holdings, request.beta),
    held: heldPositions(candidates, holdings, request.beta),
    spread: spreadOf(candidates, holdings, request.beta),
  })
  if (possible.length === 0)
    return {
      ...describe(),
      why: candidates.map((candidate) => whyNever(request, candidate)),
      gapUsd: 0,
      shares: { costUsd: 0, gainUsd: 0, cvarUsd: 0 },
      prices: { budget: 0, tail: 0, caps: caps.map(({ group }) => ({ group, price: 0 })), inProportion: 0 },
      empty: whyEmpty(request),
    }
  const problem = problemOf({ ...request, candidates: possible.map((j) => candidates[j]!) })
  const { basket, shares } =
    objective.kind === 'tail'
      ? chooseWithShares(highs, problem, options, possible.length <= SEARCH.candidates ? SEARCH.seconds : 0)
      : chooseVarianceBasket(highs, { ...problem, aversion: objective.aversion }, options)
  possible.forEach((j, k) => {
    holdings[j] = basket.holdings[k]!
    reducedCosts[j] = shares.prices?.candidates[k] ?? 0
  })
  const prices = pricesOf(request, shares)
  return {
    ...describe(),
    why: whyNotMore(request, holdings, prices, reducedCosts),
    gapUsd: Math.max(0, Math.abs(basket.gapUsd) < 1e-6 * budgetUsd ? 0 : basket.gapUsd),
    shares: { costUsd: shares.costUsd, gainUsd: shares.gainUsd, cvarUsd: shares.cvarUsd },
    prices,
    empty: holdings.every((share) => share === 0) ? whyEmpty(request) : undefined,
  }
}

/** The request as a problem of most gain. */
export function problemOf({
  candidates,
  budgetUsd,
  beta,
  objective,
  caps,
  whole,
}: BasketRequest): BasketProblem {
  return {
    candidates,
    budgetUsd,
    beta,
    // no basket loses more than all it cost
    aim: { kind: 'most gain', cvarUsd: objective.kind === 'tail' ? objective.share * budgetUsd : 1e12 },
    caps,
    whole,
  }
}

/** The solver minimises: a limit whose dollar adds to the gain has a price below zero there. */
function pricesOf({ objective, caps }: BasketRequest, { prices }: Basket): LimitPrices {
  const worth = (price: number | undefined) => Math.max(0, -(price ?? 0))
  const budget = worth(prices?.budget)
  const tail = worth(prices?.aim)
  const capPrices = caps.map(({ group }, k) => ({ group, price: worth(prices?.caps[k]?.price) }))
  const inProportion =
    budget +
    (objective.kind === 'tail' ? objective.share * tail : 0) +
    capPrices.reduce((sum, { price }, k) => sum + price * caps[k]!.share, 0)
  return { budget, tail, caps: capPrices, inProportion }
}

/** What a solver leaves of zero is zero. USD */
export function withoutDust(dollars: number): number {
  return Math.abs(dollars) < 1e-6 ? 0 : dollars
}

/** A basket's figures, from its scenarios. */
export function describeBasket(
  candidates: readonly Candidate[],
  holdings: Float64Array,
  beta: number,
): BasketFigures {
  const losses = basketLosses(candidates, holdings)
  const gains = sorted(losses.map((loss) => 0 - loss))
  const gainUsd = gains.reduce((sum, gain) => sum + gain, 0) / gains.length
  const squares = gains.reduce((sum, gain) => sum + (gain - gainUsd) ** 2, 0)
  const kinds = new Set(candidates.flatMap(({ groups }) => (groups ?? []).map(kindOf)))
  return {
    costUsd: withoutDust(candidates.reduce((sum, { costUsd }, j) => sum + holdings[j]! * costUsd, 0)),
    gainUsd: withoutDust(gainUsd),
    cvarUsd: withoutDust(tailScenarios(losses, beta).cvar),
    p5: quantile(gains, 0.05),
    p50: quantile(gains, 0.5),
    p95: quantile(gains, 0.95),
    deviationUsd: Math.sqrt(squares / Math.max(gains.length - 1, 1)),
    lossChance: gains.filter((gain) => gain < 0).length / gains.length,
    concentration: Object.fromEntries(
      [...kinds].map((kind) => [
        kind,
        concentration(
          candidates.flatMap(({ groups, costUsd }, j) => {
            const group = groups?.find((one) => kindOf(one) === kind)
            return group === undefined ? [] : [[group, holdings[j]! * costUsd] as const]
          }),
        ),
      ]),
    ),
  }
}

function spreadOf(
  candidates: readonly Candidate[],
  holdings: Float64Array,
  beta: number,
): Record<string, SpreadEvenly> {
  const kinds = new Set(candidates.flatMap(({ groups }) => (groups ?? []).map(kindOf)))
  return Object.fromEntries(
    [...kinds].flatMap((kind) => {
      const spread = spreadEvenly(candidates, holdings, kind, beta)
      return spread ? [[kind, spread] as const] : []
    }),
  )
}

function heldPositions(
  candidates: readonly Candidate[],
  holdings: Float64Array,
  beta: number,
): (HeldPosition | undefined)[] {
  const { scenarios } = tailScenarios(basketLosses(candidates, holdings), beta)
  const gains = expectedGains(candidates)
  const cost = candidates.reduce((sum, { costUsd }, j) => sum + holdings[j]! * costUsd, 0)
  return candidates.map(({ costUsd, valuesUsd }, j) => {
    const share = holdings[j]!
    if (share === 0) return undefined
    const tail = scenarios.reduce(
      (sum, { scenario, weight }) => sum + weight * (costUsd - valuesUsd[scenario]!),
      0,
    )
    return {
      share,
      weight: (share * costUsd) / cost,
      gainUsd: share * gains[j]!,
      tailUsd: share * tail,
    }
  })
}
