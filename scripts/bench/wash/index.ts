import { writeSection } from '../write-section'
import { plant, RAISED, type WashKind, washKinds } from './plant'
import { type Score, score } from './score'
import { simulateMarket } from './simulated-market'

/*
 * npm run bench:wash — plants wash trades of each kind at several rates in simulated markets, counts what the tests find
 * and whom they wrong, varies what they look for, and writes docs/benchmarks.md.
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

const scoresOf = (kind: WashKind, rate: number, rules = {}) =>
  markets.map((market, k) =>
    score(market, plant(market, kind, Math.round(rate * market.sales.length), SEED + 100 + k), rules),
  )

const kinds = washKinds.map((kind) => {
  const byRate = RATES.map((rate) => scoresOf(kind, rate))
  const most = byRate.at(-1)!
  return `| ${kind} | ${byRate.map((scores) => percent(mean(scores, (one) => one.detected))).join(' | ')} | ${percent(mean(most, (one) => one.alarms))} | ${percent(mean(most, (one) => one.moved))} | ${percent(mean(most, (one) => one.movedWithoutTests))} |`
})

const roc = [1, 2, 3].flatMap((hops) =>
  SHARES.map((fundingShare) => {
    const scores = LOOKED_FOR.flatMap((kind) => scoresOf(kind, 0.05, { fundingShare, hops }))
    return `| ${hops} | ${percent(fundingShare)} | ${percent(mean(scores, (one) => one.detected))} | ${percent(mean(scores, (one) => one.alarms))} |`
  }),
)

const sales = markets.reduce((sum, market) => sum + market.sales.length, 0)
writeSection(
  'wash',
  `## Wash trades

By \`npm run bench:wash\`, seed ${SEED}: ${MARKETS} simulated markets, ${sales} honest sales of 180 days among 400 accounts of which few
trade most, with friends and firms that send each other money, sellers who buy back, and an exchange that is not known to
be one. Planted sales ask ${RAISED} times the usual price. Detection is the share of planted sales that are marked, at 1, 5 and 20 % of
the honest ones; false alarms the share of honest sales marked; the last two columns say how far the reference price moved
at 20 %, with the tests and without them (what the median and the caps alone do).

| kind | at 1 % | at 5 % | at 20 % | false alarms | price moved | without tests |
|---|---:|---:|---:|---:|---:|---:|
${kinds.join('\n')}

The last two kinds are made to pass: no test finds them, nor money that went through more than two wallets. They cost a
fee a sale, and the figure beside each reference price says how many it takes.

What is looked for moves both rates. Over the first seven kinds at 5 %, by the transfers followed and the share of the
price that must have come from the other side (in use: 3 transfers, 20 %):

| transfers | share | detection | false alarms |
|---:|---:|---:|---:|
${roc.join('\n')}
`,
)
