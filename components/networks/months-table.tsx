import { Table, Td, Th, Tr } from '@/components/ui'
import { measures, type NetworkMonth } from '@/lib/market/network-history'
import { formatMeasure, measureNames } from './measure-names'

/** The charts' figures as a table, newest first; what is unknown stays blank. */
export function MonthsTable({ months, caption }: { months: readonly NetworkMonth[]; caption: string }) {
  return (
    <Table still caption={caption}>
      <thead>
        <tr>
          <Th>Month</Th>
          {measures.map((measure) => (
            <Th key={measure} numeric>
              {measureNames[measure].name}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map((row) => (
          <Tr key={row.month}>
            <Td className="figures text-sm">{row.month.slice(0, 7)}</Td>
            {measures.map((measure) => {
              const value = row[measure]
              return (
                <Td key={measure} numeric title={value === undefined ? undefined : String(value)}>
                  {value === undefined ? '' : formatMeasure(measure, value)}
                  {measure === 'rewardsUsd' && row.isDerived && (
                    <span className="ml-2 font-sans text-xs tracking-normal text-muted">tokens × price</span>
                  )}
                </Td>
              )
            })}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
