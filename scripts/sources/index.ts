import { readFileSync } from 'node:fs'
import { asc, eq } from 'drizzle-orm'
import { figureSources } from '@/db/schema'
import { HotswapError, InvalidInputError } from '@/lib/core/errors'
import { addSource } from '@/lib/server/sources/add-source'
import { monthsAsOf } from '@/lib/server/sources/months-as-of'
import { readSource } from '@/lib/server/sources/read-source'
import { type Connection, connect } from './connection'

/*
 * Sources of networks' figures, of the Hotswap that runs here or of DATABASE_URL (docs/sources.md):
 *   npm run -s sources -- list
 *   npm run -s sources -- add FILE.json     { slug, kind: csv | json | contract, title, rank, config }
 *   npm run -s sources -- read SLUG         now, and not when the worker next comes by
 *   npm run -s sources -- again SLUG        from its start: after a chain's deep reorganisation, or to hear it anew
 *   npm run -s sources -- months [MOMENT]   the months as they were known then, as CSV in the seed's columns
 */
const usage = 'Usage: npm run -s sources -- list | add FILE.json | read SLUG | again SLUG | months [MOMENT]'
const [command, argument] = process.argv.slice(2)
try {
  const connection = connect()
  await run(connection).finally(() => connection.db.$client.end())
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}

async function run(connection: Connection) {
  const { db } = connection
  if (command === 'list') return list(connection)
  if (command === 'months') return months(connection, argument)
  if (!argument || !['add', 'read', 'again'].includes(command ?? '')) throw new HotswapError(usage)
  if (command === 'add') return console.log(`${await addSource(db, settings(argument))} is a source now.`)
  if (command === 'again')
    await db.update(figureSources).set({ state: {} }).where(eq(figureSources.slug, argument))
  return read(connection, argument)
}

function settings(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new InvalidInputError(`${file} cannot be read as JSON.`, { cause })
  }
}

async function list({ db }: Connection) {
  const sources = await db
    .select()
    .from(figureSources)
    .orderBy(asc(figureSources.rank), asc(figureSources.slug))
  for (const { slug, kind, title, readAt, failure } of sources)
    console.log(
      `${slug}  ${kind}  ${title}  ${readAt?.toISOString() ?? 'never read'}${failure ? `  ✗ ${failure}` : ''}`,
    )
}

async function read({ db, chain }: Connection, slug: string) {
  const done = await readSource({ db, now: () => new Date(), chain }, slug)
  if (!done) throw new HotswapError(`There is no source ${slug}, or another process is reading it.`)
  if (done.error) throw done.error
  if (done.failure) throw new HotswapError(done.failure)
  for (const { place, reason } of done.refused ?? []) console.error(`left out, ${place}: ${reason}`)
  const left = done.refused ? `${done.refused.length} rows left out` : 'nothing has changed since'
  console.log(`${slug}: ${done.added} new observations, ${left}.`)
}

async function months({ db }: Connection, text: string | undefined) {
  const asOf = text === undefined ? new Date() : new Date(text)
  if (Number.isNaN(asOf.getTime()))
    throw new InvalidInputError(`“${text}” is not a moment; 2024-07-01 is one.`)
  process.stdout.write(await monthsAsOf(db, asOf))
}
