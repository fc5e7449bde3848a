import type { BasketRequest } from '@/lib/mechanism/allocation/basket-request'
import { exploreBasket } from '@/lib/mechanism/allocation/explore-basket'
import { loadSolver } from '@/lib/mechanism/allocation/load-solver'
import { planBasket } from '@/lib/mechanism/allocation/plan-basket'
import { drawMarket, type MarketDraws, type MarketShape } from '@/lib/valuation/engine/market-draws'
import { positionScenarios, type ScenarioQuestion } from '@/lib/valuation/engine/position-scenarios'

/** What the thread of baskets can be asked. */
export type BasketSteps = {
  /** the basket itself */
  plan: { task: BasketRequest; answer: ReturnType<typeof planBasket> }
  /** frontier and cost of caps */
  explore: {
    task: { request: BasketRequest; points: number; tailUsd: number }
    answer: ReturnType<typeof exploreBasket>
  }
  /** scenarios of positions of equal inputs; undefined where the market lacks a network */
  draw: {
    task: {
      market: MarketShape & { paths: number; months: number; seed: number }
      question: ScenarioQuestion
    }
    answer: Float32Array[][] | undefined
  }
}

export type BasketStep = keyof BasketSteps

/** Takes one step somewhere: in a thread, or here. */
export type BasketCompute = <step extends BasketStep>(
  step: step,
  task: BasketSteps[step]['task'],
) => Promise<BasketSteps[step]['answer']>

/** The last market drawn: all positions of a run stand on it. */
let drawn: { of: string; draws: MarketDraws } | undefined

/** The steps themselves, on the thread that calls: for the thread, and for scripts and tests that serve nobody. */
export const computeBasketHere: BasketCompute = (step, task) => steps[step](task)

const steps: {
  [step in BasketStep]: (task: BasketSteps[step]['task']) => Promise<BasketSteps[step]['answer']>
} = {
  plan: async (request) => planBasket(await loadSolver(), request),
  explore: async ({ request, points, tailUsd }) =>
    exploreBasket(await loadSolver(), request, points, tailUsd),
  draw: async ({ market, question }) => {
    const of = JSON.stringify(market)
    if (drawn?.of !== of) drawn = { of, draws: drawMarket(market, market.paths, market.months, market.seed) }
    return positionScenarios(question, drawn.draws)
  },
}
