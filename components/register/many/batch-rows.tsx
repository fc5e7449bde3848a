import Link from 'next/link'
import { Address, Empty, LinkButton, Pager, Section, Table, Tag, Td, Th, Tr } from '@/components/ui'
import { buttonLook } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { formatCount } from '@/lib/core/format'
import type { BatchView } from './batch-view'

type State = keyof BatchView['counts']

const states: Record<State, string> = {
  refused: 'Refused',
  waiting: 'Waiting for the device',
  proven: 'Proven',
  minted: 'Minted',
  expired: 'Expired',
}

/** Each row of the file with where it stands, narrowed to one state where the address says so. */
export function BatchRows({
  batch,
  state,
  rows,
  after,
  next,
}: {
  batch: BatchView
  state: State | undefined
  rows: readonly {
    line: number
    state: State
    name: string
    network: string
    deviceId: string | null
    givenKey: string
    problems: readonly { column: string; message: string }[]
    refusal: string | null
    positionId: number | null
  }[]
  after: number | undefined
  next: number | undefined
}) {
  const address = `/register/many/${batch.id}`
  const href = (narrowed: State | undefined, from?: number) => {
    const search = new URLSearchParams({
      ...(narrowed && { state: narrowed }),
      ...(from !== undefined && { after: String(from) }),
    }).toString()
    return search ? `${address}?${search}` : address
  }
  const shown = (Object.keys(states) as State[]).filter((it) => batch.counts[it] > 0)
  return (
    <Section
      title="Rows"
      action={
        <a href={`${address}/results.csv`} download className={buttonLook({ size: 'sm' })}>
          Download the results
        </a>
      }
    >
      <nav aria-label="Rows by state" className="-mx-1 mb-2 flex flex-wrap gap-x-1">
        <Narrow href={href(undefined)} isCurrent={state === undefined} count={batch.rows}>
          All
        </Narrow>
        {shown.map((it) => (
          <Narrow key={it} href={href(it)} isCurrent={state === it} count={batch.counts[it]}>
            {states[it]}
          </Narrow>
        ))}
      </nav>
      {rows.length === 0 ? (
        <Empty
          title="No row stands so any more"
          action={<LinkButton href={href(undefined)}>Show all rows</LinkButton>}
        />
      ) : (
        <Table caption="Rows of the file">
          <thead>
            <tr>
              <Th numeric>Line</Th>
              <Th>Name</Th>
              <Th className="max-md:hidden">Network</Th>
              <Th className="max-md:hidden">Device</Th>
              <Th>State</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Tr key={row.line}>
                <Td numeric className="w-14 align-top">
                  {row.line}
                </Td>
                <Td className="max-w-60 align-top break-words">{row.name || '–'}</Td>
                <Td className="figures align-top text-sm max-md:hidden">{row.network || '–'}</Td>
                <Td className="max-w-52 truncate align-top text-sm max-md:hidden">
                  {row.deviceId ? (
                    <Address value={row.deviceId} what="device" copy={false} />
                  ) : (
                    <span className="figures text-muted">{row.givenKey || '–'}</span>
                  )}
                </Td>
                <Td className="align-top text-sm">
                  <Standing row={row} />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pager
        previous={after === undefined ? undefined : href(state)}
        next={next === undefined ? undefined : href(state, next)}
      >
        {formatCount(rows.length)} {rows.length === 1 ? 'row' : 'rows'}, in the order of the file
      </Pager>
    </Section>
  )
}

function Standing({
  row: { state, problems, refusal, positionId },
}: {
  row: {
    state: State
    problems: readonly { column: string; message: string }[]
    refusal: string | null
    positionId: number | null
  }
}) {
  if (positionId !== null && state === 'minted')
    return (
      <Link href={`/positions/${positionId}`} prefetch={false} className="link">
        Position <span className="figures">{positionId}</span>
      </Link>
    )
  if (state === 'refused')
    return (
      <ul className="grid gap-0.5">
        {problems.map(({ column, message }) => (
          <li key={`${column} ${message}`}>
            <Tag look="warning" className="mr-1.5">
              {column}
            </Tag>
            {message}
          </li>
        ))}
      </ul>
    )
  return (
    <>
      {states[state]}
      {refusal && <span className="block text-loss">✕ {refusal}</span>}
    </>
  )
}

function Narrow({
  href,
  isCurrent,
  count,
  children,
}: {
  href: string
  isCurrent: boolean
  count: number
  children: string
}) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={isCurrent ? 'page' : undefined}
      className={classNames(
        'inline-flex min-h-8 items-center gap-1.5 border-b-2 px-1 mx-1 text-sm',
        isCurrent ? 'border-ink' : 'border-transparent text-muted hover:text-ink',
      )}
    >
      {children} <span className="figures text-muted">{formatCount(count)}</span>
    </Link>
  )
}
