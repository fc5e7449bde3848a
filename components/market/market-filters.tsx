import { Button, ChoiceField, Field, FilterForm, Input } from '@/components/ui'
import { formatCount } from '@/lib/core/format'
import { formatUnitsExact } from '@/lib/core/money'
import {
  categories,
  filterFields,
  type MarketQuery,
  marketSearch,
  marketSorts,
  type Problems,
} from '@/lib/market/market-query'
import type { Facets } from '@/lib/market/market-row'
import { regionNames, regions } from '@/lib/market/region'
import { FiguresField } from './figures-field'
import { MoreFilters } from './more-filters'
import { sortNames } from './sort-names'

export type NetworkChoice = { slug: string; name: string }

/** What the market is narrowed and sorted by. Its fields follow the URL; on phones most of them are folded away. */
export function MarketFilters({
  query,
  problems,
  networks,
  facets,
}: {
  query: MarketQuery
  problems: Problems
  networks: readonly NetworkChoice[]
  facets: Facets
}) {
  const folded = filterFields.filter((field) => query[field] !== undefined).length
  return (
    <FilterForm
      action="/market"
      label="Positions"
      follow={marketSearch(query)}
      className="grid grid-cols-2 items-start gap-x-3 gap-y-2 lg:grid-cols-12"
    >
      <Field label="Search" className="col-span-2 lg:col-span-4">
        {(control) => (
          <span className="flex gap-2">
            <Input
              {...control}
              type="search"
              name="q"
              defaultValue={query.search}
              placeholder="Name, model, operator, place, #number, 0x owner"
            />
            <Button type="submit">Search</Button>
          </span>
        )}
      </Field>
      <ChoiceField
        label="Sort by"
        name="sort"
        value={sortValue(query)}
        choices={Object.entries(sortNames).map(([sort, name]) => [
          sort === query.sort ? sortValue(query) : firstWay(sort),
          name,
        ])}
        className="lg:order-1 lg:col-span-2"
      />
      <MoreFilters count={folded}>
        <Choice
          label="Network"
          name="network"
          none="All networks"
          value={query.network}
          choices={networks.map(({ slug, name }) => [slug, name])}
          counts={facets.network}
        />
        <Choice
          label="Category"
          name="category"
          none="All categories"
          value={query.category}
          choices={categories.map((category) => [category, category])}
          counts={facets.category}
        />
        <Choice
          label="Region"
          name="region"
          none="Everywhere"
          value={query.region}
          choices={regions.map((region) => [region, regionNames[region]])}
          counts={facets.region}
        />
        <FiguresField
          label="Price from"
          name="min"
          unit="$"
          value={query.minPrice === undefined ? '' : formatUnitsExact(query.minPrice, 6)}
          problem={problems.min}
        />
        <FiguresField
          label="to"
          name="max"
          unit="$"
          value={query.maxPrice === undefined ? '' : formatUnitsExact(query.maxPrice, 6)}
          problem={problems.max}
        />
        <FiguresField
          label="Below value by"
          name="gap"
          unit="%"
          value={query.minGap}
          problem={problems.gap}
        />
        <FiguresField
          label="Yield from"
          name="yield"
          unit="%"
          value={query.minYield}
          problem={problems.yield}
        />
        <FiguresField
          label="Break-even in"
          name="days"
          unit="days"
          value={query.maxDays}
          problem={problems.days}
        />
        <FiguresField
          label="Uptime from"
          name="uptime"
          unit="%"
          value={query.minUptime}
          problem={problems.uptime}
        />
        <ChoiceField
          label="Show"
          name="show"
          value={query.show === 'listed' ? '' : query.show}
          choices={[
            ['', 'For sale now'],
            ['all', 'Unlisted too'],
            ['unlisted', 'Unlisted only'],
          ]}
          className="lg:col-span-2"
        />
      </MoreFilters>
      <input type="hidden" name="view" defaultValue={query.view === 'cards' ? 'cards' : ''} />
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

/** One of several, each with how many positions it would show; what would show none stays, so that nothing jumps. */
function Choice({
  label,
  name,
  none,
  value,
  choices,
  counts,
}: {
  label: string
  name: string
  none: string
  value: string | undefined
  choices: readonly (readonly [value: string, name: string])[]
  counts: Record<string, number>
}) {
  return (
    <ChoiceField
      label={label}
      name={name}
      value={value ?? ''}
      choices={[
        ['', none],
        ...choices.map(
          ([choice, text]) => [choice, `${text} (${formatCount(counts[choice] ?? 0)})`] as const,
        ),
      ]}
      className="lg:col-span-2"
    />
  )
}
