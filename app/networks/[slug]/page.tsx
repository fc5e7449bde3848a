import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { NetworkActivity } from '@/components/networks/network-activity'
import { NetworkView } from '@/components/networks/network-view'
import { StatisticsSection } from '@/components/networks/statistics-section'
import { NetworkBookSection } from '@/components/orders/network-book-section'
import { readNetwork, readNetworkActivity } from '@/lib/server/networks/read-networks'
import { readNetworkBook } from '@/lib/server/orders/read-network-book'
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
        <NetworkBookSection page={await readNetworkBook(found.slug)} slug={found.slug} />
      </div>
      <NetworkActivity {...found} {...(await readNetworkActivity(found.slug))} />
    </>
  )
}

async function Statistics({ slug, name, token }: { slug: string; name: string; token: string }) {
  return <StatisticsSection slug={slug} name={name} token={token} {...(await readStatistics(slug))} />
}
