import Link from 'next/link'
import { ChartFoot } from '@/components/charts/chart-foot'
import { Figure, Figures, Section, Table, Td, Th, Tr } from '@/components/ui'
import { formatCount, formatDecimal, formatMonth } from '@/lib/core/format'
import {
  type CirculationAssumption,
  type CirculationRange,
  circulationLevels,
  meanGainAt,
  PAY_OFF_MONTHS,
} from '@/lib/mechanism/allocation/circulation-range'
import { deciders, monthlyGain } from './circulation-words'

/** The gap over all combinations of what is assumed, and how much each assumption decides. */
export function CirculationRangeSection({
  range,
}: {
  range: CirculationRange & { from: string; to: string }
}) {
  const levels = (name: CirculationAssumption) => circulationLevels[name] as readonly number[]
  return (
    <Section
      title="Over the assumptions"
      note={`${formatCount(range.cases.length)} combinations, kept by the worker`}
    >
      <Figures className="mb-4">
        <Figure
          size="lg"
          label="All devices together, a month"
          value={`${monthlyGain(range.lowUsd)} … ${monthlyGain(range.highUsd)}`}
          source="lowest and highest of all combinations"
        />
        <Figure
          label="Where every pool is fixed"
          value={`${monthlyGain(range.fixedLowUsd)} … ${monthlyGain(range.fixedHighUsd)}`}
          source="moving creates nothing but its cost"
        />
      </Figures>
      <Table caption="What decides the circulation gap" className="max-w-4xl">
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
        The highest power is about the median of the exponents{' '}
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
