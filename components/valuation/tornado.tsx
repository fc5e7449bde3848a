import { classNames, Table, Td, Th, Tr } from '@/components/ui'
import { formatUsd } from '@/lib/core/format'
import type { Greek } from '@/lib/valuation/engine/greeks'

/** What moves the value most: a bar each way from nothing, the widest first, each the change for the bump it names. */
export function Tornado({ greeks }: { greeks: readonly Greek[] }) {
  const rows = [...greeks].sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
  const widest = Math.abs(rows[0]?.change ?? 0) || 1
  return (
    <Table still caption="Change of the value for a small change of each input">
      <thead>
        <tr>
          <Th>If</Th>
          <Th className="w-1/3 max-sm:hidden">
            <span className="sr-only">Size and direction</span>
          </Th>
          <Th numeric>The value changes by</Th>
          <Th numeric className="max-sm:hidden">
            Standard error
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, bump, change, standardError }) => (
          <Tr key={name}>
            <Td>{bump}</Td>
            <Td className="max-sm:hidden">
              <span aria-hidden className="relative block h-4">
                <span className="absolute inset-y-0 left-1/2 border-l border-control" />
                <span
                  className={classNames('absolute inset-y-0.5', change < 0 ? 'bg-loss' : 'bg-ink')}
                  style={{
                    left: `${change < 0 ? 50 - (50 * -change) / widest : 50}%`,
                    width: `${(50 * Math.abs(change)) / widest}%`,
                  }}
                />
              </span>
            </Td>
            <Td numeric className={change < 0 ? 'text-loss' : undefined}>
              {change > 0 ? '+' : ''}
              {formatUsd(change)}
            </Td>
            <Td numeric className="text-muted max-sm:hidden">
              ± {formatUsd(standardError)}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
