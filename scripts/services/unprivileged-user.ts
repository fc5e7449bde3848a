import { execFileSync } from 'node:child_process'

export type Identity = { uid: number; gid: number }

function idOf(user: string): Identity | undefined {
  try {
    const read = (flag: string) =>
      Number.parseInt(
        execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
        10,
      )
    return { uid: read('-u'), gid: read('-g') }
  } catch {
    return undefined
  }
}

/**
 * Whom PostgreSQL runs as: nobody else unless we are root, whom it refuses. Then the user `postgres`, made if the
 * machine has none, else `nobody`.
 */
export function unprivilegedUser(): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined
  const standing = idOf('postgres')
  if (standing) return standing
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
      {
        stdio: 'ignore',
      },
    )
  } catch {
    // no useradd here, or not allowed
  }
  const user = idOf('postgres') ?? idOf('nobody')
  if (!user)
    throw new Error(
      'PostgreSQL does not run as root, and this machine has neither a user “postgres” nor “nobody”.',
    )
  return user
}
