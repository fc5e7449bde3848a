import type { Hex } from 'viem'
import { keyFromBytes, parseDidKey } from '@/lib/chain/identity/did-key'
import { type DeviceKey, deviceId, keyTypes } from '@/lib/chain/ids'
import { type CsvRecord, parseCsv } from '@/lib/core/csv/parse-csv'
import { HotswapError, InvalidInputError } from '@/lib/core/errors'
import { challengeInput, type Terms } from '../input'
import { batchColumns, type ColumnName, MOST_ROWS } from './columns'

/** What is wrong with a row, and in which column of it. */
export type Problem = { column: string; message: string }

export type JudgedRow = { line: number; cells: Record<string, string> } & (
  | { isGood: true; device: { id: Hex; key: DeviceKey }; terms: Terms }
  | { isGood: false; problems: Problem[]; device: { id: Hex; key: DeviceKey } | undefined }
)

/** A network a device can be registered for, as far as a row is judged by it. */
export type KnownNetwork = {
  slug: string
  name: string
  isPhysical: boolean
  models: readonly { slug: string; name: string }[]
}

/**
 * Reads a file of devices and judges each row by itself: what is good goes on, what is not says why, column by column.
 * What only the database knows (a device registered already) is not judged here. Pure.
 *
 * @throws InvalidInputError where the file as a whole cannot be read: no heading, a column nobody knows, no row, too many
 */
export function judgeRows(text: string, networks: readonly KnownNetwork[]): JudgedRow[] {
  const { records, trouble } = parseCsv(text)
  if (trouble) throw refuse(`Line ${trouble.line}, character ${trouble.column}: ${trouble.message}`)
  const [heading, ...rows] = records
  if (!heading) throw refuse('The file is empty.')
  const columns = readHeading(heading)
  if (rows.length === 0) throw refuse('The file has a heading and no row.')
  if (rows.length > MOST_ROWS)
    throw refuse(`The file has ${rows.length} rows; at most ${MOST_ROWS} go into one.`)
  const bySlug = new Map(networks.map((network) => [network.slug, network]))
  const lineOf = new Map<Hex, number>()
  return rows.map((record) => {
    const row = judgeRow(record, columns, bySlug)
    if (!row.device) return row
    const first = lineOf.get(row.device.id)
    if (first === undefined) {
      lineOf.set(row.device.id, row.line)
      return row
    }
    const twice = { column: 'device_key', message: `The same key stands on line ${first}.` }
    return { ...row, isGood: false, problems: [...(row.isGood ? [] : row.problems), twice] }
  })
}

function readHeading({ cells }: CsvRecord): ColumnName[] {
  const names = cells.map((cell) => cell.trim().toLowerCase().replaceAll(' ', '_'))
  const known = new Set<string>(batchColumns.map(({ name }) => name))
  const unknown = names.filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw refuse(
      `There is no column ${unknown.map((name) => `“${name}”`).join(', ')}: the first line names the columns of the template.`,
    )
  const doubled = names.find((name, index) => names.indexOf(name) !== index)
  if (doubled) throw refuse(`The column “${doubled}” stands there twice.`)
  const missing = batchColumns.filter(({ name, isRequired }) => isRequired && !names.includes(name))
  if (missing.length > 0)
    throw refuse(`The heading lacks ${missing.map(({ name }) => `“${name}”`).join(', ')}.`)
  return names as ColumnName[]
}

function judgeRow(
  { line, cells }: CsvRecord,
  columns: readonly ColumnName[],
  networks: ReadonlyMap<string, KnownNetwork>,
): JudgedRow {
  const given = Object.fromEntries(
    columns.map((name, index) => [name, (cells[index] ?? '').trim().slice(0, 400)]),
  ) as Partial<Record<ColumnName, string>>
  const problems: Problem[] = []
  if (cells.length !== columns.length)
    problems.push({
      column: 'row',
      message: `The row has ${cells.length} cells and the heading ${columns.length}.`,
    })
  const device = readDevice(given.device_key ?? '', problems)
  const network = networks.get(given.network ?? '')
  const model = network?.models.find(({ slug }) => slug === given.model)
  judgePlace(given, network, model !== undefined, problems)
  const parsed = challengeInput.safeParse({
    network: given.network,
    model: given.model,
    cell: given.cell || null,
    placeCommitment: given.place_commitment || null,
    metadata: {
      name: given.name ?? '',
      hardware: given.hardware || model?.name || '–',
      demonstration: readFlag(given.demonstration ?? '', problems),
      ...(given.operator && { operator: given.operator }),
      ...(given.note && { note: given.note }),
    },
  })
  for (const { path, message } of parsed.error?.issues ?? []) {
    const column = columnOf(path)
    // the first sentence about a column is the one to mend
    if (!problems.some((problem) => problem.column === column)) problems.push({ column, message })
  }
  const row = { line, cells: given as Record<string, string> }
  return parsed.success && device && problems.length === 0
    ? { ...row, isGood: true, device, terms: parsed.data }
    : { ...row, isGood: false, problems, device }
}

function readDevice(text: string, problems: Problem[]): { id: Hex; key: DeviceKey } | undefined {
  try {
    const key = readKey(text)
    return { id: deviceId(key), key }
  } catch (error) {
    if (!(error instanceof HotswapError)) throw error
    problems.push({ column: 'device_key', message: error.message })
    return undefined
  }
}

/** A public key as a did:key, or as `curve:0x…` with its SEC 1 bytes. @throws InvalidInputError */
function readKey(text: string): DeviceKey {
  if (text === '') throw refuse('The device’s key is missing.')
  if (text.startsWith('did:')) return parseDidKey(text)
  const [, curve, bytes] = /^(\w+):(?:0x)?((?:0[23][0-9a-fA-F]{64})|(?:04[0-9a-fA-F]{128}))$/.exec(text) ?? []
  const keyType = keyTypes.find((type) => type === curve?.toLowerCase())
  if (!keyType || !bytes)
    throw refuse('This is neither a did:key nor a curve and its key in hex (p256:0x04… or secp256k1:0x02…).')
  return keyFromBytes(keyType, `0x${bytes.toLowerCase()}`)
}

function judgePlace(
  given: Partial<Record<ColumnName, string>>,
  network: KnownNetwork | undefined,
  hasModel: boolean,
  problems: Problem[],
): void {
  const say = (column: ColumnName, message: string) => problems.push({ column, message })
  if (!given.network) say('network', 'The network is missing.')
  else if (!network) say('network', `There is no network “${given.network}” here.`)
  if (!given.model) say('model', 'The model is missing.')
  else if (network && !hasModel) say('model', `${network.name} has no model “${given.model}”.`)
  if (network?.isPhysical && !given.cell)
    say('cell', `${network.name} depends on where a device stands: give its cell.`)
  if (network && !network.isPhysical && given.cell)
    say('cell', `${network.name} does not depend on place: leave the cell out.`)
}

function readFlag(text: string, problems: Problem[]): boolean {
  const word = text.toLowerCase()
  if (['yes', 'true', '1'].includes(word)) return true
  if (!['', 'no', 'false', '0'].includes(word))
    problems.push({ column: 'demonstration', message: `“${text}” is neither yes nor no.` })
  return false
}

function columnOf(path: readonly PropertyKey[]): string {
  const last = String(path.at(-1) ?? 'row')
  return last === 'placeCommitment' ? 'place_commitment' : last
}

function refuse(message: string): InvalidInputError {
  return new InvalidInputError(message, { fields: { text: message } })
}
