import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { blocks } from '@/db/schema'
import { planInThread } from '@/lib/server/fleet/compute-plan'
import { readFleetPlan } from '@/lib/server/fleet/read-fleet-plan'
import { buildWorker } from '@/scripts/product/build-worker'
import { seedData } from '@/scripts/seed/data'
import { createTestDatabase } from '@/test/database'
import { addressOf, daysFromNow, insertCase, NOW } from '@/test/insert-market'
import { writeSection } from './write-section'

/*
 * Measures what a fleet's page takes of the process that serves: the processor time of one request, with the plan itself kept.
 * Writes docs/benchmarks.md.
 *   npm run bench:fleet -- [--runs 21] [--dry]
 */

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '21' }, dry: { type: 'boolean', default: false } },
})
const runs = Number(values.runs)
const kinds = [
  { network: 'relay', model: 'relay-vps' },
  { network: 'nym', model: 'nym-mixnode' },
  { network: 'dimo', model: 'dimo-macaron' },
]
const fleets = [
  { name: 'one', devices: 1 },
  { name: 'three hundred', devices: 300 },
  { name: 'a thousand', devices: 1_000 },
]

const database = await createTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'hotswap-bench-fleet-'))
try {
  const { db } = database
  await seedData(db)
  await buildWorker(folder)
  const server = { db, now: () => NOW, planFleet: planInThread(join(folder, 'fleet-thread.js')) }
  const word = `0x${'1'.repeat(64)}` as const
  await db
    .insert(blocks)
    .values({ number: 1, hash: word, parentHash: word, time: daysFromNow(-9), eventful: true })
  let id = 0
  const lines: string[] = []
  for (const { name, devices } of fleets) {
    for (let k = 0; k < devices; k++)
      await insertCase(db, { id: ++id, owner: name, ...kinds[k % kinds.length]! })
    const read = () => readFleetPlan(addressOf(name), { cost: 1, share: undefined }, server)
    const page = await read()
    if (page.plan.kind !== 'planned')
      throw new Error(`Nothing was planned for ${name}: ${JSON.stringify(page.plan)}`)
    const kept = await busy(read)
    const anew = await busy(read, () => db.execute(sql`update assumptions set note = note`))
    lines.push(`| ${devices} | ${page.plan.answer.moves.length} | ${anew} | ${kept} |`)
  }
  const text = [
    '## The fleet page',
    '',
    `Processor time that one request for \`/operate/fleet\` takes of the serving process, by \`npm run bench:fleet\`: the part that reads and arranges (not React), with the plan kept, which is made in a thread of its own; PostgreSQL, not counted, on the same ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version.slice(1)}; median of ${runs}. *Read anew*: a figure or an assumption changed just before, so that all evidence is read and assembled again, as it was for every request before it was kept.`,
    '',
    '| devices | moves | evidence read anew, ms | evidence kept, ms |',
    '|---:|---:|---:|---:|',
    ...lines,
  ].join('\n')
  console.log(text)
  if (!values.dry) writeSection('fleet', text)
} finally {
  await database.close()
  rmSync(folder, { recursive: true })
}

/** Milliseconds of processor time that this process takes for the work: the median of the runs. */
async function busy(work: () => Promise<unknown>, before?: () => Promise<unknown>): Promise<string> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    await before?.()
    const start = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / 1_000)
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!.toFixed(1)
}
