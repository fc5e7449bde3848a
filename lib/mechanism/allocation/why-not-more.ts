import { basketLosses, type Candidate, expectedGains } from './basket'
import type { BasketRequest, LimitPrices } from './basket-request'
import { tailMean } from './tail-loss'

const HALF_A_CENT = 0.005

/** What holding one candidate whole brings, and what the limits it takes from would bring elsewhere. USD */
export type Ledger = {
  /** its mean gain */
  gainUsd: number
  /** what its price would earn elsewhere */
  budgetUsd: number
  /** what its risk takes: of the limit on the tail, or of the objective itself */
  riskUsd: number
  /** what the caps it counts towards take; the dearest by name */
  capsUsd: number
  cap: string | undefined
}

/** Why a candidate is not held, or not wholly; the first that is true. */
export type WhyNot =
  | { kind: 'loses'; gainUsd: number }
  | { kind: 'over budget'; gainUsd: number; priceUsd: number }
  | { kind: 'over cap'; gainUsd: number; group: string; priceUsd: number; mostUsd: number }
  | (Ledger &
      (
        | /** others bring more out of the same limits */ { kind: 'worth less' }
        /** it pays, and what is left of a limit does not reach */
        | { kind: 'budget left'; leftUsd: number }
        | { kind: 'cap left'; group: string; leftUsd: number }
        | { kind: 'tail left'; overUsd: number }
        /** it pays in shares; no better basket of whole positions was found with it */
        | { kind: 'no exchange' }
        /** shares: a limit is used up */
        | { kind: 'partly' }
      ))

/**
 * Why not, or why not more, of each candidate that is not wholly held. The ledger reads the solver's reduced cost apart: mean
 * gain, less each limit's price times what the candidate takes of it; what remains is its risk.
 *
 * @param reducedCosts of the basket of shares: above zero where holding the candidate would hurt
 */
export function whyNotMore(
  request: BasketRequest,
  holdings: Float64Array,
  prices: LimitPrices,
  reducedCosts: Float64Array,
): (WhyNot | undefined)[] {
  const { candidates, budgetUsd, caps, objective, beta, whole } = request
  const gains = expectedGains(candidates)
  const spent = candidates.reduce((sum, { costUsd }, j) => sum + holdings[j]! * costUsd, 0)
  const usedOf = new Map(
    caps.map(({ group }) => [
      group,
      candidates.reduce(
        (sum, { groups, costUsd }, j) => (groups?.includes(group) ? sum + holdings[j]! * costUsd : sum),
        0,
      ),
    ]),
  )
  const losses = basketLosses(candidates, holdings)
  return candidates.map((candidate, j) => {
    const { costUsd, groups = [], valuesUsd } = candidate
    if (holdings[j]! >= 1 - 1e-9) return undefined
    const never = whyNever(request, candidate)
    if (never) return never
    const own = prices.caps.filter(({ group }) => groups.includes(group))
    const dearest = own.reduce<(typeof own)[number] | undefined>(
      (most, one) => (one.price > (most?.price ?? 0) ? one : most),
      undefined,
    )
    const gainUsd = gains[j]!
    const inBudget = prices.budget * costUsd
    const inCaps = own.reduce((sum, { price }) => sum + price * costUsd, 0)
    const ledger: Ledger = {
      gainUsd,
      budgetUsd: inBudget,
      capsUsd: inCaps,
      riskUsd: gainUsd - inBudget - inCaps + reducedCosts[j]!,
      cap: dearest?.group,
    }
    if (!whole && holdings[j]! > 0) return { kind: 'partly', ...ledger }
    if (reducedCosts[j]! > HALF_A_CENT) return { kind: 'worth less', ...ledger }
    if (costUsd > budgetUsd - spent) return { kind: 'budget left', leftUsd: budgetUsd - spent, ...ledger }
    for (const { group, share } of caps) {
      if (!groups.includes(group)) continue
      const leftUsd = share * budgetUsd - usedOf.get(group)!
      if (costUsd > leftUsd) return { kind: 'cap left', group, leftUsd, ...ledger }
    }
    if (objective.kind === 'tail') {
      const withIt = losses.map((loss, s) => loss + costUsd - valuesUsd[s]!)
      const overUsd = tailMean(withIt, beta) - objective.share * budgetUsd
      if (overUsd > 0) return { kind: 'tail left', overUsd, ...ledger }
    }
    return { kind: 'no exchange', ...ledger }
  })
}

/** Why a candidate can be in no basket at all; undefined where it can. */
export function whyNever(
  { budgetUsd, caps, whole }: BasketRequest,
  candidate: Candidate,
): Extract<WhyNot, { kind: 'loses' | 'over budget' | 'over cap' }> | undefined {
  const { costUsd, groups = [] } = candidate
  const gainUsd = expectedGains([candidate])[0]!
  if (gainUsd <= 0) return { kind: 'loses', gainUsd }
  if (!whole) return undefined
  if (costUsd > budgetUsd) return { kind: 'over budget', gainUsd, priceUsd: costUsd }
  const closed = caps.find(({ group, share }) => groups.includes(group) && costUsd > share * budgetUsd)
  return (
    closed && {
      kind: 'over cap',
      gainUsd,
      group: closed.group,
      priceUsd: costUsd,
      mostUsd: closed.share * budgetUsd,
    }
  )
}

/** Which limit leaves a basket empty: the first that no candidate meets. */
export type WhyEmpty =
  | { kind: 'nothing for sale' }
  | { kind: 'loses' }
  | { kind: 'budget'; leastUsd: number }
  | { kind: 'cap'; group: string; leastUsd: number; mostUsd: number }
  | { kind: 'tail'; leastUsd: number; mostUsd: number }
  | { kind: 'risk' }

/** Looks at every candidate alone: what the least demanding of them would need. */
export function whyEmpty(request: BasketRequest): WhyEmpty {
  const { candidates, budgetUsd, beta, objective } = request
  if (candidates.length === 0) return { kind: 'nothing for sale' }
  const never = candidates.map((candidate) => whyNever(request, candidate))
  const gaining = candidates.filter((_, j) => never[j]?.kind !== 'loses')
  if (gaining.length === 0) return { kind: 'loses' }
  const cheapest = Math.min(...gaining.map(({ costUsd }) => costUsd))
  if (request.whole && cheapest > budgetUsd) return { kind: 'budget', leastUsd: cheapest }
  const possible = candidates.filter((_, j) => never[j] === undefined)
  if (possible.length === 0) {
    const over = never.flatMap((one) => (one?.kind === 'over cap' ? [one] : []))
    const nearest = over.reduce((a, b) => (b.priceUsd - b.mostUsd < a.priceUsd - a.mostUsd ? b : a))
    return { kind: 'cap', group: nearest.group, leastUsd: nearest.priceUsd, mostUsd: nearest.mostUsd }
  }
  if (objective.kind === 'variance') return { kind: 'risk' }
  const tails = possible.map(({ costUsd, valuesUsd }) =>
    tailMean(
      valuesUsd.map((value) => costUsd - value),
      beta,
    ),
  )
  return { kind: 'tail', leastUsd: Math.min(...tails), mostUsd: objective.share * budgetUsd }
}
