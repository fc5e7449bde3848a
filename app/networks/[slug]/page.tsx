import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { IfOthersJoin } from '@/components/congestion/if-others-join'
import { NextDevice } from '@/components/lab/next-device'
import { NetworkActivity } from '@/components/networks/network-activity'
import { NetworkReference } from '@/components/networks/network-reference'
import { NetworkSqueeze } from '@/components/networks/network-squeeze'
import { NetworkView } from '@/components/networks/network-view'
import { StatisticsSection } from '@/components/networks/statistics-section'
import { NetworkBookSection } from '@/components/orders/network-book-section'
import { readNetworkEffects } from '@/lib/server/lab/read-network-effects'
import { readNetwork, readNetworkActivity } from '@/lib/server/networks/read-networks'
import { readNetworkBook } from '@/lib/server/orders/read-network-book'
import { parseJoining, readJoiningOfNetwork } from '@/lib/server/positions/read-joining'
import { readNetworkReferences } from '@/lib/server/reference-price/read-references'
import { readSqueeze } from '@/lib/server/squeeze/read-squeeze'
import { readStatistics } from '@/lib/server/statistics/read-statistics'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const network = cache((slug: string) => readNetwork(slug))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await network((await params).slug)
  return found
    ? { title: found.name, description: `Rewards, nodes and token price of ${found.name} by month.` }
    : {}
}

export default async function NetworkPage({ params, searchParams }: Props) {
  const found = await network((await params).slug)
  if (!found) notFound()
  return (
    <>
      <NetworkView network={found} log={(await searchParams).scale === 'log'} />
      <div className="pt-8">
        <Statistics slug={found.slug} name={found.name} token={found.token} />
      </div>
      <div className="pt-8">
        <OneMore slug={found.slug} />
      </div>
      <div className="pt-8">
        <NetworkBookSection page={await readNetworkBook(found.slug)} slug={found.slug} />
      </div>
      <div className="space-y-8 pt-8">
        <NetworkReference {...found} {...(await readNetworkReferences(found.slug))} />
        <NetworkSqueeze {...found} squeeze={await readSqueeze(found.slug)} now={new Date()} />
      </div>
      <div className="pt-8">
        <Joining slug={found.slug} name={found.name} query={await searchParams} />
      </div>
      <NetworkActivity {...found} {...(await readNetworkActivity(found.slug))} />
    </>
  )
}

async function Joining({
  slug,
  name,
  query,
}: {
  slug: string
  name: string
  query: Record<string, string | string[] | undefined>
}) {
  const page = await readJoiningOfNetwork({ slug, name }, parseJoining(query))
  return page && <IfOthersJoin action={`/networks/${slug}`} page={page} isOwnPage={false} />
}

async function Statistics({ slug, name, token }: { slug: string; name: string; token: string }) {
  return <StatisticsSection slug={slug} name={name} token={token} {...(await readStatistics(slug))} />
}

async function OneMore({ slug }: { slug: string }) {
  const { fitted, thin } = await readNetworkEffects()
  const is = (one: { slug: string }) => one.slug === slug
  return <NextDevice slug={slug} effect={fitted.find(is)} why={thin.find(is)?.why} />
}
