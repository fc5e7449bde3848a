import { existsSync, writeFileSync } from 'node:fs'
import { publicKeyOf } from '@/lib/chain/device'
import { didKey } from '@/lib/chain/identity/did-key'
import type { KeyType } from '@/lib/chain/ids'
import { csvLine } from '@/lib/core/csv/format-csv'
import { AgentError } from './agent-error'
import { makeFleetKeys } from './fleet-keys'

export type FleetKeygenOptions = {
  keys: string
  csv: string
  count: number
  curve: KeyType
  network: string
  model: string
  cell: string
  name: string
  demonstration: boolean
  say: (line: string) => void
}

/** Makes the keys of a fleet and, beside them, the file of public keys that the page for many devices takes. */
export function fleetKeygen(options: FleetKeygenOptions): void {
  const { keys, csv, count, curve, network, model, cell, name, demonstration, say } = options
  if (existsSync(csv)) throw new AgentError(`${csv} is there already.`, 'Name another file with --csv.')
  const secrets = makeFleetKeys(keys, count, curve)
  const width = String(count).length
  const rows = secrets.map((secret, index) =>
    csvLine([
      didKey(publicKeyOf(secret)),
      network,
      model,
      cell,
      `${name} ${String(index + 1).padStart(width, '0')}`,
      demonstration ? 'yes' : 'no',
    ]),
  )
  const heading = csvLine(['device_key', 'network', 'model', 'cell', 'name', 'demonstration'])
  writeFileSync(csv, heading + rows.join(''))
  say(`${count} keys are in ${keys}; only you can read it. Keep it: a device has one key for ever.`)
  say(`Their public keys are in ${csv}: look it through, then give it to the page for many devices.`)
}
