import { FramedFigure } from '@/components/lab/framed-figure'
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
  const title = [name, ...networks.map((network) => network.name)].join(', ')
  return (
    <FramedFigure title={title} href={comparisonHref(comparison)}>
      {isKnown ? (
        <MeasureChart comparison={comparison} networks={networks} isEmbedded />
      ) : (
        <p className="border border-dashed border-rule p-6 text-sm text-muted">
          {networks.length === 0
            ? 'The address names no network: it ends in ?networks= and their names.'
            : 'No source gives this figure.'}
        </p>
      )}
    </FramedFigure>
  )
}
