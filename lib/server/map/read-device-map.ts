import { isValidCell } from 'h3-js'
import { type CellCount, deviceCells } from '@/db/queries/device-cells'
import type { DeviceMap } from '@/lib/market/device-map'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'
import { csvFile } from '../lab/csv-file'
import { drawCell } from './draw-cell'
import { groupCells } from './group-cells'

/** Most dots a map can carry and be read. */
const MOST_CELLS = 300

type Reader = Pick<ServerContext, 'db' | 'now'>

/** Where the devices of all networks stand, or of one. */
export async function readDeviceMap(
  network: string | undefined,
  server: Reader = context(),
): Promise<DeviceMap> {
  const counts = (await deviceCells(server.db, network, await headTime(server))).filter(({ cell }) =>
    isValidCell(cell),
  )
  const { groups, resolution } = groupCells(counts, MOST_CELLS)
  const cells = await Promise.all([...groups].map(([cell, rows]) => toMapCell(cell, rows)))
  return {
    cells: cells
      .flatMap((cell) => cell ?? [])
      .sort((a, b) => b.devices - a.devices || (a.cell < b.cell ? -1 : 1)),
    resolution,
    devices: counts.reduce((sum, { devices }) => sum + devices, 0),
    demonstrations: counts.reduce((sum, { demonstrations }) => sum + demonstrations, 0),
  }
}

/** The counts behind the map, a line a cell and network, at the resolution that is on chain. */
export async function deviceCellsCsv(
  network: string | undefined,
  server: Reader = context(),
): Promise<Response> {
  const rows = await deviceCells(server.db, network, await headTime(server))
  return csvFile(
    `devices-by-cell${network ? `-${network}` : ''}`,
    ['h3_cell', 'network', 'region', 'devices', 'demonstrations', 'for_sale'],
    rows.map((row) => [row.cell, row.network, row.region, row.devices, row.demonstrations, row.forSale]),
  )
}

async function toMapCell(cell: string, rows: readonly CellCount[]) {
  const place = await drawCell(cell)
  if (!place) return undefined
  return {
    ...place.world,
    cell,
    country: place.country,
    networks: [...new Set(rows.map(({ network }) => network))].sort(),
    devices: rows.reduce((sum, { devices }) => sum + devices, 0),
    forSale: rows.reduce((sum, { forSale }) => sum + forSale, 0),
  }
}
