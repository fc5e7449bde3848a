import { isValidCell } from 'h3-js'
import type { CellCount } from '@/db/queries/device-cells'
import type { DeviceMap, MapCell } from '@/lib/market/device-map'
import { drawCell } from './draw-cell'
import { groupCells } from './group-cells'

/** Most dots a map can carry and be read. */
const MOST_CELLS = 300

/** The map of devices counted by cell and network: few enough dots, each with its place and country. */
export async function makeDeviceMap(given: readonly CellCount[]): Promise<DeviceMap> {
  const counts = given.filter(({ cell }) => isValidCell(cell))
  const { groups, resolution } = groupCells(counts, MOST_CELLS)
  const cells: MapCell[] = []
  for (const [cell, rows] of groups) {
    const drawn = await toMapCell(cell, rows)
    if (drawn) cells.push(drawn)
  }
  return {
    cells: cells.sort((a, b) => b.devices - a.devices || (a.cell < b.cell ? -1 : 1)),
    resolution,
    devices: counts.reduce((sum, { devices }) => sum + devices, 0),
    demonstrations: counts.reduce((sum, { demonstrations }) => sum + demonstrations, 0),
  }
}

async function toMapCell(cell: string, rows: readonly CellCount[]): Promise<MapCell | undefined> {
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
