import { FilterForm, Select } from '@/components/ui'
import { type NetworkOrder, type NetworkSort, networkSorts } from '@/lib/market/network-sort'

/** What the networks are sorted by, as heads of columns and as choices. */
export const sortNames: Record<NetworkSort, string> = {
  name: 'Network',
  reward: 'Reward a node',
  rewards: 'Rewards a month',
  nodes: 'Nodes',
  price: 'Token',
  supply: 'For sale',
  floor: 'Floor',
  bid: 'Best bid',
  volume: 'Volume',
  time: 'Time to sale',
}

/** The order of the networks where the table has no heads to press: on a narrow screen. */
export function NetworksSort({ order: { sort } }: { order: NetworkOrder }) {
  return (
    <FilterForm
      action="/networks"
      label="Order of the networks"
      key={sort}
      className="flex items-center gap-2 pb-2 text-sm lg:hidden"
    >
      <label htmlFor="networks-sort" className="text-muted">
        Sorted by
      </label>
      <Select id="networks-sort" name="sort" defaultValue={sort} className="w-44">
        {networkSorts.map((one) => (
          <option key={one} value={one}>
            {sortNames[one]}
          </option>
        ))}
      </Select>
      <noscript>
        <button type="submit" className="min-h-9 rounded border border-control px-3">
          Sort
        </button>
      </noscript>
    </FilterForm>
  )
}
