import { type Comparison, comparisonHref } from '@/lib/market/statistics/comparison'
import { measureOf } from '@/lib/market/statistics/measures'
import { type ChartedNetwork, MeasureChart } from './measure-chart'

/** A chart with its title and its foot and nothing else; its links open pages of their own. */
export function EmbeddedChart({
  comparison,
  networks,
}: {
  comparison: Comparison
  networks: readonly ChartedNetwork[]
}) {
  const { name } = measureOf(comparison.measure)
  const isKnown = networks.some(({ points }) => points.length > 0)
  return (
    <div className="p-4 print:p-0">
      <h1 className="mb-3 text-base font-medium">
        <a
          href={comparisonHref(comparison)}
          target="_blank"
          rel="noreferrer"
          className="hover:text-signal-text"
        >
          {name}
          {networks.length > 0 && `, ${networks.map((network) => network.name).join(', ')}`}
        </a>
        <span className="ml-2 text-sm font-normal text-muted">Hotswap</span>
      </h1>
      {isKnown ? (
        <MeasureChart comparison={comparison} networks={networks} isEmbedded />
      ) : (
        <p className="border border-dashed border-rule p-6 text-sm text-muted">
          {networks.length === 0
            ? 'The address names no network: it ends in ?networks= and their names.'
            : 'No source gives this figure.'}
        </p>
      )}
    </div>
  )
}
