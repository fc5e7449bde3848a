import { Table, Tag, Td, Th, Tr } from '@/components/ui'
import {
  formatChange,
  formatMonth,
  formatPercent,
  formatSignificant,
  formatUsdSignificant,
} from '@/lib/core/format'
import type { PositionValuation } from '@/lib/market/position-page'
import { engineInputsSchema, firstEngineInputsSchema } from '@/lib/valuation/engine/inputs'
import type { Figure, FigureSource } from '@/lib/valuation/inputs'

type Unit = 'dollars' | 'tokens' | 'factor' | 'rate' | 'deviation' | 'months' | 'times'

const rows: { name: string; title: string; unit: Unit }[] = [
  { name: 'networkReward', title: 'Reward of the median device, a month', unit: 'tokens' },
  { name: 'tokenPrice', title: 'Token price', unit: 'dollars' },
  { name: 'deviceRatio', title: 'This device against the median', unit: 'factor' },
  { name: 'uptimeFactor', title: 'Uptime against the typical', unit: 'factor' },
  { name: 'runningCost', title: 'Running cost, a month', unit: 'dollars' },
  { name: 'runningCostLow', title: '… at its lowest', unit: 'dollars' },
  { name: 'runningCostHigh', title: '… at its highest', unit: 'dollars' },
  { name: 'requiredReturn', title: 'Required return, a year', unit: 'rate' },
  { name: 'volatility', title: 'Volatility of the dollar reward, a year', unit: 'deviation' },
  { name: 'jumpIntensity', title: '… jumps in it, a year', unit: 'times' },
  { name: 'jumpMean', title: '… mean of a log jump', unit: 'deviation' },
  { name: 'jumpDeviation', title: '… its deviation', unit: 'deviation' },
  { name: 'rewardGrowth', title: 'Growth of the reward, a year', unit: 'rate' },
  { name: 'rewardGrowthDeviation', title: '… may be off by', unit: 'deviation' },
  { name: 'levelDeviation', title: 'Today’s reward may be off by', unit: 'deviation' },
  { name: 'nodeGrowth', title: 'Growth of the node count, a year', unit: 'rate' },
  { name: 'nodeGrowthDeviation', title: '… may be off by', unit: 'deviation' },
  { name: 'nodeGrowthHalfLife', title: '… halves every', unit: 'months' },
  { name: 'hazard', title: 'Failures for good, a year', unit: 'deviation' },
  { name: 'hazardDeviation', title: '… may be off by', unit: 'deviation' },
  { name: 'salvage', title: 'Hardware fetches today', unit: 'dollars' },
  { name: 'salvageDecay', title: '… falling by, a year', unit: 'deviation' },
  { name: 'horizon', title: 'Horizon', unit: 'months' },
  { name: 'compatibility', title: 'Chance that it can serve another network', unit: 'deviation' },
  { name: 'moveCost', title: 'Cost of a move', unit: 'dollars' },
  { name: 'moveMonths', title: 'Time lost by a move', unit: 'months' },
]

const moveRows: {
  name: 'reward' | 'runningCost' | 'volatility' | 'correlation'
  title: string
  unit: Unit
}[] = [
  { name: 'reward', title: 'reward after a move, a month', unit: 'dollars' },
  { name: 'runningCost', title: 'running cost there, a month', unit: 'dollars' },
  { name: 'volatility', title: 'volatility there, a year', unit: 'deviation' },
  { name: 'correlation', title: 'correlation with rewards here', unit: 'deviation' },
]

/** Every input of a valuation with where it comes from. */
export function ValueInputs({ valuation }: { valuation: PositionValuation }) {
  const parsed = engineInputsSchema.or(firstEngineInputsSchema).safeParse(valuation.inputs)
  if (!parsed.success)
    return (
      <p className="text-muted">The inputs of this valuation are of another model than this page knows.</p>
    )
  const figures: Record<string, unknown> = parsed.data
  return (
    <>
      <p className="mb-2 text-sm text-muted">
        Figures as of the end of {formatMonth(`${parsed.data.asOf}-01`)}. Assumptions are editable in{' '}
        <span className="figures">db/seed/assumptions.csv</span>.
      </p>
      <Table still caption="Inputs of the valuation and their sources">
        <thead>
          <tr>
            <Th>Input</Th>
            <Th numeric>Figure</Th>
            <Th>Source</Th>
            <Th className="max-sm:hidden">How it came about</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, title, unit }) => {
            const figure = figures[name]
            return isFigure(figure) && <Row key={name} title={title} figure={figure} unit={unit} />
          })}
          {parsed.data.moves.flatMap((move) =>
            moveRows.map(({ name, title, unit }) => (
              <Row
                key={`${move.network} ${name}`}
                title={`${move.network}: ${title}`}
                figure={move[name]}
                unit={unit}
              />
            )),
          )}
        </tbody>
      </Table>
    </>
  )
}

const isFigure = (given: unknown): given is Figure =>
  typeof given === 'object' && given !== null && 'value' in given && 'note' in given

function Row({ title, figure, unit }: { title: string; figure: Figure; unit: Unit }) {
  return (
    <Tr>
      <Td>{title}</Td>
      <Td numeric>{inUnit(figure.value, unit)}</Td>
      <Td>
        <Source source={figure.source} />
      </Td>
      <Td className="text-sm text-muted max-sm:hidden">{figure.note}</Td>
    </Tr>
  )
}

/** Observed is plain, estimated outlined, an assumption dashed: told apart without colour. */
export function Source({ source }: { source: FigureSource }) {
  if (source === 'observed') return <span className="text-xs">observed</span>
  return <Tag look={source === 'assumption' ? 'demonstration' : 'plain'}>{source}</Tag>
}

const four = (value: number) => formatSignificant(value, 4)

function inUnit(value: number, unit: Unit): string {
  switch (unit) {
    case 'dollars':
      return formatUsdSignificant(value, 4)
    case 'tokens':
      return `${four(value)} tokens`
    case 'factor':
      return `× ${four(value)}`
    case 'rate':
      return formatChange(value)
    case 'deviation':
      return formatPercent(Number((value * 100).toPrecision(4)))
    case 'times':
      return value === 0 ? 'none' : `${four(value)} jumps`
    case 'months':
      return `${four(value)} months`
  }
}
