import { deviceCells } from '@/db/queries/device-cells'
import { rollUpOf } from '@/db/queries/statistics'
import type { DeviceMap } from '@/lib/market/device-map'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'
import { csvFile, type DataTable, jsonFile } from '../lab/csv-file'
import { makeDeviceMap } from './make-device-map'
import { deviceMapName } from './roll-up-device-map'

type Reader = Pick<ServerContext, 'db' | 'now'>

/**
 * Where the devices of all networks stand, or of one, as the worker keeps it; made here where no worker has run yet, or
 * the network's first device is younger than its last run.
 */
export async function readDeviceMap(
  network: string | undefined,
  server: Reader = context(),
): Promise<DeviceMap & { at: Date }> {
  const kept = await rollUpOf(server.db, deviceMapName(network))
  // only `rollUpDeviceMap` writes the row, under a key that names this shape's version
  if (kept) return { ...(kept.value as DeviceMap), at: kept.computedAt }
  const at = await headTime(server)
  return { ...(await makeDeviceMap(await deviceCells(server.db, network, at))), at }
}

/** The counts behind the map, a line a cell and network, at the resolution that is on chain. */
export async function deviceCellsCsv(network: string | undefined, server: Reader): Promise<Response> {
  const { name, head, rows } = await cellTable(network, server)
  return csvFile(name, head, rows)
}

/** The same as JSON. */
export async function deviceCellsJson(network: string | undefined, server: Reader): Promise<Response> {
  return jsonFile(await cellTable(network, server), 'the register on chain')
}

async function cellTable(network: string | undefined, server: Reader): Promise<DataTable> {
  const rows = await deviceCells(server.db, network, await headTime(server))
  return {
    name: `devices-by-cell${network ? `-${network}` : ''}`,
    head: ['h3_cell', 'network', 'region', 'devices', 'demonstrations', 'for_sale'],
    rows: rows.map((row) => [
      row.cell,
      row.network,
      row.region,
      row.devices,
      row.demonstrations,
      row.forSale,
    ]),
  }
}
