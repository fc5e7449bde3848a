import { InvalidInputError } from '@/lib/core/errors'
import type { RandomStream } from '@/lib/math/random/random-stream'
import { normal } from '@/lib/math/random/variates'
import { emission } from './emission'
import { checkDesign, type NetworkDesign } from './network-design'

export type EpochFigures = {
  epoch: number
  /** dollars that users spend */
  demandUsd: number
  /** dollars a token, after the epoch's trade */
  price: number
  /** tokens after burning and minting */
  supply: number
  minted: number
  burnt: number
  /** tokens bought back in the epoch, and held by the treasury after it: part of the supply, out of circulation */
  bought: number
  treasury: number
  /** operators running, of all */
  active: number
  /** dollars an active operator gets for one unit of weight, before its cost */
  rewardPerWeight: number
  /** change of a holder's share of the circulating supply who gets none of the emission */
  dilution: number
}

/**
 * Plays a network epoch by epoch. In each:
 *
 * 1. users spend D dollars: base × (active weight / starting weight)^elasticity × exp(σ z − σ²/2 + drift), compounding;
 * 2. burnShare × D buys tokens, which burn; buybackShare × D buys tokens for the treasury; the rest goes to the operators
 *    in dollars;
 * 3. the price follows, by the quantity equation p = dollars that buy / (v × circulating supply), or by impact, as the
 *    design says;
 * 4. the schedule mints; the stakers' share goes to them, the rest to active operators by weight;
 * 5. each operator's expected margin moves towards what an operator of its weight and cost would have earned. Of those
 *    outside who expect a margin above their hurdle the cheapest `entryRate` enter; of those inside who expect a loss
 *    the dearest `exitRate` leave; at least one of either kind where there is one.
 *
 * With burnShare 1, a constant demand and a constant mint M the supply goes to M / v: S′ = S + M − v S, which is the
 * closed path with e^(−v) read as 1 − v.
 *
 * @param stream the demand's randomness; the same stream gives the same run
 * @throws InvalidInputError when the design has a figure out of range
 */
export function simulateNetwork(design: NetworkDesign, epochs: number, stream: RandomStream): EpochFigures[] {
  checkDesign(design)
  if (!Number.isInteger(epochs) || epochs < 1 || epochs > 10_000)
    throw new InvalidInputError('A run has 1 to 10,000 epochs.')
  const {
    operators,
    demand,
    pricing,
    burnShare,
    buybackShare = 0,
    staking,
    entryRate,
    exitRate,
    memory,
  } = design
  const cost = operators.map((one) => one.costUsd / one.weight)
  const cheapestFirst = operators.map((_, i) => i).sort((a, b) => cost[a]! - cost[b]! || a - b)
  const active = operators.map((one) => one.startsActive)
  const expected = operators.map(() => 0)
  const startWeight = weightOf(design, active)
  let [supply, treasury, minted, shock] = [design.startSupply, 0, 0, 0]
  let price = design.pricing.kind === 'impact' ? design.pricing.startPrice : 0
  const run: EpochFigures[] = []

  for (let epoch = 0; epoch < epochs; epoch++) {
    const weight = weightOf(design, active)
    const ratio = startWeight > 0 ? weight / startWeight : 1
    if (epoch > 0) shock += demand.drift - demand.volatility ** 2 / 2 + demand.volatility * normal(stream)
    const demandUsd = demand.baseUsd * ratio ** demand.elasticity * Math.exp(shock)
    const [burnUsd, buybackUsd] = [burnShare * demandUsd, buybackShare * demandUsd]
    const buyUsd = burnUsd + buybackUsd
    const circulating = supply - treasury
    if (pricing.kind === 'quantity') price = buyUsd / (pricing.velocity * circulating)
    const taken = price > 0 ? Math.min(circulating, buyUsd / price) : 0
    const bought = buyUsd > 0 ? taken * (buybackUsd / buyUsd) : 0
    const burnt = taken - bought
    const newTokens = emission(design.schedule, { epoch, minted, burnt })
    const toOperators = newTokens * (1 - staking.rewardShare)
    const slashed = Math.min(
      circulating - taken,
      staking.slashRate * staking.bondTokens * active.filter(Boolean).length,
    )
    if (pricing.kind === 'impact') {
      const netUsd = buyUsd - pricing.sellShare * newTokens * price
      const move = (pricing.impact * netUsd) / (price * circulating)
      price *= Math.exp(Math.max(-1, Math.min(1, move)))
    }
    const poolUsd = toOperators * price + (demandUsd - buyUsd)
    const rewardPerWeight =
      weight > 0 ? poolUsd / weight : poolUsd / Math.min(...operators.map((o) => o.weight))
    supply = supply - burnt - slashed + newTokens
    treasury += bought
    minted += newTokens

    run.push({
      epoch,
      demandUsd,
      price,
      supply,
      minted: newTokens,
      burnt: burnt + slashed,
      bought,
      treasury,
      active: active.filter(Boolean).length,
      rewardPerWeight,
      dilution: circulating / (supply - treasury) - 1,
    })
    const slashUsd = staking.slashRate * staking.bondTokens * price
    operators.forEach((one, i) => {
      const margin = rewardPerWeight * one.weight - one.costUsd - slashUsd
      expected[i]! += (epoch === 0 ? 1 : 1 - memory) * (margin - expected[i]!)
    })
    const entering = cheapestFirst.filter((i) => !active[i] && expected[i]! > operators[i]!.hurdleUsd)
    const leaving = cheapestFirst.filter((i) => active[i] && expected[i]! < 0).reverse()
    for (const i of entering.slice(0, Math.ceil(entryRate * entering.length))) active[i] = true
    for (const i of leaving.slice(0, Math.ceil(exitRate * leaving.length))) active[i] = false
  }
  return run
}

function weightOf({ operators }: NetworkDesign, active: readonly boolean[]): number {
  return operators.reduce((sum, { weight }, i) => (active[i] ? sum + weight : sum), 0)
}
