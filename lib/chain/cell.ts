import { getResolution, isValidCell } from 'h3-js'

/** Resolution of the public place: cells of about 250 km², wide enough not to name a house. */
export const CELL_RESOLUTION = 5

/** Whether a text is an H3 index of the public resolution, as the database has it: 15 lower-case hex digits. */
export function isCell(text: string): boolean {
  return /^[0-9a-f]{15}$/.test(text) && isValidCell(text) && getResolution(text) === CELL_RESOLUTION
}

/** A cell as it travels on chain: uint64, 0 for none. */
export function cellToUint64(cell: string | null): bigint {
  return cell === null ? 0n : BigInt(`0x${cell}`)
}

/** The chain's uint64 as text; null for 0, and hex of any width for a number that is no cell. */
export function cellFromUint64(value: bigint): string | null {
  return value === 0n ? null : value.toString(16)
}
