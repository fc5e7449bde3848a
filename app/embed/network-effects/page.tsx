import type { Metadata } from 'next'
import { FramedFigure } from '@/components/lab/framed-figure'
import { NetworkEffectsFoot } from '@/components/lab/lab-feet'
import { GrowthTable } from '@/components/lab/network-effects-table'
import { readNetworkEffects } from '@/lib/server/lab/read-network-effects'

export const metadata: Metadata = { title: 'Network effects', robots: { index: false } }

/** The exponents alone, for other people's pages and for paper. */
export default async function EmbeddedNetworkEffects() {
  const { fitted } = await readNetworkEffects()
  const newest =
    fitted
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? '–'
  return (
    <FramedFigure title="Network effects from growth rates" href="/lab/network-effects">
      <GrowthTable rows={fitted} />
      <NetworkEffectsFoot asOf={newest} isEmbedded />
    </FramedFigure>
  )
}
