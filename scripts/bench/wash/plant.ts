import { DAY } from '@/lib/market/reference-price/sale'
import type { ValuedSale } from '@/lib/market/reference-price/share-of-value'
import { RandomStream } from '@/lib/math/random/random-stream'
import { type SimulatedMarket, SPAN, START } from './simulated-market'

/** How someone trades with himself; the last three are made to pass the tests. */
export const washKinds = [
  'self-fill',
  'there and back',
  'ring of three, one backer',
  'money through mules',
  'price comes back',
  'two sold to each other',
  'given back',
  'back after 45 days',
  'unlinked wallets, never back',
  'own positions, each sold once',
] as const
export type WashKind = (typeof washKinds)[number]

/** A planted trade asks this many times the usual price. */
export const RAISED = 1.5

/** A market with so many planted sales of one kind; their ids begin with “wash”. */
export function plant(market: SimulatedMarket, kind: WashKind, count: number, seed: number): SimulatedMarket {
  const stream = new RandomStream(seed)
  const planted = { sales: [...market.sales], funding: [...market.funding], gifts: [...market.gifts] }
  for (let k = 0; planted.sales.length < market.sales.length + count; k++) {
    const like = market.sales[Math.floor(stream.uniform() * market.sales.length)]!
    const episode = new Episode(k, START + stream.uniform() * (SPAN - 50 * DAY), like)
    schemes[kind](episode, stream)
    planted.sales.push(...episode.sales)
    planted.funding.push(...episode.funding)
    planted.gifts.push(...episode.gifts)
  }
  return { ...planted, publicSources: market.publicSources }
}

/** One scheme of one person, with wallets and a position of its own. */
class Episode {
  sales: ValuedSale[] = []
  funding: SimulatedMarket['funding'] = []
  gifts: SimulatedMarket['gifts'] = []

  readonly priceUsd: number

  /** @param like the honest sale whose price is raised, of a position of the same value */
  constructor(
    readonly number: number,
    readonly time: number,
    readonly like: ValuedSale,
  ) {
    this.priceUsd = RAISED * like.priceUsd
  }

  wallet(name: string): string {
    return `wash ${this.number} ${name}`
  }

  sell(seller: string, buyer: string, days: number, position = 0) {
    this.sales.push({
      id: `wash ${this.number}.${this.sales.length}`,
      position: 1_000_000 + 10 * this.number + position,
      time: this.time + days * DAY,
      priceUsd: this.priceUsd,
      valueUsd: this.like.valueUsd,
      seller: this.wallet(seller),
      buyer: this.wallet(buyer),
    })
  }

  /** @param share of the price */
  pay(from: string, to: string, days: number, share = 1) {
    const own = (name: string) => (name.startsWith('exchange') ? name : this.wallet(name))
    this.funding.push({
      from: own(from),
      to: own(to),
      amountUsd: share * this.priceUsd,
      time: this.time + days * DAY,
    })
  }

  give(from: string, to: string, days: number) {
    this.gifts.push({
      position: 1_000_000 + 10 * this.number,
      from: this.wallet(from),
      to: this.wallet(to),
      time: this.time + days * DAY,
    })
  }
}

const schemes: Record<WashKind, (it: Episode, stream: RandomStream) => void> = {
  'self-fill': (it) => it.sell('a', 'a', 0),
  'there and back': (it, stream) => {
    it.pay('exchange 0', 'a', -3)
    it.pay('exchange 1', 'b', -3)
    it.sell('a', 'b', 0)
    it.sell('b', 'a', 1 + 20 * stream.uniform())
  },
  'ring of three, one backer': (it, stream) => {
    for (const wallet of ['a', 'b', 'c']) it.pay('backer', wallet, -2 - stream.uniform())
    it.sell('a', 'b', 0)
    it.sell('b', 'c', 1)
  },
  'money through mules': (it, stream) => {
    // in eight pieces, each below the share that is looked for, through two wallets each
    for (let piece = 0; piece < 8; piece++) {
      const day = -6 + stream.uniform()
      it.pay('a', `mule ${piece}`, day, 0.125)
      it.pay(`mule ${piece}`, `second ${piece}`, day + 1, 0.124)
      it.pay(`second ${piece}`, 'b', day + 2, 0.123)
    }
    it.sell('a', 'b', 0)
  },
  'price comes back': (it, stream) => {
    it.pay('exchange 2', 'b', -1)
    it.sell('a', 'b', 0)
    it.pay('a', 'mule', 1 + 5 * stream.uniform(), 0.97)
    it.pay('mule', 'b', 8, 0.96)
  },
  'two sold to each other': (it, stream) => {
    it.pay('exchange 0', 'a', -1)
    it.pay('exchange 1', 'b', -1)
    it.sell('a', 'b', 0)
    it.sell('b', 'a', 1 + 10 * stream.uniform(), 1)
  },
  'given back': (it, stream) => {
    it.pay('exchange 0', 'b', -1)
    it.sell('a', 'b', 0)
    it.give('b', 'a', 2 + 20 * stream.uniform())
  },
  'back after 45 days': (it) => {
    it.pay('exchange 0', 'a', -3)
    it.pay('exchange 1', 'b', -3)
    it.sell('a', 'b', 0)
    it.sell('b', 'a', 45)
  },
  'unlinked wallets, never back': (it) => {
    it.pay('exchange 0', 'b', -3)
    it.pay('exchange 1', 'c', -3)
    it.sell('a', 'b', 0)
    it.sell('b', 'c', 2)
  },
  'own positions, each sold once': (it) => {
    it.pay('exchange 0', 'b', -3)
    it.sell('a', 'b', 0)
  },
}
