import { Address, Section, Table, Tag, Td, Th, Tr } from '@/components/ui'
import { formatUnitsFull } from '@/lib/core/format'
import type { ClaimNetwork } from '@/lib/market/rewards/claim-page'
import { Publication } from './network-rewards'

/** What a position earned each of its owners since it was registered, for its page; nothing where nothing accrued. */
export function PositionRewards({
  networks,
  now,
  isLocal,
}: {
  networks: readonly ClaimNetwork[]
  now: Date
  /** the amounts are demonstration */
  isLocal: boolean
}) {
  if (networks.length === 0) return null
  return (
    <Section
      id="rewards-paid"
      title="Rewards by owner"
      note={isLocal && 'demonstration: test dollars at the real published figure per node'}
      action={
        <a href="/claim" className="link">
          Claim yours
        </a>
      }
    >
      <div className="space-y-4">
        {networks.map(({ slug, name, published, rows }) => (
          <div key={slug}>
            <p className="text-sm text-muted">
              {name}, <Publication published={published} now={now} />
            </p>
            <Table caption={`Rewards of this position in ${name} by owner`}>
              <thead>
                <tr>
                  <Th className="w-full">Owner</Th>
                  <Th numeric>Published</Th>
                  <Th numeric>Claimed</Th>
                  <Th numeric>Accruing</Th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Tr key={row.account}>
                    <Td>
                      <span className="flex flex-wrap items-center gap-2">
                        <Address value={row.account} href={`/address/${row.account}`} />
                        {row.isHeld ? <Tag>owner now</Tag> : <Tag>former owner</Tag>}
                      </span>
                    </Td>
                    <Td numeric>{formatUnitsFull(row.published)}</Td>
                    <Td numeric>{formatUnitsFull(row.claimed)}</Td>
                    <Td numeric className="text-muted">
                      {row.accruing > 0n ? `≈\u00a0${formatUnitsFull(row.accruing)}` : '–'}
                    </Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          </div>
        ))}
      </div>
      <p className="mt-2 max-w-prose text-xs text-muted">
        A buyer gets what accrues from the second of the sale on; what accrued before stays the seller’s.
      </p>
    </Section>
  )
}
