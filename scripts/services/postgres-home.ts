import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { PostgresBinaries } from './binaries'
import type { Identity } from './unprivileged-user'

export type PostgresHome = {
  cluster: string
  binaries: Pick<PostgresBinaries, 'initdb' | 'postgres' | 'root'>
}

/**
 * Where the cluster and its programs stand. Beside the project, unless root has the project in a folder that the
 * server's user cannot enter (such as /root): then both stand in /var/tmp, under a name made from the folder's.
 */
export function postgresHome(
  directory: string,
  binaries: PostgresBinaries,
  identity: Identity | undefined,
): PostgresHome {
  const parent = dirname(resolve(directory))
  mkdirSync(parent, { recursive: true })
  if (!identity || (canEnter(parent, identity) && canEnter(dirname(binaries.postgres), identity)))
    return { cluster: resolve(directory), binaries }

  const home = awayHome(directory)
  const root = join(home, 'native')
  mkdirSync(home, { recursive: true, mode: 0o755 })
  if (!existsSync(root)) {
    const unfinished = `${root}.new`
    rmSync(unfinished, { recursive: true, force: true })
    cpSync(binaries.root, unfinished, { recursive: true, verbatimSymlinks: true })
    renameSync(unfinished, root)
  }
  chownSync(home, identity.uid, identity.gid)
  return {
    cluster: join(home, 'cluster'),
    binaries: { root, initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres') },
  }
}

/** The folder used where the server's user cannot enter the project. */
export function awayHome(directory: string): string {
  const parent = dirname(resolve(directory))
  const name = existsSync(parent) ? realpathSync(parent) : parent
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 12)
  return join('/var/tmp', `hotswap-${hash}`)
}

/** Whether a user can enter a folder, every one above it included. */
export function canEnter(path: string, { uid, gid }: Identity): boolean {
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    const { mode, uid: owner, gid: group } = statSync(folder)
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
