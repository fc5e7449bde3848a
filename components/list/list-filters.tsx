import Link from 'next/link'
import { Button, Checkbox, Field, FilterForm, Input, Select } from '@/components/ui'
import { type ListQuery, listHref } from '@/lib/market/list-query'
import type { ListablePage } from '@/lib/market/listable'

/** Narrows an owner's positions; keyed by the view, so that its fields follow the URL. */
export function ListFilters({ query, page }: { query: ListQuery; page: ListablePage }) {
  const isFiltered = query.search !== '' || query.network !== undefined || query.unlisted
  return (
    <FilterForm
      key={listHref(query)}
      action="/list"
      label="Your positions"
      className="grid grid-cols-2 items-start gap-x-3 gap-y-2 pb-3 sm:flex sm:flex-wrap"
    >
      <input type="hidden" name="owner" value={page.owner} />
      <Field label="Search" className="max-sm:col-span-2 sm:w-64">
        {(control) => (
          <Input
            {...control}
            type="search"
            name="q"
            defaultValue={query.search}
            placeholder="Name or #number"
          />
        )}
      </Field>
      <Field label="Network" className="sm:w-48">
        {(control) => (
          <Select {...control} name="network" defaultValue={query.network ?? ''}>
            <option value="">All networks</option>
            {page.networks.map(({ slug, name, count }) => (
              <option key={slug} value={slug}>
                {name} ({count})
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Checkbox
        label="Unlisted only"
        name="unlisted"
        value="1"
        defaultChecked={query.unlisted}
        className="mt-6 whitespace-nowrap"
      />
      <div className="flex items-center gap-2 max-sm:col-span-2 sm:mt-6">
        <Button type="submit">Search</Button>
        {isFiltered && (
          <Link href={listHref({ owner: page.owner })} className="link px-1 py-2 text-sm text-muted">
            Clear
          </Link>
        )}
      </div>
    </FilterForm>
  )
}
