import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { createDatabase, type Database } from '@/db/client'
import { migrate } from '@/db/migrate'
import { testPostgresUrl } from './postgres-server'

const migrations = fileURLToPath(new URL('../db/migrations', import.meta.url))

export type TestDatabase = {
  db: Database
  url: string
  /** ends the pool and drops the database */
  close(): Promise<void>
}

/**
 * An empty, migrated database of its own on a real PostgreSQL: a copy of a template that is migrated once.
 *
 * @example
 * const { db, close } = await createTestDatabase()
 * afterAll(close)
 */
export async function createTestDatabase(options: { max?: number } = {}): Promise<TestDatabase> {
  const server = await testPostgresUrl()
  const template = await migratedTemplate(server)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(server, `create database "${name}" template "${template}"`)
  const url = withDatabase(server, name)
  const db = createDatabase(url, options)
  return {
    db,
    url,
    async close() {
      await db.$client.end()
      await administer(server, `drop database if exists "${name}" with (force)`)
    },
  }
}

const templates = new Map<string, Promise<string>>()

function migratedTemplate(server: string): Promise<string> {
  let template = templates.get(server)
  if (!template) {
    template = makeTemplate(server)
    templates.set(server, template)
  }
  return template
}

/** Named after the migrations' content; the lock lets one process of many make it. */
async function makeTemplate(server: string): Promise<string> {
  const name = `template_${hashOf(migrations)}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(31337)')
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount) return name
    const unfinished = `${name}_new`
    await client.query(`drop database if exists "${unfinished}" with (force)`)
    await client.query(`create database "${unfinished}"`)
    const db = createDatabase(withDatabase(server, unfinished), { max: 1 })
    try {
      await migrate(db, migrations)
    } finally {
      await db.$client.end()
    }
    await client.query(`alter database "${unfinished}" rename to "${name}"`)
    return name
  } finally {
    await client.end()
  }
}

function hashOf(folder: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(sql|json)$/.test(file),
  )
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 16)
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
