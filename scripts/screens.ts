import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium, request } from '@playwright/test'
import { ensureBrowser } from './browser/ensure-browser'
import { connect } from './screens/connect'
import { type Persona, type Shot, shotsOf } from './screens/shots'
import { takeScreen } from './screens/take-screen'

/*
 * Takes docs/screens/*.png anew: every page at two widths in both themes, from a running Hotswap; pictures of pages that
 * are no more are removed. Ends with 1 when a page could not be taken.
 *   npm run screens -- [--url http://localhost:3000] [--out docs/screens] [--only market,ledger] [--at-once 1]
 */

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    out: { type: 'string', default: 'docs/screens' },
    only: { type: 'string' },
    // more at once is faster, and some pictures come out tiled: Chromium mixes up the pages' sizes
    'at-once': { type: 'string', default: '1' },
  },
})

const sizes = [
  { viewport: { width: 1440, height: 1100 }, isMobile: false, deviceScaleFactor: 1 },
  { viewport: { width: 375, height: 1100 }, isMobile: true, deviceScaleFactor: 1.5 },
]
const themes = ['light', 'dark'] as const

const url = new URL(values.url).origin
const wanted = values.only?.split(',')
const started = performance.now()
const taken = new Set<string>()
const failures: string[] = []
let bytes = 0

const reader = await request.newContext({ baseURL: url })
const shots = (await shotsOf(reader)).filter(({ name }) => !wanted || wanted.includes(name))
await reader.dispose()
await mkdir(values.out, { recursive: true })
const browser = await chromium.launch({
  executablePath: ensureBrowser().path,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
try {
  for (const persona of new Set(shots.map(({ as }) => as))) {
    const storageState = persona && (await connect(browser, url, persona))
    await takeAll(browser, persona, storageState)
  }
} finally {
  await browser.close()
}
if (!wanted && failures.length === 0)
  for (const file of await readdir(values.out))
    if (file.endsWith('.png') && !taken.has(file)) await rm(join(values.out, file))

const seconds = Math.round((performance.now() - started) / 1000)
console.log(
  `${taken.size} pictures of ${shots.length} pages, ${(bytes / 1e6).toFixed(1)} MB, in ${seconds} s`,
)
for (const failure of failures) console.error(`Not taken: ${failure}`)
process.exitCode = failures.length > 0 ? 1 : 0

/** One person's pages at every size in both themes: one context for each, several pages at once. */
async function takeAll(
  from: Browser,
  persona: Persona | undefined,
  storageState: Awaited<ReturnType<typeof connect>> | undefined,
): Promise<void> {
  const mine = shots.filter(({ as }) => as === persona)
  for (const size of sizes)
    for (const colorScheme of themes) {
      const context = await from.newContext({
        ...size,
        colorScheme,
        reducedMotion: 'reduce',
        locale: 'en-US',
        timezoneId: 'UTC',
        ...(storageState && { storageState }),
      })
      const left = [...mine]
      const takeOn = async () => {
        for (let shot = left.shift(); shot; shot = left.shift()) await take(shot)
      }
      const take = async ({ name, path }: Shot) => {
        const file = `${name}-${size.viewport.width}-${colorScheme}.png`
        try {
          const screen = await takeScreen(context, url + path, join(values.out, file))
          taken.add(file)
          bytes += screen.bytes
          console.log(`${file}${screen.isWaiting ? ', with something still on its way' : ''}`)
        } catch (error) {
          failures.push(`${file}: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
        }
      }
      await Promise.all(Array.from({ length: Number(values['at-once']) }, takeOn))
      await context.close()
    }
}
