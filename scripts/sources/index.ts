import { readFileSync } from 'node:fs'
import { asc } from 'drizzle-orm'
import { figureSources } from '@/db/schema'
import { HotswapError } from '@/lib/core/errors'
import { createJsonRpc } from '@/lib/indexer/source/json-rpc'
import { config } from '@/lib/server/config'
import { context } from '@/lib/server/context'
import { addSource } from '@/lib/server/sources/add-source'
import { readSource } from '@/lib/server/sources/read-source'

/*
 * Sources of networks' figures, on the database of DATABASE_URL:
 *   npm run -s sources -- list
 *   npm run -s sources -- add FILE.json     { slug, kind: csv | json | contract, title, rank, config }
 *   npm run -s sources -- read SLUG
 */
const [command, argument] = process.argv.slice(2)
const server = context()
const { db, deployment, now } = server
try {
  if (command === 'list') await list()
  else if (command === 'add' && argument)
    console.log(`${await addSource(db, JSON.parse(readFileSync(argument, 'utf8')))} is a source now.`)
  else if (command === 'read' && argument) await read(argument)
  else throw new HotswapError('Usage: npm run -s sources -- list | add FILE.json | read SLUG')
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
  for (const { place, reason } of done.refused) console.error(`left out, ${place}: ${reason}`)
  if (done.failure) throw new HotswapError(done.failure)
  console.log(`${slug}: ${done.added} new observations, ${done.refused.length} rows left out.`)
}
