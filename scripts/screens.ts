import { mkdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Page } from '@playwright/test'
import { ensureBrowser } from './browser/ensure-browser'

/*
 * Takes docs/screens/*.png anew: every page at two widths in both themes, from a running Hotswap.
 *   npm run screens -- [--url http://localhost:3000] [--out docs/screens] [--only market,ledger]
 */

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    out: { type: 'string', default: 'docs/screens' },
    only: { type: 'string' },
  },
})

const sizes = [
  { width: 1440, height: 900, isMobile: false, deviceScaleFactor: 1 },
  { width: 375, height: 812, isMobile: true, deviceScaleFactor: 2 },
]
const themes = ['light', 'dark'] as const

/** A page by name; those of one position or transaction are found by following a link. */
const pages: { name: string; path: string; follow?: string }[] = [
  { name: 'home', path: '/' },
  { name: 'market', path: '/market' },
  { name: 'market-unlisted', path: '/market?all=1&sort=reward-desc' },
  { name: 'market-empty', path: '/market?q=nothing+of+that+name' },
  { name: 'position', path: '/market', follow: 'main a[href^="/positions/"]' },
  { name: 'networks', path: '/networks' },
  { name: 'network', path: '/networks/helium-iot' },
  { name: 'ledger', path: '/ledger' },
  { name: 'transaction', path: '/ledger?kind=sales', follow: 'main a[href^="/tx/"]' },
  { name: 'register', path: '/register' },
  { name: 'not-found', path: '/nowhere' },
]

const wanted = values.only?.split(',')
const browser = await chromium.launch({
  executablePath: ensureBrowser().path,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
try {
  await mkdir(values.out, { recursive: true })
  const paths = await resolvePaths(browser)
  for (const theme of themes)
    for (const size of sizes)
      for (const [name, path] of paths) {
        const file = `${values.out}/${name}-${size.width}-${theme}.png`
        await takeScreen(browser, { theme, size, path, file })
        console.log(file)
      }
} finally {
  await browser.close()
}

async function resolvePaths(browser: Browser): Promise<[string, string][]> {
  const page = await browser.newPage()
  const paths: [string, string][] = []
  for (const { name, path, follow } of pages) {
    if (wanted && !wanted.includes(name)) continue
    if (!follow) paths.push([name, path])
    else {
      await page.goto(values.url + path)
      const href = await page.locator(follow).first().getAttribute('href')
      if (href) paths.push([name, href])
    }
  }
  await page.close()
  return paths
}

type Screen = { theme: (typeof themes)[number]; size: (typeof sizes)[number]; path: string; file: string }

async function takeScreen(browser: Browser, { theme, size, path, file }: Screen): Promise<void> {
  const { width, height, ...device } = size
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    ...device,
  })
  const page = await context.newPage()
  await page.goto(values.url + path, { waitUntil: 'networkidle' })
  await settle(page)
  await page.screenshot({ path: file, animations: 'disabled' })
  await context.close()
}

/** Waits for fonts and for what comes after the page, and hides the development server's badge. */
async function settle(page: Page): Promise<void> {
  await page.addStyleTag({ content: 'nextjs-portal { display: none }' })
  await page.evaluate(() => document.fonts.ready)
  await page.locator('.skeleton').first().waitFor({ state: 'detached', timeout: 10_000 })
}
