import Link from 'next/link'
import { Table, Td, Th, Tr } from '@/components/ui'
import { formatCount, formatSignificant, formatUsdSignificant } from '@/lib/core/format'
import type { MethodFigures, SensitivePosition } from '@/lib/valuation/method-figures'

/** Values of named devices as each of the two constants moves, and the ends of the whole grid. */
export function SensitivityTables({ figures }: { figures: MethodFigures }) {
  const { transfers, priors, shipped, sensitivity } = figures
  const [transferAt, priorAt] = [transfers.indexOf(shipped.transfer), priors.indexOf(shipped.prior)]
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Grid
        caption="Values by the share of the gap in rewards that a moved device sees"
        head={transfers.map((share) => ({
          label: formatSignificant(share, 3),
          isShipped: share === shipped.transfer,
        }))}
        rows={sensitivity}
        cells={({ values }) => values.map((row) => row[priorAt] ?? 0)}
      />
      <Grid
        caption="Values by the months of history that all networks’ spread weighs"
        head={priors.map((months) => ({ label: formatCount(months), isShipped: months === shipped.prior }))}
        rows={sensitivity}
        cells={({ values }) => values[transferAt] ?? []}
      />
    </div>
  )
}

function Grid({
  caption,
  head,
  rows,
  cells,
}: {
  caption: string
  head: readonly { label: string; isShipped: boolean }[]
  rows: readonly SensitivePosition[]
  cells: (row: SensitivePosition) => readonly number[]
}) {
  return (
    <div>
      <h3 className="mb-2 font-medium">{caption}</h3>
      <Table still caption={caption}>
        <thead>
          <tr>
            <Th>Device</Th>
            {head.map(({ label, isShipped }) => (
              <Th key={label} numeric>
                {label}
                {isShipped && <span className="block font-normal text-muted">as used</span>}
              </Th>
            ))}
            <Th numeric>Whole grid</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.model}>
              <Td>
                <Link className="link" href={`/networks/${row.network}`}>
                  {row.model}
                </Link>
              </Td>
              {cells(row).map((value, index) => (
                <Td
                  key={head[index]?.label}
                  numeric
                  className={head[index]?.isShipped ? 'font-medium' : 'text-muted'}
                >
                  {formatUsdSignificant(value, 3)}
                </Td>
              ))}
              <Td numeric className="text-muted">
                {formatUsdSignificant(Math.min(...row.values.flat()), 3)} –{' '}
                {formatUsdSignificant(Math.max(...row.values.flat()), 3)}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
