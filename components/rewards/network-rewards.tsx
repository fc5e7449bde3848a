import Link from 'next/link'
import { Demonstration, Section, Table, Tag, Td, Th, Time, Tr } from '@/components/ui'
import { formatUnitsFull } from '@/lib/core/format'
import type { ClaimNetwork, ClaimRow } from '@/lib/market/rewards/claim-page'

/** What an account's positions earned in one network, and how far that is published. */
export function NetworkRewards({ network, now }: { network: ClaimNetwork; now: Date }) {
  const { slug, name, published, rows } = network
  return (
    <Section
      title={
        <Link prefetch={false} href={`/networks/${slug}`} className="hover:underline">
          {name}
        </Link>
      }
      note={<Publication published={published} now={now} />}
    >
      <Table caption={`Rewards of ${name} by position`}>
        <thead>
          <tr>
            <Th className="w-full">Position</Th>
            <Th numeric className="sm:min-w-28">
              To claim
            </Th>
            <Th numeric className="sm:min-w-28">
              Accruing
            </Th>
            <Th numeric className="sm:min-w-28 max-sm:hidden">
              Claimed
            </Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.positionId}>
              <Td>
                <PositionName row={row} />
              </Td>
              <Td numeric>{amount(row.claimable)}</Td>
              <Td numeric className="text-muted">
                {row.accruing > 0n ? `≈\u00a0${formatUnitsFull(row.accruing)}` : '–'}
              </Td>
              <Td numeric className="max-sm:hidden">
                {amount(row.claimed)}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}

/** How far rewards are published: to when, the file, the transaction. */
export function Publication({ published, now }: { published: ClaimNetwork['published']; now: Date }) {
  if (!published) return 'nothing published yet: the first epoch is waiting for final blocks'
  return (
    <>
      published to <Time at={published.until} now={now} /> ·{' '}
      <a href={published.file} className="link">
        file
      </a>
    </>
  )
}

function PositionName({ row }: { row: ClaimRow }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <Link prefetch={false} href={`/positions/${row.positionId}`} className="hover:underline">
        <span className="figures text-sm text-muted">#{row.positionId}</span>{' '}
        {row.name ?? `Position ${row.positionId}`}
      </Link>
      {!row.isHeld && <Tag title="You no longer own it; what it earned while you did is yours">sold</Tag>}
      {row.isDemonstration && <Demonstration short />}
    </span>
  )
}

function amount(units: bigint): string {
  return units > 0n ? formatUnitsFull(units) : '–'
}
