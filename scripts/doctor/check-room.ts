import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { freemem } from 'node:os'
import { join } from 'node:path'
import { dataFolder, projectRoot } from '../product/paths'
import { bad, type Finding, good, warning } from './finding'

const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GB`

/** Disk, memory, and leave to write. */
export function checkRoom(): Finding[] {
  return [checkDisk(), checkMemory(), checkWritable()]
}

function checkDisk(): Finding {
  const { bavail, bsize } = statfsSync(projectRoot)
  const free = bavail * bsize
  return free < 2 * 2 ** 30
    ? bad('disk', `${gigabytes(free)} free`, 'Free at least 2 GB on the disk of this folder.')
    : good('disk', `${gigabytes(free)} free`)
}

function availableMemory(): number {
  const found =
    existsSync('/proc/meminfo') && /MemAvailable:\s+(\d+)/.exec(readFileSync('/proc/meminfo', 'utf8'))
  return found ? Number(found[1]) * 1024 : freemem()
}

function checkMemory(): Finding {
  const free = availableMemory()
  return free < 1.5 * 2 ** 30
    ? warning(
        'memory',
        `${gigabytes(free)} free`,
        'A build takes about 1.5 GB; close something, or add swap.',
      )
    : good('memory', `${gigabytes(free)} free`)
}

function checkWritable(): Finding {
  const folder = dataFolder()
  const probe = join(folder, '.doctor')
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(probe, '')
    rmSync(probe)
    return good('data folder', folder)
  } catch {
    return bad(
      'data folder',
      `${folder} cannot be written`,
      'Give yourself the folder, or name another by HOTSWAP_DATA.',
    )
  }
}
