import { readFileSync } from 'node:fs'
import { asc, eq } from 'drizzle-orm'
import { figureSources } from '@/db/schema'
import { HotswapError, InvalidInputError } from '@/lib/core/errors'
import { createJsonRpc } from '@/lib/indexer/source/json-rpc'
import { config } from '@/lib/server/config'
import { context } from '@/lib/server/context'
import { addSource } from '@/lib/server/sources/add-source'
import { monthsAsOf } from '@/lib/server/sources/months-as-of'
import { readSource } from '@/lib/server/sources/read-source'

/*
 * Sources of networks' figures, on the database of DATABASE_URL (docs/sources.md):
 *   npm run -s sources -- list
 *   npm run -s sources -- add FILE.json     { slug, kind: csv | json | contract, title, rank, config }
 *   npm run -s sources -- read SLUG         now, and not when the worker next comes by
 *   npm run -s sources -- again SLUG        from its start: after a chain's deep reorganisation, or to hear it anew
 *   npm run -s sources -- months [MOMENT]   the months as they were known then, as CSV in the seed's columns
 */
const usage = 'Usage: npm run -s sources -- list | add FILE.json | read SLUG | again SLUG | months [MOMENT]'
const [command, argument] = process.argv.slice(2)
const server = context()
const { db, deployment, now } = server
try {
  if (command === 'list') await list()
  else if (command === 'add' && argument)
    console.log(`${await addSource(db, JSON.parse(readFileSync(argument, 'utf8')))} is a source now.`)
  else if (command === 'read' && argument) await read(argument)
  else if (command === 'again' && argument) {
    await db.update(figureSources).set({ state: {} }).where(eq(figureSources.slug, argument))
    await read(argument)
  } else if (command === 'months') await months(argument)
  else throw new HotswapError(usage)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
} finally {
  await db.$client.end()
}

async function list() {
  const sources = await db
    .select()
    .from(figureSources)
    .orderBy(asc(figureSources.rank), asc(figureSources.slug))
  for (const { slug, kind, title, readAt, failure } of sources)
    console.log(
      `${slug}  ${kind}  ${title}  ${readAt?.toISOString() ?? 'never read'}${failure ? `  ✗ ${failure}` : ''}`,
    )
}

async function read(slug: string) {
  const chain = { rpc: createJsonRpc(config().RPC_URL), finalityDepth: deployment.finalityDepth }
  const done = await readSource({ db, now, chain }, slug)
  if (!done) throw new HotswapError(`There is no source ${slug}, or another process is reading it.`)
  if (done.error) throw done.error
  if (done.failure) throw new HotswapError(done.failure)
  for (const { place, reason } of done.refused ?? []) console.error(`left out, ${place}: ${reason}`)
  const left = done.refused ? `${done.refused.length} rows left out` : 'nothing has changed since'
  console.log(`${slug}: ${done.added} new observations, ${left}.`)
}

async function months(text: string | undefined) {
  const asOf = text === undefined ? now() : new Date(text)
  if (Number.isNaN(asOf.getTime()))
    throw new InvalidInputError(`“${text}” is not a moment; 2024-07-01 is one.`)
  process.stdout.write(await monthsAsOf(db, asOf))
}
