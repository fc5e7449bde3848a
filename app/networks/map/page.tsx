import type { Metadata } from 'next'
import { DeviceMapView } from '@/components/map/device-map-view'
import { NetworkLinks } from '@/components/map/network-links'
import { NetworksNav } from '@/components/networks/networks-nav'
import { PageTitle } from '@/components/ui'
import { requireDatabase } from '@/lib/server/failure/require-database'
import { readDeviceMap } from '@/lib/server/map/read-device-map'
import { readNetworkChoices } from '@/lib/server/networks/read-network-choices'

export const metadata: Metadata = {
  title: 'Map of devices',
  description: 'Where the devices behind the positions stand, by H3 cell, as finely as it is public.',
}

export default async function DeviceMapPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { network: given } = await searchParams
  await requireDatabase()
  const networks = (await readNetworkChoices()).filter(({ isPhysical }) => isPhysical)
  const network = networks.find(({ slug }) => slug === given)
  const map = await readDeviceMap(network?.slug)
  return (
    <>
      <PageTitle title="Map of devices">
        Where devices stand that have a public place: an H3 cell of some 250 km², no finer. A dot’s area is
        how many; it is filled where one of them is for sale.
      </PageTitle>
      <NetworksNav current="/networks/map" />
      <NetworkLinks path="/networks/map" networks={networks} chosen={network?.slug} />
      <DeviceMapView map={map} network={network} />
    </>
  )
}
