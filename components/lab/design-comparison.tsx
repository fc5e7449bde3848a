import { Table, Td, Th, Tr } from '@/components/ui'
import { formatChange, formatShare } from '@/lib/core/format'
import { type Paired, pairOf, type Range } from '@/lib/mechanism/tokenomics/range-of-runs'
import type { RunMeasure } from '@/lib/mechanism/tokenomics/run-measures'
import { measureLook } from './design-measures'
import type { DesignRanges } from './design-messages'
import { phaseLook, phases } from './phase-look'

const compared: readonly RunMeasure[] = [
  'price',
  'circulating',
  'holderShare',
  'operators',
  'devices',
  'rewardPerDevice',
  'paidUsd',
]

/** Both designs in the last month: the range of each, and B against A seed by seed. */
export function DesignComparison({ ranges }: { ranges: DesignRanges }) {
  const [a, b] = ranges
  return (
    <Table still caption="Designs A and B in the last month" className="max-lg:min-w-[44rem]">
      <thead>
        <tr>
          <Th>In the last month</Th>
          <Th numeric>A</Th>
          <Th numeric>B</Th>
          <Th numeric>B against A, same demand</Th>
          <Th numeric>B is higher in</Th>
        </tr>
      </thead>
      <tbody>
        {compared.map((measure) => {
          const { title, unit, format } = measureLook[measure]
          const pair = pairOf(a.ends[measure], b.ends[measure])
          return (
            <Tr key={measure}>
              <Td>
                {title} <span className="text-xs text-muted">{unit}</span>
              </Td>
              <Td numeric>
                <Interval range={a.paths[measure].at(-1)} format={format} />
              </Td>
              <Td numeric>
                <Interval range={b.paths[measure].at(-1)} format={format} />
              </Td>
              <Td numeric>
                <Interval range={pair.change} format={formatChange} />
                {pair.change && pair.told < 1 && (
                  <span className="block text-xs text-muted">
                    where A’s is above zero: {formatShare(pair.told)} of seeds
                  </span>
                )}
              </Td>
              <Td numeric>{higher(pair)}</Td>
            </Tr>
          )
        })}
        <Tr>
          <Td>Seeds at whose end nobody runs</Td>
          <Td numeric>{formatShare(a.deserted)}</Td>
          <Td numeric>{formatShare(b.deserted)}</Td>
          <Td />
          <Td />
        </Tr>
        {phases.map((phase) => (
          <Tr key={phase}>
            <Td>
              <span aria-hidden className="mr-1.5 inline-block w-3 text-center text-xs">
                {phaseLook[phase].mark}
              </span>
              Months {phase} <span className="text-xs text-muted">of all</span>
            </Td>
            <Td numeric>{formatShare(a.phases[phase])}</Td>
            <Td numeric>{formatShare(b.phases[phase])}</Td>
            <Td />
            <Td />
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function Interval({ range, format }: { range: Range | undefined; format: (value: number) => string }) {
  if (!range) return <span className="text-muted">–</span>
  const [low, high] = [format(range.p5), format(range.p95)]
  return (
    <>
      {format(range.p50)}
      {low !== high && (
        <span className="block text-xs text-muted">
          {low} to {high}
        </span>
      )}
    </>
  )
}

const higher = ({ above, same }: Paired) => (same === 1 ? 'the same' : `${formatShare(above)} of seeds`)
