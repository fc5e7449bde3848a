import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { createDatabase } from '@/db/client'
import { ensureBrowser } from '@/scripts/browser/ensure-browser'
import { waitUntil } from '@/scripts/services/wait-until'
import { startProduction } from '../production'
import { writeSection } from '../write-section'
import { drawnListings, listMore } from './list-more'
import { type Visit, visitBasket } from './measure-page'

/*
 * Measures the page of a basket as a production build serves it, with 500 listings in PostgreSQL whose scenarios the
 * worker has drawn. Writes docs/benchmarks.md.
 *   npm run bench:basket -- [--runs 9] [--dry]
 */

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '9' }, dry: { type: 'boolean', default: false } },
})
const LISTINGS = 500
const runs = Number(values.runs)

const browser = await chromium.launch({
  executablePath: ensureBrowser().path,
  args: ['--no-sandbox', '--disable-gpu'],
})
const product = await startProduction('bench-basket')
const { url = '', databaseUrl = '' } = product.facts()
const db = createDatabase(databaseUrl, { max: 2 })
try {
  await listMore(db, LISTINGS)
  await waitUntil('every scenario is drawn', async () => (await drawnListings(db)) >= LISTINGS, {
    timeout: 600_000,
    interval: 1_000,
  })
  // each visit asks something new, so that no answer is kept
  let budget = 10_000
  const address = () => `/market/basket?budget=${budget++}`
  // code and database are warm as on any running server; solver and thread are not
  await fetch(new URL('/market', url)).then((answer) => answer.text())
  const first = await visitBasket(browser, url, [address(), address()])
  const warm: Visit[] = []
  for (let run = 0; run < runs; run++) warm.push(await visitBasket(browser, url, [address(), address()]))
  const same = [address(), address()] as const
  await visitBasket(browser, url, same)
  const again: Visit[] = []
  for (let run = 0; run < runs; run++) again.push(await visitBasket(browser, url, same))
  const text = report([
    ['first since the process started', [first]],
    [`a question nobody asked before, median of ${runs}`, warm],
    ['the slowest of these', [slowest(warm)]],
    [`the same question again, median of ${runs}`, again],
  ])
  console.log(text)
  if (!values.dry) writeSection('basket', text)
} finally {
  await browser.close()
  await db.$client.end()
  product.signal('SIGTERM')
  await product.exited
}
process.exit(0)

function slowest(visits: readonly Visit[]): Visit {
  return visits.reduce((a, b) => (b.shown > a.shown ? b : a))
}

function median(visits: readonly Visit[], of: keyof Visit): number {
  const sorted = visits.map((visit) => visit[of]).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function report(rows: readonly (readonly [string, readonly Visit[]])[]): string {
  const bytes = median(
    rows.flatMap(([, visits]) => visits),
    'bytes',
  )
  return [
    '## The page of a basket',
    '',
    `\`npm run bench:basket\`: \`/market/basket\` as the production build serves it, ${LISTINGS} listings in PostgreSQL, each with the 1,000 scenarios that the worker drew, whole positions, the default limits and budgets about $10,000. Node ${process.version.slice(1)}, Chromium and everything else on the same ${cpus().length} cores (${cpus()[0]?.model.trim()}), load average ${loadavg()[0]?.toFixed(1)} (times on a machine that does other work are upper bounds). Milliseconds since the address was opened.`,
    '',
    '| visit | basket in the response | basket on the page | frontier and limits too |',
    '|---|---:|---:|---:|',
    ...rows.map(
      ([name, visits]) =>
        `| ${name} | ${(['sent', 'shown', 'around'] as const).map((of) => Math.round(median(visits, of))).join(' | ')} |`,
    ),
    '',
    `The document is ${(bytes / 1_000).toFixed(0)} kB before compression.`,
  ].join('\n')
}
