import type { Metadata } from 'next'
import Link from 'next/link'
import { ChartFoot } from '@/components/charts/chart-foot'
import { DeviceCellsTable } from '@/components/map/device-cells-table'
import { DeviceMap } from '@/components/map/device-map'
import { NetworkLinks } from '@/components/map/network-links'
import { Demonstration, Empty, PageTitle } from '@/components/ui'
import { formatCount, formatInstant } from '@/lib/core/format'
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
  const query = network ? `?network=${network.slug}` : ''
  const label = `${formatCount(map.devices)} devices ${network ? `of ${network.name} ` : ''}in ${formatCount(map.cells.length)} cells`
  return (
    <>
      <PageTitle title="Map of devices">
        Where devices stand that have a public place: an H3 cell of some 250 km², no finer. A dot’s area is
        how many; it is filled where one of them is for sale.
      </PageTitle>
      <NetworkLinks path="/networks/map" networks={networks} chosen={network?.slug} />
      {map.devices === 0 ? (
        <Empty
          title={`No device ${network ? `of ${network.name} ` : ''}has a public place.`}
          action={
            <Link href="/networks/map" className="link">
              All networks
            </Link>
          }
        >
          Digital networks pay wherever a device stands, so its operator need not say.
        </Empty>
      ) : (
        <>
          <p className="mb-2 flex flex-wrap items-center gap-x-2 text-sm text-muted">
            {label}
            {map.demonstrations > 0 && (
              <span className="inline-flex items-center gap-2">
                {map.demonstrations < map.devices && formatCount(map.demonstrations)} <Demonstration />
              </span>
            )}
          </p>
          <DeviceMap map={map} label={label} />
          <ChartFoot
            className="mb-6"
            source="the register on chain; land and borders from Natural Earth"
            asOf={formatInstant(new Date())}
            method={{ href: 'https://h3geo.org/docs/core-library/restable', name: 'H3 cells' }}
            data={{ csv: `/networks/map/cells.csv${query}` }}
          />
          <DeviceCellsTable map={map} network={network?.slug} />
        </>
      )}
    </>
  )
}
