import { readdirSync, readFileSync } from 'node:fs'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import * as schema from '@/db/schema'

/** Fails when `db/schema` and the newest snapshot in `db/migrations` differ; `npm run db:generate` mends it. */
const meta = 'db/migrations/meta'
const newest = readdirSync(meta)
  .filter((name) => name.endsWith('_snapshot.json'))
  .sort()
  .at(-1)
if (!newest) throw new Error(`${meta} holds no snapshot.`)

const recorded = JSON.parse(readFileSync(`${meta}/${newest}`, 'utf8'))
const present = generateDrizzleJson(schema, recorded.id, undefined, 'snake_case')
const missing = await generateMigration(recorded, present)

if (missing.length > 0) {
  console.error(`db/schema has changes that no migration makes:\n\n${missing.join('\n')}\n`)
  console.error('Run `npm run db:generate` and commit what it writes.')
  process.exitCode = 1
} else {
  console.log('db/schema and db/migrations agree.')
}
