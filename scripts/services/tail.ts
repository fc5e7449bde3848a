import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

/** The last lines of a file that may be large; empty when there is none. */
export function tail(file: string, lines: number): string {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch {
    return ''
  }
  try {
    const { size } = fstatSync(handle)
    const length = Math.min(size, 16_384)
    const buffer = Buffer.alloc(length)
    readSync(handle, buffer, 0, length, size - length)
    return stripVTControlCharacters(buffer.toString('utf8')).trimEnd().split('\n').slice(-lines).join('\n')
  } finally {
    closeSync(handle)
  }
}
