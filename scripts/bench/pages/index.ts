import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { ensureBrowser } from '@/scripts/browser/ensure-browser'
import { startProduction } from '../production'
import { writeSection } from '../write-section'
import { serveEmptyPage } from './empty-page'
import { measureScripts } from './measure-scripts'
import { type PageScores, scorePages } from './score-pages'

/*
 * Measures the pages of a production build: Lighthouse on the five that matter most, and the JavaScript of every public
 * page beside that of an empty Next page. Writes docs/benchmarks.md.
 *   npm run bench:pages -- [--url http://localhost:3000] [--runs 5] [--dry]
 */

const { values } = parseArgs({
  options: {
    /** a product that runs already, in production; without it one is built and started on a fresh seed */
    url: { type: 'string' },
    runs: { type: 'string', default: '5' },
    /** prints, and leaves the document as it is */
    dry: { type: 'boolean', default: false },
  },
})

const browser = ensureBrowser().path
const product = values.url ? undefined : await startProduction('bench-pages')
try {
  const url = values.url ?? (await product?.ready()) ?? ''
  const pages = await pagesOf(url)
  const scripts = await measureScripts(browser, url, pages)
  const empty = await serveEmptyPage((origin) => measureScripts(browser, origin, { 'empty Next page': '/' }))
  const scores = await scorePages(browser, url, scored(pages), Number(values.runs))
  const text = report(scores, { ...empty, ...scripts })
  console.log(text)
  if (!values.dry) writeSection('pages', text)
} finally {
  product?.signal('SIGTERM')
  await product?.exited
}

async function pagesOf(url: string): Promise<Record<string, string>> {
  const answer = await fetch(new URL('/api/v1/positions?limit=100', url))
  const { data: positions } = (await answer.json()) as {
    data: { id: number; owner: string; listing: object | null }[]
  }
  const listed = positions.find(({ listing }) => listing !== null)
  if (!listed) throw new Error('No position is for sale.')
  return {
    home: '/',
    market: '/market',
    position: `/positions/${listed.id}`,
    networks: '/networks',
    network: '/networks/helium-iot',
    ledger: '/ledger',
    address: `/address/${listed.owner}`,
    lab: '/lab',
    API: '/docs/api',
  }
}

function scored({
  home = '',
  market = '',
  position = '',
  network = '',
  ledger = '',
}: Record<string, string>) {
  return { home, market, position, network, ledger }
}

function report(scores: readonly PageScores[], scripts: Record<string, { bytes: number; files: number }>) {
  const empty = scripts['empty Next page']?.bytes ?? Number.NaN
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  return [
    '## Pages',
    '',
    `Production build on a fresh seed, by \`npm run bench:pages\`: Node ${process.version.slice(1)}, Chromium, ${cpus().length} cores (${cpus()[0]?.model.trim()}) that also run the database, the chain and the worker. Lighthouse 12.2.3, its mobile preset with simulated throttling (a slow phone on slow 4G), median of ${values.runs}.`,
    '',
    '| page | performance | accessibility | best practices | SEO | largest paint | blocking | shift |',
    '|---|---:|---:|---:|---:|---:|---:|---:|',
    ...scores.map(
      ({ name, categories, largestPaint, blocking, shift }) =>
        `| ${name} | ${categories.join(' | ')} | ${(largestPaint / 1000).toFixed(1)} s | ${Math.round(blocking)} ms | ${shift.toFixed(3)} |`,
    ),
    '',
    'JavaScript a page loads by itself, until the network is quiet and before anyone does anything, as transferred (gzip):',
    '',
    '| page | JavaScript | beside the empty page | files |',
    '|---|---:|---:|---:|',
    ...Object.entries(scripts).map(
      ([name, { bytes, files }]) =>
        `| ${name} | ${kilobytes(bytes)} | ${bytes === empty ? '' : `+${kilobytes(bytes - empty)}`} | ${files} |`,
    ),
    '',
    'The empty page is a page of one line in an app of its own, built and served by the same Next.',
  ].join('\n')
}
