import type { Highs } from 'highs'
import { type Basket, type BasketProblem, chooseBasket } from './basket'

export type FrontierPoint = Pick<Basket, 'holdings' | 'gainUsd' | 'cvarUsd' | 'costUsd'>

/**
 * The efficient frontier: `points` baskets from the least tail loss to the greatest mean gain, evenly spaced in gain.
 * None can be bettered in one without losing in the other.
 */
export function efficientFrontier(
  highs: Highs,
  problem: Omit<BasketProblem, 'aim'>,
  points: number,
): FrontierPoint[] {
  const safest = chooseBasket(highs, { ...problem, aim: { kind: 'least risk' } })
  const boldest = chooseBasket(highs, { ...problem, aim: { kind: 'most gain', cvarUsd: 1e12 } })
  const between = Array.from({ length: Math.max(0, points - 2) }, (_, k) => {
    const share = (k + 1) / (points - 1)
    const gainUsd = safest.gainUsd + share * (boldest.gainUsd - safest.gainUsd)
    return chooseBasket(highs, { ...problem, aim: { kind: 'least risk', gainUsd } })
  })
  return [safest, ...between, boldest]
}
