import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { dataFolder, pathsOf } from '../product/paths'
import { postgresBinaries } from '../services/binaries'
import { awayHome, canEnter } from '../services/postgres-home'
import { unprivilegedUser } from '../services/unprivileged-user'
import { bad, type Finding, good } from './finding'

/** PostgreSQL refuses root: whom it will run as, and whether that user reaches the data. */
export function checkDatabaseUser(): Finding {
  const name = 'database user'
  try {
    const user = unprivilegedUser()
    if (!user) return good(name, 'PostgreSQL runs as you')
    const { data, postgres } = pathsOf(dataFolder())
    const folder = existsSync(data) ? data : dirname(data)
    return canEnter(folder, user) && canEnter(postgresBinaries().root, user)
      ? good(name, `you are root; PostgreSQL runs as user ${user.uid}`)
      : good(
          name,
          `you are root; user ${user.uid} cannot enter this folder, so the database stands in ${awayHome(postgres)}`,
        )
  } catch (error) {
    return bad(
      name,
      error instanceof Error ? error.message : String(error),
      'Make a user for it: useradd --system postgres. Or run Hotswap as a user other than root.',
    )
  }
}
