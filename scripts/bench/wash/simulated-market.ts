import { DAY, type Funding, type Gift } from '@/lib/market/reference-price/sale'
import type { ValuedSale } from '@/lib/market/reference-price/share-of-value'
import { log } from '@/lib/math/elementary/log'
import { RandomStream } from '@/lib/math/random/random-stream'
import { normal } from '@/lib/math/random/variates'

export type SimulatedMarket = {
  sales: ValuedSale[]
  funding: Funding[]
  gifts: Gift[]
  publicSources: Set<string>
}

export const START = 1_000 * DAY
export const SPAN = 180 * DAY
const ACCOUNTS = 400
const POSITIONS = 1_500
const SALES = 2_000
/** An exchange nobody has told us of: a tenth of all accounts have their money from it. */
const UNKNOWN_EXCHANGE = 0.1
/** Sales after which a seller thinks better of it and buys the position back. */
const REGRETS = 0.004
/** Accounts that get money from a friend or a firm's purse now and then. */
const FRIENDS = 0.15
/** Deviation of the logarithm of price over what a position is worth to people. */
const SPREAD = 0.18

export type MarketShape = {
  sales?: number
  /** deviation of the logarithm of what positions are worth: 0.8 in a network of many devices, 0.1 within one model */
  devices?: number
  /** of the valuation's error about each position, which does not pass */
  error?: number
  /** of a year's change of all values together */
  drift?: number
}

/**
 * A market without a wash trade, but with what looks like one: firms and friends that send each other money, an exchange
 * that is not known to be one, sellers who buy back, and few accounts that trade most. Prices are log-normal about what
 * each position is worth to people; its valuation knows that with an error.
 */
export function simulateMarket(
  seed: number,
  { sales: count = SALES, devices = 0.8, error = 0.1, drift = 0 }: MarketShape = {},
): SimulatedMarket {
  const stream = new RandomStream(seed)
  // of their own, so that the market is the same whatever the valuation knows
  const errors = new RandomStream(seed + 1_000_000)
  const walk = new RandomStream(seed + 2_000_000)
  const sales: ValuedSale[] = []
  const funding: Funding[] = []
  const gifts: Gift[] = []
  const name = (account: number) => `account ${account}`
  const value = Array.from({ length: POSITIONS }, () => 400 * Math.exp(devices * normal(stream)))
  const judged = value.map((own) => own * Math.exp(error * normal(errors)))
  let level = 1
  const owner = Array.from({ length: POSITIONS }, () => Math.floor(stream.uniform() * ACCOUNTS))
  const exchange = Array.from({ length: ACCOUNTS }, () =>
    stream.uniform() < UNKNOWN_EXCHANGE ? 'unknown exchange' : `exchange ${Math.floor(stream.uniform() * 3)}`,
  )
  const friend = Array.from({ length: ACCOUNTS }, () =>
    stream.uniform() < FRIENDS ? `purse ${Math.floor(stream.uniform() * 40)}` : undefined,
  )
  for (let k = 0; k < count; k++) {
    const time = START + (k * SPAN) / count
    level *= Math.exp(drift * Math.sqrt(SPAN / (365 * DAY) / count) * normal(walk))
    const position = Math.floor(stream.uniform() * POSITIONS)
    const seller = owner[position]!
    // few buy most: rank by a power of a uniform number
    const drawn = Math.floor(ACCOUNTS * stream.uniform() ** 2.2)
    const buyer = drawn === seller ? (drawn + 1) % ACCOUNTS : drawn
    const priceUsd = whole(level * value[position]! * Math.exp(SPREAD * normal(stream)))
    const valueUsd = level * judged[position]!
    sales.push({
      id: `honest ${k}`,
      position,
      time,
      priceUsd,
      valueUsd,
      buyer: name(buyer),
      seller: name(seller),
    })
    owner[position] = buyer
    const paid = { to: name(buyer), amountUsd: priceUsd * (0.6 + stream.uniform()) }
    funding.push({ ...paid, from: exchange[buyer]!, time: time - stream.uniform() * 10 * DAY })
    const purse = friend[buyer]
    if (purse && stream.uniform() < 0.3)
      funding.push({ from: purse, to: name(buyer), amountUsd: 500 * stream.uniform(), time: time - 5 * DAY })
    // what a seller gets is sent on, mostly to an exchange, now and then to an acquaintance
    const to = stream.uniform() < 0.03 ? name(Math.floor(stream.uniform() * ACCOUNTS)) : `exchange ${k % 3}`
    funding.push({ from: name(seller), to, amountUsd: 0.9 * priceUsd, time: time + DAY * stream.uniform() })
    if (stream.uniform() < REGRETS) {
      const back = time + 8 * DAY * -log(stream.uniform())
      sales.push({
        id: `regret ${k}`,
        position,
        time: back,
        priceUsd: whole(priceUsd * 1.04),
        valueUsd,
        buyer: name(seller),
        seller: name(buyer),
      })
      owner[position] = seller
    }
  }
  return {
    sales: sales.sort((a, b) => a.time - b.time),
    funding,
    gifts,
    publicSources: new Set(['exchange 0', 'exchange 1', 'exchange 2']),
  }
}

function whole(usd: number): number {
  return Math.max(1, usd >= 100 ? Math.round(usd) : Math.round(100 * usd) / 100)
}
