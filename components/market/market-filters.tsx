import Link from 'next/link'
import { Button, Checkbox, Field, FilterForm, Input, Select } from '@/components/ui'
import { formatUnitsExact } from '@/lib/core/money'
import {
  isFiltered,
  type MarketQuery,
  marketHref,
  marketSorts,
  type Problems,
} from '@/lib/market/market-query'
import { sortNames } from './sort-names'

export type NetworkChoice = { slug: string; name: string }

/** What the market is narrowed and sorted by. Keyed by the view, so that its fields follow the URL. */
export function MarketFilters({
  query,
  problems,
  networks,
}: {
  query: MarketQuery
  problems: Problems
  networks: readonly NetworkChoice[]
}) {
  return (
    <FilterForm
      key={marketHref(query)}
      action="/market"
      label="Positions"
      className="grid grid-cols-2 items-start gap-x-3 gap-y-2 sm:grid-cols-4 lg:flex lg:flex-wrap"
    >
      <Field label="Search" className="col-span-2 lg:min-w-48 lg:flex-1 lg:max-w-96">
        {(control) => (
          <Input
            {...control}
            type="search"
            name="q"
            defaultValue={query.search}
            placeholder="Name, hardware, operator, #number, 0x owner"
          />
        )}
      </Field>
      <Field label="Network" className="lg:w-44">
        {(control) => (
          <Select {...control} name="network" defaultValue={query.network ?? ''}>
            <option value="">All networks</option>
            {networks.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Sort by" className="lg:hidden">
        {(control) => (
          <Select {...control} name="sort" defaultValue={sortValue(query)}>
            {Object.entries(sortNames).map(([sort, name]) => (
              <option key={sort} value={sort === query.sort ? sortValue(query) : firstWay(sort)}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <PriceField label="Price from" name="min" value={query.minPrice} problem={problems.min} />
      <PriceField label="to" name="max" value={query.maxPrice} problem={problems.max} />
      <Checkbox
        label="Unlisted too"
        name="all"
        value="1"
        defaultChecked={query.all}
        className="whitespace-nowrap sm:col-span-3 sm:max-lg:mt-0 lg:mt-6"
      />
      <div className="flex items-center justify-end gap-2 lg:mt-6 lg:justify-start">
        <Button type="submit">Search</Button>
        {(isFiltered(query) || query.all) && (
          <Link href="/market" className="link px-1 py-2 text-sm text-muted">
            Clear
          </Link>
        )}
      </div>
    </FilterForm>
  )
}

/** The default order stays out of the URL. */
function sortValue({ sort, direction }: Pick<MarketQuery, 'sort' | 'direction'>): string {
  return sort === 'gap' && direction === 'asc' ? '' : `${sort}-${direction}`
}

function firstWay(sort: string): string {
  const known = sort as keyof typeof marketSorts
  return sortValue({ sort: known, direction: marketSorts[known] })
}

function PriceField({
  label,
  name,
  value,
  problem,
}: {
  label: string
  name: 'min' | 'max'
  value: bigint | undefined
  problem: string | undefined
}) {
  return (
    <Field label={label} error={problem} className="lg:w-28">
      {(control) => (
        <Input
          {...control}
          name={name}
          inputMode="decimal"
          placeholder="$"
          defaultValue={value === undefined ? '' : formatUnitsExact(value, 6)}
          className="figures text-right"
        />
      )}
    </Field>
  )
}
