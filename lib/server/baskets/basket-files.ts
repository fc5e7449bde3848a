import { formatUnitsExact } from '@/lib/core/money'
import { basketParams } from '@/lib/market/basket-query'
import type { WhyNot } from '@/lib/mechanism/allocation/why-not-more'
import { csvFile } from '../lab/csv-file'
import { type BasketContext, type FoundBasket, parseBasketQuery, readBasket } from './read-basket'

/** Every listing a basket looked at, as a file: what is held and what it adds. USD */
export async function basketPositionsCsv(server: BasketContext, search: unknown): Promise<Response> {
  const { rows } = await readBasket(parseBasketQuery(search).query, server)
  return csvFile(
    'basket',
    [
      'position',
      'name',
      'network',
      'price_usd',
      'value_usd',
      'p5_usd',
      'p50_usd',
      'p95_usd',
      'share',
      'weight',
      'gain_usd',
      'tail_usd',
      'why_not',
      'limit',
      'gain_if_held_usd',
      'takes_of_budget_usd',
      'takes_of_risk_usd',
      'takes_of_caps_usd',
    ],
    rows.map(({ positionId, name, network, listing, value, held, why }) => [
      positionId,
      name,
      network.slug,
      formatUnitsExact(listing.price, 6),
      ...[value?.value, value?.p5, value?.p50, value?.p95].map((cents) =>
        cents === undefined ? undefined : formatUnitsExact(cents, 2),
      ),
      rounded(held?.share ?? 0, 6),
      rounded(held?.weight ?? 0, 6),
      rounded(held?.gainUsd ?? 0, 6),
      rounded(held?.tailUsd ?? 0, 6),
      ...reasonOf(why),
    ]),
  )
}

/** Why it is not held, or not more of it: the limit by name, and what holding all of it would bring and take. USD */
function reasonOf(why: WhyNot | undefined): (string | number | undefined)[] {
  if (!why) return new Array(6).fill(undefined)
  const limit = 'group' in why ? why.group : 'cap' in why ? why.cap : undefined
  const taken =
    'riskUsd' in why ? [why.budgetUsd, why.riskUsd, why.capsUsd] : [undefined, undefined, undefined]
  return [
    why.kind,
    limit,
    ...[why.gainUsd, ...taken].map((usd) => (usd === undefined ? undefined : rounded(usd, 6))),
  ]
}

/** The frontier of a basket as a file. USD */
export async function basketFrontierCsv(server: BasketContext, search: unknown): Promise<Response> {
  const { frontier } = await (await readBasket(parseBasketQuery(search).query, server)).explore()
  return csvFile(
    'basket-frontier',
    ['cvar95_usd', 'expected_gain_usd', 'cost_usd', 'standard_deviation_usd'],
    frontier.map(({ cvarUsd, gainUsd, costUsd, deviationUsd }) =>
      [cvarUsd, gainUsd, costUsd, deviationUsd].map((dollars) => rounded(dollars, 6)),
    ),
  )
}

/** The frontier and the basket on it, with what was asked and when. USD */
export async function basketFrontierJson(server: BasketContext, search: unknown) {
  const basket: FoundBasket = await readBasket(parseBasketQuery(search).query, server)
  const { frontier, capCosts } = await basket.explore()
  const { costUsd, gainUsd, cvarUsd, p5, p50, p95, deviationUsd, prices, gapUsd } = basket.plan
  return {
    asked: Object.fromEntries(basketParams(basket.query)),
    asOf: basket.now.toISOString(),
    units: 'USD, present value less price; cvarUsd is the mean loss of the worst twentieth',
    basket: {
      positions: basket.rows.flatMap(({ positionId, held }) =>
        held ? [{ positionId, share: held.share }] : [],
      ),
      ...{ costUsd, gainUsd, cvarUsd, p5, p50, p95, deviationUsd, gapUsd },
    },
    prices,
    capCosts,
    frontier,
  }
}

/** To so many decimals: more are the solver's, not the basket's. */
function rounded(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals
}
