import Link from 'next/link'
import { ChartFoot } from '@/components/charts/chart-foot'
import { Demonstration, Empty } from '@/components/ui'
import { formatCount, formatMinute } from '@/lib/core/format'
import type { DeviceMap as Devices } from '@/lib/market/device-map'
import { DeviceCellsTable } from './device-cells-table'
import { DeviceMap } from './device-map'

/** The map with its key, its source and its files, of all networks or of one. */
export function DeviceMapFigure({
  map,
  network,
  isEmbedded = false,
}: {
  map: Devices & { at: Date }
  network: { slug: string; name: string } | undefined
  /** it stands alone already */
  isEmbedded?: boolean
}) {
  const query = network ? `?network=${network.slug}` : ''
  const label = labelOf(map, network)
  return (
    <>
      <DeviceMap map={map} label={label} />
      <ChartFoot
        source="the register on chain; land and borders from Natural Earth"
        asOf={formatMinute(map.at)}
        method={{ href: 'https://h3geo.org/docs/core-library/restable', name: 'H3 cells' }}
        data={{ csv: `/networks/map/cells.csv${query}`, json: `/networks/map/cells.json${query}` }}
        embed={isEmbedded ? undefined : `/embed/map${query}`}
        isEmbedded={isEmbedded}
        title={label}
      />
    </>
  )
}

/** "60 devices of DIMO in 24 cells" */
export function labelOf(map: Devices, network: { name: string } | undefined): string {
  const ofNetwork = network ? `of ${network.name} ` : ''
  return `${formatCount(map.devices)} devices ${ofNetwork}in ${formatCount(map.cells.length)} cells`
}

/** The map with its figures, of all networks or of one. */
export function DeviceMapView({
  map,
  network,
}: {
  map: Devices & { at: Date }
  network: { slug: string; name: string } | undefined
}) {
  if (map.devices === 0)
    return (
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
    )
  return (
    <>
      <p className="mb-2 flex flex-wrap items-center gap-x-2 text-sm text-muted">
        {labelOf(map, network)}
        {map.demonstrations > 0 && (
          <span className="inline-flex items-center gap-2">
            {map.demonstrations < map.devices && formatCount(map.demonstrations)} <Demonstration />
          </span>
        )}
      </p>
      <div className="mb-6">
        <DeviceMapFigure map={map} network={network} />
      </div>
      <DeviceCellsTable map={map} network={network?.slug} />
    </>
  )
}
