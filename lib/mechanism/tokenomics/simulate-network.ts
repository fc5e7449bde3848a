import { InvalidInputError } from '@/lib/core/errors'
import { exp } from '@/lib/math/elementary/exp'
import { power } from '@/lib/math/elementary/power'
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
  /** tokens after burning, slashing and minting */
  supply: number
  minted: number
  /** tokens that users' dollars burnt */
  burnt: number
  /** tokens of bonds slashed and burnt */
  slashed: number
  /** tokens bought back in the epoch, and held by the treasury after it: part of the supply, out of circulation */
  bought: number
  treasury: number
  /** operators running in the epoch, of all, and their weight: their devices */
  active: number
  weight: number
  /** dollars an active operator gets for one unit of weight, before its cost; what one alone would get where none runs */
  rewardPerWeight: number
  /** dollars that operators and stakers get, in tokens at the price or from users */
  operatorsUsd: number
  stakersUsd: number
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
 * 4. the schedule mints; the stakers' share goes to them, the rest to active operators by weight, and nobody's is not
 *    minted; bonds are slashed and burnt;
 * 5. each operator's expected margin moves towards what an operator of its weight and cost would have earned. Of those
 *    outside who expect a margin above their hurdle the cheapest `entryRate` enter; of those inside who expect a loss
 *    the dearest `exitRate` leave; at least one of either kind where there is one and its rate is above zero.
 *
 * With burnShare 1, a constant demand and a constant mint M the supply goes to M / v: S′ = S + M − v S, which is the
 * closed path with e^(−v) read as 1 − v. Every bit of a run is fixed: no engine's own exponential or power is used.
 *
 * @param stream the demand's randomness; the same stream gives the same run
 * @throws InvalidInputError when the design has a figure out of range
 */
export function simulateNetwork(design: NetworkDesign, epochs: number, stream: RandomStream): EpochFigures[] {
  checkDesign(design)
  if (!Number.isInteger(epochs) || epochs < 1 || epochs > 10_000)
    throw new InvalidInputError('A run has 1 to 10,000 epochs.')
  const { operators, demand, pricing, burnShare, buybackShare = 0, staking } = design
  const lightest = operators.reduce((least, { weight }) => Math.min(least, weight), Number.POSITIVE_INFINITY)
  const crowd = startCrowd(design)
  const startWeight = crowd.weight
  let [supply, treasury, minted, shock] = [design.startSupply, 0, 0, 0]
  let price = pricing.kind === 'impact' ? pricing.startPrice : 0
  const run: EpochFigures[] = []
  // what is left by rounding of a circulation that was all bought is none
  const least = 1e-12 * design.startSupply
  const circulationOf = (all: number, held: number) => (all - held > least ? all - held : 0)

  for (let epoch = 0; epoch < epochs; epoch++) {
    const { weight, count } = crowd
    const ratio = startWeight > 0 ? weight / startWeight : 1
    if (epoch > 0)
      shock += demand.drift - (demand.volatility * demand.volatility) / 2 + demand.volatility * normal(stream)
    const demandUsd = demand.baseUsd * power(ratio, demand.elasticity) * exp(shock)
    const [burnUsd, buybackUsd] = [burnShare * demandUsd, buybackShare * demandUsd]
    const buyUsd = burnUsd + buybackUsd
    const circulating = circulationOf(supply, treasury)
    // a circulation that is all bought and burnt has no price of its own: the last one stays
    if (pricing.kind === 'quantity' && circulating > 0) price = buyUsd / (pricing.velocity * circulating)
    const taken = price > 0 ? Math.min(circulating, buyUsd / price) : 0
    const bought = buyUsd > 0 ? taken * (buybackUsd / buyUsd) : 0
    const burnt = taken - bought
    const scheduled = emission(design.schedule, { epoch, minted, burnt })
    const toStakers = scheduled * staking.rewardShare
    const toOperators = count > 0 ? scheduled - toStakers : 0
    const newTokens = toStakers + toOperators
    const slashed = Math.min(circulating - taken, staking.slashRate * staking.bondTokens * count)
    if (pricing.kind === 'impact' && circulating > 0) {
      const netUsd = buyUsd - pricing.sellShare * newTokens * price
      const move = (pricing.impact * netUsd) / (price * circulating)
      price *= exp(Math.max(-1, Math.min(1, move)))
    }
    // where none runs, the lightest operator looks at what it would get alone
    const poolUsd = (scheduled - toStakers) * price + (demandUsd - buyUsd)
    const rewardPerWeight = poolUsd / (weight > 0 ? weight : lightest)
    supply = supply - burnt - slashed + newTokens
    treasury += bought
    minted += newTokens
    const left = circulationOf(supply, treasury)

    run.push({
      epoch,
      demandUsd,
      price,
      supply,
      minted: newTokens,
      burnt,
      slashed,
      bought,
      treasury,
      active: count,
      weight,
      rewardPerWeight,
      operatorsUsd: count > 0 ? poolUsd : 0,
      stakersUsd: toStakers * price,
      dilution: left > 0 ? circulating / left - 1 : 0,
    })
    moveCrowd(crowd, design, rewardPerWeight, staking.slashRate * staking.bondTokens * price)
  }
  return run
}

type Crowd = {
  isActive: boolean[]
  /** margin an epoch that each expects, in dollars; unknown before the first */
  expected: number[]
  /** places of the operators by cost of a unit of weight */
  cheapestFirst: number[]
  isNew: boolean
  count: number
  weight: number
}

function startCrowd({ operators }: NetworkDesign): Crowd {
  const cost = operators.map((one) => one.costUsd / one.weight)
  const isActive = operators.map((one) => one.startsActive)
  return {
    isActive,
    expected: operators.map(() => 0),
    cheapestFirst: operators.map((_, i) => i).sort((a, b) => cost[a]! - cost[b]! || a - b),
    isNew: true,
    ...sizeOf(operators, isActive),
  }
}

/** Step 5: what an epoch's reward does to who runs. */
function moveCrowd(
  crowd: Crowd,
  { operators, memory, entryRate, exitRate }: NetworkDesign,
  rewardPerWeight: number,
  slashUsd: number,
): void {
  const { isActive, expected, cheapestFirst } = crowd
  const learning = crowd.isNew ? 1 : 1 - memory
  const entering: number[] = []
  const leaving: number[] = []
  for (const i of cheapestFirst) {
    const { weight, costUsd, hurdleUsd } = operators[i]!
    const margin = rewardPerWeight * weight - costUsd - slashUsd
    const now = expected[i]! + learning * (margin - expected[i]!)
    expected[i] = now
    if (isActive[i]) {
      if (now < 0) leaving.push(i)
    } else if (now > hurdleUsd) entering.push(i)
  }
  crowd.isNew = false
  const [enter, leave] = [Math.ceil(entryRate * entering.length), Math.ceil(exitRate * leaving.length)]
  for (let k = 0; k < enter; k++) isActive[entering[k]!] = true
  for (let k = 1; k <= leave; k++) isActive[leaving[leaving.length - k]!] = false
  Object.assign(crowd, sizeOf(operators, isActive))
}

function sizeOf(operators: NetworkDesign['operators'], isActive: readonly boolean[]) {
  let [count, weight] = [0, 0]
  for (let i = 0; i < operators.length; i++)
    if (isActive[i]) {
      count += 1
      weight += operators[i]!.weight
    }
  return { count, weight }
}
