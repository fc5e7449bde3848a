import Link from 'next/link'
import { ChartFoot } from '@/components/charts/chart-foot'
import { Demonstration, Empty } from '@/components/ui'
import { formatCount, formatInstant } from '@/lib/core/format'
import type { DeviceMap as Devices } from '@/lib/market/device-map'
import { DeviceCellsTable } from './device-cells-table'
import { DeviceMap } from './device-map'

/** The map with its figures, of all networks or of one. */
export function DeviceMapView({
  map,
  network,
  at,
}: {
  map: Devices
  network: { slug: string; name: string } | undefined
  at: Date
}) {
  const ofNetwork = network ? `of ${network.name} ` : ''
  if (map.devices === 0)
    return (
      <Empty
        title={`No device ${ofNetwork}has a public place.`}
        action={
          <Link href="/networks/map" className="link">
            All networks
          </Link>
        }
      >
        Digital networks pay wherever a device stands, so its operator need not say.
      </Empty>
    )
  const query = network ? `?network=${network.slug}` : ''
  const label = `${formatCount(map.devices)} devices ${ofNetwork}in ${formatCount(map.cells.length)} cells`
  return (
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
        asOf={formatInstant(at)}
        method={{ href: 'https://h3geo.org/docs/core-library/restable', name: 'H3 cells' }}
        data={{ csv: `/networks/map/cells.csv${query}` }}
      />
      <DeviceCellsTable map={map} network={network?.slug} />
    </>
  )
}
