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

/** A page by name. One of a single thing is found by following a link; `as` connects that demo wallet first. */
type Shot = { name: string; path: string; follow?: string; as?: 'Demo operator' | 'Demo buyer' }

const pages: Shot[] = [
  { name: 'home', path: '/' },
  { name: 'market', path: '/market' },
  { name: 'market-cards', path: '/market?view=cards' },
  { name: 'market-unlisted', path: '/market?all=1&sort=reward-desc' },
  { name: 'basket', path: '/market/basket' },
  { name: 'market-empty', path: '/market?q=nothing+of+that+name' },
  { name: 'position', path: '/market', follow: 'main a[href^="/positions/"]' },
  { name: 'position-placed', path: '/market?network=helium-iot', follow: 'main a[href^="/positions/"]' },
  { name: 'networks', path: '/networks' },
  { name: 'network', path: '/networks/helium-iot' },
  { name: 'networks-statistics', path: '/networks/statistics' },
  { name: 'networks-compare', path: '/networks/compare?networks=helium-iot,hivemapper,dimo,livepeer' },
  { name: 'embedded-chart', path: '/embed/chart?networks=helium-iot,hivemapper&measure=nodes' },
  { name: 'ledger', path: '/ledger' },
  { name: 'transaction', path: '/ledger?kind=sales', follow: 'main a[href^="/tx/"]' },
  { name: 'address', path: '/positions/1', follow: 'main a[href^="/address/"]' },
  { name: 'lab', path: '/lab' },
  { name: 'lab-entry', path: '/lab/entry' },
  { name: 'lab-flywheel', path: '/lab/flywheel' },
  { name: 'lab-honesty', path: '/lab/honesty' },
  { name: 'lab-congestion', path: '/lab/congestion' },
  { name: 'lab-auctions', path: '/lab/auctions?bids=100_90_80_70_60&asks=80_85_95_100_110' },
  { name: 'lab-games', path: '/lab/games' },
  { name: 'lab-network-effects', path: '/lab/network-effects' },
  { name: 'lab-circulation', path: '/lab/circulation' },
  { name: 'lab-designs', path: '/lab/designs' },
  { name: 'method', path: '/method' },
  { name: 'calibration', path: '/calibration' },
  { name: 'api', path: '/docs/api' },
  { name: 'register', path: '/register' },
  { name: 'register-many', path: '/register/many', as: 'Demo operator' },
  { name: 'list', path: '/list', as: 'Demo operator' },
  { name: 'operate', path: '/operate', as: 'Demo operator' },
  { name: 'fleet', path: '/positions/1', follow: 'main a[href^="/operate/fleet"]' },
  { name: 'portfolio', path: '/portfolio', as: 'Demo operator' },
  { name: 'claim', path: '/claim', as: 'Demo operator' },
  { name: 'watching', path: '/watching', as: 'Demo buyer' },
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
      for (const { name, path, as } of paths) {
        const file = `${values.out}/${name}-${size.width}-${theme}.png`
        await takeScreen(browser, { theme, size, path, file, as })
        console.log(file)
      }
} finally {
  await browser.close()
}

async function resolvePaths(browser: Browser): Promise<Shot[]> {
  const page = await browser.newPage()
  const found: Shot[] = []
  for (const shot of pages) {
    if (wanted && !wanted.includes(shot.name)) continue
    if (!shot.follow) found.push(shot)
    else {
      await page.goto(values.url + shot.path)
      const path = await page.locator(shot.follow).first().getAttribute('href', { timeout: 10_000 })
      if (path) found.push({ ...shot, path })
    }
  }
  await page.close()
  return found
}

type Screen = Pick<Shot, 'path' | 'as'> & {
  theme: (typeof themes)[number]
  size: (typeof sizes)[number]
  file: string
}

async function takeScreen(browser: Browser, { theme, size, path, file, as }: Screen): Promise<void> {
  const { width, height, ...device } = size
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    ...device,
  })
  const page = await context.newPage()
  if (as) await connect(page, as)
  // pages that are live keep a stream open: their network is never idle
  await page.goto(values.url + path, { waitUntil: 'load' })
  await settle(page)
  await page.screenshot({ path: file, animations: 'disabled' })
  await context.close()
}

/** Connects a demo wallet, as a person would. */
async function connect(page: Page, wallet: string): Promise<void> {
  await page.goto(`${values.url}/register`)
  await page.getByRole('button', { name: 'Connect wallet' }).click()
  await page.getByRole('dialog').getByRole('button', { name: wallet }).click()
  await page.getByRole('button', { name: /^Account 0x/ }).waitFor()
}

/** Waits for fonts and for what comes after the page, and hides the development server's badge. */
async function settle(page: Page): Promise<void> {
  await page.addStyleTag({ content: 'nextjs-portal { display: none }' })
  await page.evaluate(() => document.fonts.ready)
  await page.locator('.skeleton').first().waitFor({ state: 'detached', timeout: 10_000 })
}
