import Link from 'next/link'
import { Table, Td, Th, Tr } from '@/components/ui'
import { formatCount } from '@/lib/core/format'
import type { DeviceMap } from '@/lib/market/device-map'

const ROWS = 25

/** The cells with the most devices, each leading to its positions where the market can search by it. */
export function DeviceCellsTable({ map, network }: { map: DeviceMap; network: string | undefined }) {
  return (
    <Table caption="Cells with the most devices">
      <thead>
        <tr>
          <Th>Country</Th>
          <Th className="max-sm:hidden">H3 cell, resolution {map.resolution}</Th>
          <Th className="max-sm:hidden">Networks</Th>
          <Th numeric>Devices</Th>
          <Th numeric>For sale</Th>
        </tr>
      </thead>
      <tbody>
        {map.cells.slice(0, ROWS).map(({ cell, country, networks, devices, forSale }) => (
          <Tr key={cell}>
            <Td>
              {map.resolution === 5 ? (
                <Link
                  prefetch={false}
                  className="link"
                  href={`/market?${new URLSearchParams({ all: '1', q: cell, ...(network && { network }) })}`}
                >
                  {country ?? 'at sea'}
                </Link>
              ) : (
                (country ?? 'at sea')
              )}
            </Td>
            <Td className="figures text-sm max-sm:hidden">{cell}</Td>
            <Td className="text-sm max-sm:hidden">{networks.join(', ')}</Td>
            <Td numeric>{formatCount(devices)}</Td>
            <Td numeric>{formatCount(forSale)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
