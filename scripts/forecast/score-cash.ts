import type { Evidence } from '@/lib/server/valuations/assemble-evidence'
import {
  type CashForecast,
  cashBacktest,
  networkMargins,
  operatorMargins,
} from '@/lib/valuation/forecast/cash-backtest'
import { type CashReport, cashReport } from '@/lib/valuation/forecast/cash-report'
import { seedEvidence, seedRows } from './seed-evidence'

const HORIZONS = [1, 3, 6, 12]
/** Months known before the first interval: half a year of a network, three of an operator's six. */
const NETWORK_HISTORY = 6
const OPERATOR_HISTORY = 3
const RELAY = 'relay'

/** Stated intervals of one network's cash per node. */
export function scoreNetworkCash(evidence: Evidence, slug: string, model: string): CashForecast[] {
  const network = evidence.network(slug)
  if (!network) throw new RangeError(`${slug} is not in the seed.`)
  const book = evidence.book(model, slug)
  const margins = networkMargins(network, book)
  return cashBacktest({ of: slug, network, book, margins, horizons: HORIZONS, history: NETWORK_HISTORY })
}

/** The engine's intervals of cash against what the seed's networks and relay operators brought. */
export function scoreCash(): { networks: CashReport; operators: CashReport } {
  const evidence = seedEvidence()
  const rows = seedRows()
  const modelOf = (slug: string) => rows.models.find(({ network }) => network === slug)?.slug ?? ''
  const networks = rows.networks
    .filter(({ slug }) => slug !== RELAY)
    .flatMap(({ slug }) => scoreNetworkCash(evidence, slug, modelOf(slug)))
  const relay = evidence.network(RELAY)
  if (!relay) throw new RangeError('The seed has no relay network.')
  const book = evidence.book(modelOf(RELAY), RELAY)
  const operators = [...new Set(relay.operators.map(({ operator }) => operator))].flatMap((operator) =>
    cashBacktest({
      of: operator,
      network: relay,
      operator,
      book,
      margins: operatorMargins(relay, operator),
      horizons: [1, 3],
      history: OPERATOR_HISTORY,
    }),
  )
  return { networks: cashReport(networks), operators: cashReport(operators) }
}
