import { Table, Tag, Td, Th, Time, Tr } from '@/components/ui'
import { formatCount, formatMonth } from '@/lib/core/format'
import type { SourceRow } from '@/lib/market/observations/sources-page'

const kinds: Record<SourceRow['kind'], string> = { csv: 'file', json: 'endpoint', contract: 'contract' }

/** Sources in the order in which they count. */
export function SourcesTable({ sources, now }: { sources: readonly SourceRow[]; now: Date }) {
  return (
    <Table caption="Sources of figures, the one that counts first on top">
      <thead>
        <tr>
          <Th>Source</Th>
          <Th>Read from</Th>
          <Th numeric>Networks</Th>
          <Th numeric>Figures</Th>
          <Th numeric>Newest period</Th>
          <Th numeric>Last read</Th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <Tr key={source.slug}>
            <Td className="min-w-56">
              {source.title}
              {source.failure && (
                <span className="block text-sm text-loss">
                  Not read the last time: {source.failure} What it said before stands.
                </span>
              )}
              {source.leftOut && source.leftOut.count > 0 && (
                <span className="block text-sm text-muted">
                  {source.leftOut.count === 1
                    ? 'A row was'
                    : `${formatCount(source.leftOut.count)} rows were`}{' '}
                  left out of it; {source.leftOut.first[0]?.place}: {source.leftOut.first[0]?.reason}
                </span>
              )}
            </Td>
            <Td>
              <Tag>{kinds[source.kind]}</Tag>
            </Td>
            <Td numeric>{source.networks === 0 ? 'all' : formatCount(source.networks)}</Td>
            <Td numeric>{formatCount(source.figures)}</Td>
            <Td numeric>{source.newest ? formatMonth(source.newest) : '—'}</Td>
            <Td numeric>{source.readAt ? <Time at={source.readAt} now={now} /> : 'never'}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
