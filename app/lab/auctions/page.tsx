import type { Metadata } from 'next'
import { AuctionRule } from '@/components/lab/auctions/auction-rule'
import { startOf } from '@/components/lab/auctions/auction-start'
import { Auctions } from '@/components/lab/auctions/auctions'
import { ChooseNetwork } from '@/components/lab/auctions/choose-network'
import { LabTitle } from '@/components/lab/lab-title'
import { Empty, ErrorNote } from '@/components/ui'
import { readAuctionBook } from '@/lib/server/lab/read-auction-book'

export const metadata: Metadata = {
  title: 'Auctions',
  description:
    'The market’s own orders cleared at one price, by McAfee’s double auction and by Vickrey–Clarke–Groves: who wins, who pays what, and what a lie would gain.',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuctionsPage({ searchParams }: Props) {
  const query = await searchParams
  const found = await readAuctionBook(typeof query.of === 'string' ? query.of : undefined)
  return (
    <>
      <LabTitle title="Auctions">
        Who wins, who pays what, and what would a lie gain? The orders of a network’s market, sealed and
        cleared together under three rules.
      </LabTitle>
      {found ? <Book found={found} query={query} /> : <Empty title="No network is known yet" />}
    </>
  )
}

function Book({
  found,
  query,
}: {
  found: NonNullable<Awaited<ReturnType<typeof readAuctionBook>>>
  query: Record<string, string | string[] | undefined>
}) {
  const { live, start, asked, knobs, source, problem } = startOf(found, query)
  return (
    <div className="space-y-8">
      <ChooseNetwork choices={found.choices} chosen={found.network.slug} />
      {problem && <ErrorNote error={{ message: problem }} />}
      <Auctions
        key={found.network.slug}
        network={found.network.name}
        live={live}
        start={start}
        kept={query.of === found.network.slug ? `of=${found.network.slug}` : ''}
        asked={asked}
        knobs={knobs}
        source={source}
      />
      <AuctionRule />
    </div>
  )
}
