import { Empty, LinkButton } from '@/components/ui'
import { activeFilters } from '@/lib/market/market-filters'
import { isFiltered, type MarketQuery, marketHref } from '@/lib/market/market-query'

/** Nothing to show: why, and what to loosen. */
export function NoPositions({ query }: { query: MarketQuery }) {
  if (query.cursor)
    return (
      <Empty
        title="Nothing further"
        action={<LinkButton href={marketHref(query)}>To the first page</LinkButton>}
      >
        What stood on this page has been sold or taken down since.
      </Empty>
    )
  if (!isFiltered(query)) return <NoneAtAll query={query} />
  const filters = activeFilters(query, () => undefined)
  const isPriced = query.minPrice !== undefined || query.maxPrice !== undefined
  return (
    <Empty
      title="No position fits"
      action={
        <>
          {query.show === 'listed' && !isPriced && (
            <LinkButton href={marketHref(query, { show: 'all' })}>Look among unlisted ones</LinkButton>
          )}
          {filters.length > 1 &&
            filters.slice(-2).map(({ name, text, href }) => (
              <LinkButton key={name} href={href}>
                Without “{text.replace(/[“”]/g, '')}”
              </LinkButton>
            ))}
          <LinkButton href="/market">Clear the filters</LinkButton>
        </>
      }
    >
      {query.show === 'listed'
        ? 'Nothing that can be bought now meets every filter.'
        : 'Nothing on record meets every filter.'}
      {query.minUptime !== undefined &&
        ' Devices that have not reported have no known uptime, and are left out.'}
    </Empty>
  )
}

function NoneAtAll({ query }: { query: MarketQuery }) {
  if (query.show === 'listed')
    return (
      <Empty
        title="Nothing is for sale right now"
        action={<LinkButton href={marketHref(query, { show: 'all' })}>Show unlisted positions</LinkButton>}
      >
        A listing is shown here only while it can be filled.
      </Empty>
    )
  if (query.show === 'unlisted')
    return (
      <Empty
        title="Every position is for sale"
        action={<LinkButton href={marketHref(query, { show: 'listed' })}>Show them</LinkButton>}
      />
    )
  return (
    <Empty title="No positions yet" action={<LinkButton href="/register">Register a device</LinkButton>}>
      A device that proves itself becomes a position, and stands here.
    </Empty>
  )
}
