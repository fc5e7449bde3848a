import { writeFile } from 'node:fs/promises'
import type { BrowserContext, Page } from '@playwright/test'
import sharp from 'sharp'

/** Milliseconds that what comes after a page is waited for. */
const PATIENCE = 10_000

/**
 * Takes one page as it stands once everything in sight has come, with the colours of a palette: a fourth of the bytes.
 * @returns bytes written, and whether something was still on its way
 */
export async function takeScreen(
  context: BrowserContext,
  url: string,
  file: string,
): Promise<{ bytes: number; isWaiting: boolean }> {
  const page = await context.newPage()
  try {
    // pages that are live keep a stream open: their network is never idle
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 })
    const isWaiting = !(await settle(page))
    const picture = await page.screenshot({ animations: 'disabled' })
    const small = await sharp(picture).png({ palette: true, quality: 90, effort: 7 }).toBuffer()
    await writeFile(file, small)
    return { bytes: small.length, isWaiting }
  } finally {
    await page.close()
  }
}

/** Waits for fonts and for what comes after the page, and hides the development server's badge. */
async function settle(page: Page): Promise<boolean> {
  await page.addStyleTag({ content: 'nextjs-portal { display: none }' })
  await page.evaluate(() => document.fonts.ready)
  // what is loaded once it is near the screen starts after the page has
  await page.waitForTimeout(150)
  const hasCome = page.waitForFunction(
    // no function with a name: tsx would have it ask for a helper that pages do not have
    () =>
      [...document.querySelectorAll('.skeleton, [aria-busy="true"]')].every(
        (it) => it.getBoundingClientRect().top >= window.innerHeight || !it.checkVisibility(),
      ) && !/Reading [^.]{1,40}…/.test(document.querySelector('main')?.textContent ?? ''),
    undefined,
    { timeout: PATIENCE, polling: 200 },
  )
  return hasCome.then(
    () => true,
    () => false,
  )
}
