import type { Metadata } from 'next'
import { describePosition } from '@/components/position/describe-position'
import { PositionView } from '@/components/position/position-view'
import { publicOrigin } from '@/lib/server/positions/public-origin'
import { parseJoining, readJoiningOfPosition } from '@/lib/server/positions/read-joining'
import { readPanelSettings } from '@/lib/server/positions/read-panel-settings'
import { readPositionRewards } from '@/lib/server/rewards/read-claim-page'
import { readPosition } from './read-position'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { id } = await params
  const page = await readPosition(id)
  const title = `${page.facts.document?.name ?? `Position ${id}`} #${id}`
  const description = describePosition(page)
  return {
    metadataBase: publicOrigin(),
    title,
    description,
    openGraph: { title, description, url: `/positions/${id}`, siteName: 'Hotswap' },
    twitter: { card: 'summary_large_image' },
  }
}

export default async function Position({ params, searchParams }: Props) {
  const { id } = await params
  const page = await readPosition(id)
  const [paid, joining] = await Promise.all([
    readPositionRewards(page.facts.id),
    readJoiningOfPosition(page.facts, parseJoining(await searchParams)),
  ])
  return <PositionView page={page} paid={paid} joining={joining} settings={readPanelSettings()} />
}
