import { FilterForm, Select } from '@/components/ui'
import {
  type Comparison,
  type ComparisonScale,
  comparisonParams,
  comparisonScales,
  drawnMeasures,
} from '@/lib/market/statistics/comparison'
import { measureOf } from '@/lib/market/statistics/measures'

const scaleNames: Record<ComparisonScale, string> = {
  absolute: 'As they are',
  log: 'On a log scale',
  indexed: 'Indexed to 100',
}

/** What is drawn, and how; both are in the address. */
export function CompareForm({ comparison }: { comparison: Comparison }) {
  const { networks, measure, scale } = comparison
  const groups = [...new Set(drawnMeasures.map((id) => measureOf(id).group))]
  return (
    <FilterForm
      action="/networks/compare"
      label="What to compare"
      follow={new URLSearchParams({ networks: networks.join(','), measure, values: scale }).toString()}
      key={comparisonParams({ networks, measure: 'rewardPerNode', scale: 'log' })}
      className="flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="networks" value={networks.join(',')} />
      <div>
        <label htmlFor="compare-measure" className="block text-sm text-muted">
          Measure
        </label>
        <Select id="compare-measure" name="measure" defaultValue={measure} className="mt-1 w-64 max-w-full">
          {groups.map((group) => (
            <optgroup key={group} label={group}>
              {drawnMeasures
                .filter((id) => measureOf(id).group === group)
                .map((id) => (
                  <option key={id} value={id}>
                    {measureOf(id).name}
                  </option>
                ))}
            </optgroup>
          ))}
        </Select>
      </div>
      <div>
        <label htmlFor="compare-values" className="block text-sm text-muted">
          Values
        </label>
        <Select id="compare-values" name="values" defaultValue={scale} className="mt-1 w-44 max-w-full">
          {comparisonScales.map((one) => (
            <option key={one} value={one}>
              {scaleNames[one]}
            </option>
          ))}
        </Select>
      </div>
      <noscript>
        <button type="submit" className="min-h-9 rounded border border-control px-3">
          Show
        </button>
      </noscript>
    </FilterForm>
  )
}
