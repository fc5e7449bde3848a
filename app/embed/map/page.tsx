import type { Metadata } from 'next'
import { FramedFigure } from '@/components/lab/framed-figure'
import { DeviceMapFigure, labelOf } from '@/components/map/device-map-view'
import { readDeviceMap } from '@/lib/server/map/read-device-map'
import { readNetworkChoices } from '@/lib/server/networks/read-network-choices'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: 'Map of devices', robots: { index: false } }

/** The map of devices alone, of all networks or of the one that the address names. */
export default async function EmbeddedMap({ searchParams }: Props) {
  const { network: given } = await searchParams
  const network = (await readNetworkChoices()).find(({ slug }) => slug === given)
  const map = await readDeviceMap(network?.slug)
  return (
    <FramedFigure
      title={labelOf(map, network)}
      href={`/networks/map${network ? `?network=${network.slug}` : ''}`}
    >
      <DeviceMapFigure map={map} network={network} isEmbedded />
    </FramedFigure>
  )
}
