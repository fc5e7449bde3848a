import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { guardFolder } from '@/scripts/services/guard'

let folder: string | undefined

/** One folder for all this process leaves behind; removed when the process ends in any way. */
export function temporaryFolder(): string {
  if (!folder) {
    folder = mkdtempSync(join(tmpdir(), 'hotswap-test-'))
    // PostgreSQL's user must be able to enter it
    chmodSync(folder, 0o755)
    guardFolder(folder)
  }
  return folder
}
