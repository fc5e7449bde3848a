import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { postgresBinaries } from './binaries'
import { type PostgresHome, postgresHome } from './postgres-home'
import { endStalePostmaster } from './postgres-stale'
import { type Service, startService } from './service'
import { type Identity, unprivilegedUser } from './unprivileged-user'
import { waitUntil } from './wait-until'

export type PostgresOptions = {
  /** folder of the cluster; made on the first start */
  directory: string
  port: number
  logFile: string
  password: string
  /** false for tests: nothing is flushed to disk, so nothing survives a power cut */
  durable?: boolean
  /** true: ends with this process instead of keeping it alive */
  background?: boolean
  /** database made if missing, and named in the URL */
  database?: string
}

export type Postgres = Service & { url: string; fresh: boolean }

const USER = 'hotswap'

/**
 * Starts PostgreSQL on 127.0.0.1 with the embedded binaries, making the cluster first when there is none. Works as
 * root (the server itself runs as another user), after a SIGKILL of any earlier run, and without any locale of the
 * machine: text sorts by code point everywhere alike.
 *
 * @throws Error with the last lines of the log when it does not come up
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const binaries = postgresBinaries()
  const identity = ownerOf(options.directory) ?? unprivilegedUser()
  const home = postgresHome(options.directory, binaries, identity)
  const fresh = !existsSync(join(home.cluster, 'PG_VERSION'))
  if (fresh) createCluster(home, options, identity)
  else await endStalePostmaster(home.cluster)

  const service = await listen(home, options, identity)
  const database = options.database ?? 'hotswap'
  await createDatabase(urlOf(options, 'postgres'), database)
  return { ...service, url: urlOf(options, database), fresh }
}

function urlOf({ password, port }: PostgresOptions, database: string): string {
  return `postgresql://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

/** A cluster made by one user goes on under that user, also when root starts it. */
function ownerOf(directory: string): Identity | undefined {
  if (process.getuid?.() !== 0 || !existsSync(join(directory, 'PG_VERSION'))) return undefined
  const { uid, gid } = statSync(directory)
  return uid === 0 ? undefined : { uid, gid }
}

/** In a folder beside, renamed when done: a cluster is there whole or not at all. */
function createCluster(home: PostgresHome, options: PostgresOptions, identity: Identity | undefined): void {
  const unfinished = `${home.cluster}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  const passwordFile = join(tmpdir(), `hotswap-${process.pid}-${Date.now()}.password`)
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 })
  if (identity) for (const path of [unfinished, passwordFile]) chownSync(path, identity.uid, identity.gid)
  try {
    execFileSync(
      home.binaries.initdb,
      [
        `--pgdata=${unfinished}`,
        `--username=${USER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        ...(options.durable === false ? ['--no-sync'] : []),
      ],
      { ...identity, env: { ...process.env, LC_ALL: 'C' }, stdio: 'pipe', cwd: home.binaries.root },
    )
  } catch (cause) {
    const output = (cause as { stderr?: Buffer }).stderr?.toString().trim()
    throw new Error(`PostgreSQL could not make its cluster in ${home.cluster}. ${output ?? ''}`, { cause })
  } finally {
    rmSync(passwordFile, { force: true })
  }
  rmSync(home.cluster, { recursive: true, force: true })
  renameSync(unfinished, home.cluster)
}

async function listen(
  home: PostgresHome,
  options: PostgresOptions,
  identity: Identity | undefined,
): Promise<Service> {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '200',
    ...(options.durable === false && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  // after a SIGKILL the shared memory of the old server goes only with the last of its children
  for (let attempt = 1; ; attempt += 1) {
    const service = await startService({
      name: 'PostgreSQL',
      command: home.binaries.postgres,
      args: [
        '-D',
        home.cluster,
        '-p',
        String(options.port),
        ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
      ],
      env: { LC_ALL: 'C', PGDATA: undefined },
      cwd: home.binaries.root,
      logFile: options.logFile,
      // fast shutdown: ends the connections, loses nothing
      stopSignal: 'SIGINT',
      stopTimeout: 20_000,
      background: options.background,
      ...identity,
    })
    try {
      await waitUntil(
        'PostgreSQL answers',
        async () => service.exit() !== undefined || (await answers(urlOf(options, 'postgres'))),
        { timeout: 60_000 },
      )
    } catch (error) {
      await service.stop()
      throw error
    }
    if (!service.exit()) return service
    const lines = service.tail()
    if (attempt < 20 && lines.includes('shared memory block')) await sleep(250)
    else throw new Error(`PostgreSQL ended as it started. Its last lines (${options.logFile}):\n${lines}`)
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } finally {
    await client.end().catch(() => {})
  }
}

async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}
