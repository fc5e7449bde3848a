import Link from 'next/link'
import { Button, Field, FilterForm, Input, Select } from '@/components/ui'
import { type LedgerQuery, ledgerHref } from '@/lib/market/ledger-query'
import { groupNames } from './entry-names'

/** What the record is narrowed to. */
export function LedgerFilters({
  query,
  of,
  problem,
  networks,
}: {
  query: LedgerQuery
  of: string
  problem: string | undefined
  networks: readonly { slug: string; name: string }[]
}) {
  const isNarrowed = query.group || query.network || of || query.from || query.to
  return (
    <FilterForm
      key={ledgerHref(query)}
      action="/ledger"
      label="Public record"
      className="grid grid-cols-2 items-start gap-x-3 gap-y-2 lg:flex lg:flex-wrap"
    >
      <Field label="Event" className="lg:w-48">
        {(control) => (
          <Select {...control} name="kind" defaultValue={query.group ?? ''}>
            <option value="">All events</option>
            {Object.entries(groupNames).map(([group, name]) => (
              <option key={group} value={group}>
                {name}
              </option>
            ))}
          </Select>
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
      <Field label="Position or account" error={problem} className="max-lg:col-span-2 lg:w-80">
        {(control) => (
          <Input
            {...control}
            type="search"
            name="of"
            defaultValue={of}
            placeholder="#12 or 0x…"
            className="figures"
          />
        )}
      </Field>
      <Field label="From day (UTC)" className="lg:w-38">
        {(control) => (
          <Input {...control} type="date" name="from" defaultValue={query.from ?? ''} max={query.to} />
        )}
      </Field>
      <Field label="To day" className="lg:w-38">
        {(control) => (
          <Input {...control} type="date" name="to" defaultValue={query.to ?? ''} min={query.from} />
        )}
      </Field>
      <div className="flex items-center gap-2 max-lg:col-span-2 max-lg:justify-end lg:mt-6">
        {isNarrowed && (
          <Link href="/ledger" className="link px-1 py-2 text-sm text-muted lg:order-last">
            Clear
          </Link>
        )}
        <Button type="submit">Search</Button>
      </div>
    </FilterForm>
  )
}
