import type { Metadata } from 'next'
import { FramedFigure } from '@/components/lab/framed-figure'
import { SqueezeFigure } from '@/components/networks/squeeze-figure'
import { readNetworkChoices } from '@/lib/server/networks/read-network-choices'
import { readSqueeze } from '@/lib/server/squeeze/read-squeeze'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: 'Float against demand', robots: { index: false } }

/** A network's demand for each listing alone. */
export default async function EmbeddedDemand({ searchParams }: Props) {
  const { network: given } = await searchParams
  const network = (await readNetworkChoices()).find(({ slug }) => slug === given)
  const squeeze = network && (await readSqueeze(network.slug))
  if (!squeeze)
    return (
      <p className="p-4 text-sm text-muted">
        {network
          ? `Nothing was counted of ${network.name} yet.`
          : 'The address names no network: it ends in ?network= and its name.'}
      </p>
    )
  return (
    <FramedFigure
      title={`Demand for each listing, ${network.name}`}
      href={`/networks/${network.slug}#squeeze`}
    >
      <SqueezeFigure {...network} squeeze={squeeze} isEmbedded />
    </FramedFigure>
  )
}
