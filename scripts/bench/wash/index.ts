import { writeSection } from '../write-section'
import { type Comparison, compareBases, medianOf } from './compare-bases'
import { plant, RAISED, type WashKind, washKinds } from './plant'
import { type Score, score } from './score'
import { type MarketShape, simulateMarket } from './simulated-market'

/*
 * npm run bench:wash — plants wash trades of each kind at several rates in simulated markets, counts what the tests find
 * and whom they wrong, varies what they look for, compares what a reference is made of, and writes docs/benchmarks.md.
 */
const SEED = 20_261_121
const MARKETS = 5
const RATES = [0.01, 0.05, 0.2]
const SHARES = [0.02, 0.05, 0.1, 0.2, 0.4, 0.8]
const LOOKED_FOR: readonly WashKind[] = washKinds.slice(0, 7)

const markets = Array.from({ length: MARKETS }, (_, k) => simulateMarket(SEED + k))
const mean = (scores: readonly Score[], of: (one: Score) => number) =>
  scores.reduce((sum, one) => sum + of(one), 0) / scores.length
const percent = (share: number) => `${(100 * share).toFixed(1)} %`
const dollars = (usd: number) => `$${Math.round(usd).toString()}`

const scoresOf = (kind: WashKind, rate: number, rules = {}) =>
  markets.map((market, k) =>
    score(market, plant(market, kind, Math.round(rate * market.sales.length), SEED + 100 + k), rules),
  )

const all: Score[] = []
const kinds = washKinds.map((kind) => {
  const byRate = RATES.map((rate) => scoresOf(kind, rate))
  const most = byRate.at(-1)!
  all.push(...most)
  const moved = [
    (one: Score) => one.movedWithoutTests,
    (one: Score) => one.movedHeardEach,
    (one: Score) => one.moved,
    (one: Score) => one.shareMoved,
  ].map((of) => percent(mean(most, of)))
  return `| ${kind} | ${byRate.map((scores) => percent(mean(scores, (one) => one.detected))).join(' | ')} | ${percent(mean(most, (one) => one.alarms))} | ${moved.join(' | ')} |`
})

const roc = [1, 2, 3].flatMap((hops) =>
  SHARES.map((fundingShare) => {
    const scores = LOOKED_FOR.flatMap((kind) => scoresOf(kind, 0.05, { fundingShare, hops }))
    return `| ${hops} | ${percent(fundingShare)} | ${percent(mean(scores, (one) => one.detected))} | ${percent(mean(scores, (one) => one.alarms))} |`
  }),
)

const shapes: (MarketShape & { name: string })[] = [20, 100, 500, 2_000].flatMap((count) => [
  { name: 'one model, good valuation', sales: count, devices: 0.1, error: 0.1 },
  { name: 'one model, poor valuation', sales: count, devices: 0.1, error: 0.6 },
  { name: 'many devices, good valuation', sales: count, devices: 0.8, error: 0.1 },
  { name: 'many devices, poor valuation', sales: count, devices: 0.8, error: 0.6 },
  { name: 'many devices, values move 80 % a year', sales: count, devices: 0.8, error: 0.1, drift: 0.8 },
  { name: 'one model, values move 80 % a year', sales: count, devices: 0.1, error: 0.1, drift: 0.8 },
])
const bases = shapes.map(({ name, ...shape }) => {
  const found = Array.from({ length: MARKETS }, (_, k) => compareBases(SEED + k, shape))
  const of = (key: keyof Comparison) => medianOf(found.map((one) => one[key]))
  const fees = (['heardEach', 'dollars', 'alike', 'share'] as const).map((key) => dollars(of(key)))
  const tied = (['tiedEach', 'tiedDollars', 'tiedShare'] as const).map((key) => dollars(of(key)))
  const rest = (['widthDollars', 'widthShare', 'missDollars', 'missShare'] as const).map((key) =>
    percent(of(key)),
  )
  return `| ${shape.sales} | ${name} | ${[...fees, ...tied, ...rest].join(' | ')} |`
})

const sales = markets.reduce((sum, market) => sum + market.sales.length, 0)
writeSection(
  'wash',
  `## Wash trades

By \`npm run bench:wash\`, seed ${SEED}: ${MARKETS} simulated markets, ${sales} honest sales of 180 days among 400 accounts of which few
trade most, with friends and firms that send each other money, sellers who buy back, and an exchange that is not known to
be one. Planted sales ask ${RAISED} times the usual price. Detection is the share of planted sales that are marked, at 1, 5 and 20 % of
the honest ones; false alarms the share of honest sales marked. The last four columns say how far the reference moved at
20 %: the dollar median with neither tests nor weighing; with the tests alone; as it is in use, positions heard once and
returns weighed by the time they took; and the median share of value, as it is in use. The weighing takes ${percent(mean(all, (one) => one.quieted))} of the
weight of honest sales for returns.

| kind | at 1 % | at 5 % | at 20 % | false alarms | nothing | tests | dollars | share of value |
|---|---:|---:|---:|---:|---:|---:|---:|---:|
${kinds.join('\n')}

The last three kinds are made to pass: no test finds them, nor money that went through more than two wallets. Who hands
positions on and on is not heard for each time; who sells each once must own them all. The figure beside each reference
says what it takes.

What is looked for moves both rates. Over the first seven kinds at 5 %, by the transfers followed and the share of the
price that must have come from the other side (in use: 3 transfers, 20 %):

| transfers | share | detection | false alarms |
|---:|---:|---:|---:|
${roc.join('\n')}

### What a reference is made of

The same kind of market without wash trades, median of ${MARKETS}; 5 % up at a fee of 1 %. Fees: the dollar median with every sale
heard, as it was; with positions heard once; the median share of value if every sale weighed the same, moved with the
cheapest devices; and weighed by value, as it is in use. Tied up: the positions that must be owned. Width: high over low of
the 90 % interval, less one. Miss: median distance, in logarithms, between the price of a sale and what each reference
had said before it.

| sales | market | fees, each | dollars | share, alike | share | tied up, each | dollars | share | width, dollars | share | miss, dollars | share |
|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
${bases.join('\n')}
`,
)
