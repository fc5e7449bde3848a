import Link from 'next/link'
import { ChartFoot } from '@/components/charts/chart-foot'
import { Figure, Section, Table, Td, Th, Tr } from '@/components/ui'
import { formatCount, formatDecimal, formatMonth } from '@/lib/core/format'
import {
  type CirculationAssumption,
  type CirculationRange,
  circulationByLevel,
  circulationLevels,
  meanGainAt,
  PAY_OFF_MONTHS,
} from '@/lib/mechanism/allocation/circulation-range'
import { CirculationAxis } from './circulation-axis'
import { deciders, monthlyGain } from './circulation-words'

/** The gap over all combinations of what is assumed, and how much each assumption decides. */
export function CirculationRangeSection({
  range,
}: {
  range: CirculationRange & { from: string; to: string }
}) {
  const levels = (name: CirculationAssumption) => circulationLevels[name] as readonly number[]
  const [decider] = range.swings
  return (
    <Section
      title="Over the assumptions"
      note={`${formatCount(range.cases.length)} combinations, kept by the worker`}
    >
      <div className="mb-5 grid max-w-5xl gap-x-12 gap-y-4 lg:grid-cols-[auto_minmax(0,1fr)]">
        <dl>
          <Figure
            size="lg"
            label="All devices together, a month"
            value={`${monthlyGain(range.lowUsd)} … ${monthlyGain(range.highUsd)}`}
            source="lowest and highest of all combinations"
          />
        </dl>
        {decider && (
          <div className="min-w-0">
            <h3 className="mb-1.5">It hangs on {deciders[decider.name]}</h3>
            <CirculationAxis name={decider.name} levels={circulationByLevel(range.cases, decider.name)} />
          </div>
        )}
      </div>
      <Table still caption="What decides the circulation gap" className="max-w-4xl">
        <thead>
          <tr>
            <Th>Assumption</Th>
            <Th>Tried at</Th>
            <Th numeric>Mean gain at each</Th>
            <Th numeric>Decides</Th>
          </tr>
        </thead>
        <tbody>
          {range.swings.map(({ name, usd }) => (
            <Tr key={name}>
              <Td>{deciders[name].replace(/^./, (first) => first.toUpperCase())}</Td>
              <Td className="text-sm text-muted">
                {name === 'elasticity' ? 'power ' : '× '}
                {levels(name)
                  .map((level) => formatDecimal(level))
                  .join(', ')}
              </Td>
              <Td numeric>
                {levels(name)
                  .map((level) => monthlyGain(meanGainAt(range.cases, name, level)))
                  .join(', ')}
              </Td>
              <Td numeric>{monthlyGain(usd).replace('+', '')}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-3 max-w-prose text-sm text-muted">
        Where every pool is fixed, moving creates nothing but its cost: what movers gain, others lose. The
        highest power is about the median of the exponents{' '}
        <Link href="/lab/network-effects" className="link">
          measured on the networks’ growth
        </Link>
        : what went together, not what causes what. A move must pay off within {formatCount(PAY_OFF_MONTHS)}{' '}
        months.
      </p>
      <ChartFoot
        source="1kx-network/depin_tokenomics, commit ff2e881; assumptions of this product"
        asOf={`${formatMonth(range.from)} to ${formatMonth(range.to)}, each network’s newest month`}
        method={{ href: '#method' }}
        data={{ csv: '/lab/circulation/range.csv', json: '/lab/circulation/range.json' }}
      />
    </Section>
  )
}
