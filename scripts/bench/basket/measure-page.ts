import { performance } from 'node:perf_hooks'
import type { Browser } from '@playwright/test'

/** What one visit took, in ms since the address was opened, and what came over the wire. */
export type Visit = {
  /** until the basket was in the response */
  sent: number
  /** until its table stood on the page */
  shown: number
  /** until frontier and limits stood there too */
  around: number
  /** bytes of the document, not compressed */
  bytes: number
}

/** What stands in the table of a basket, in the document as it is sent. */
const MARK = 'Positions of the basket'

/** Opens a basket in a fresh tab, and beside it, with another budget, as a plain response. */
export async function visitBasket(
  browser: Browser,
  origin: string,
  addresses: readonly [page: string, response: string],
): Promise<Visit> {
  const [page, response] = addresses.map((address) => new URL(address, origin).href) as [string, string]
  const shown = await openPage(browser, page)
  return { ...shown, ...(await readResponse(response)) }
}

async function openPage(browser: Browser, url: string): Promise<Pick<Visit, 'shown' | 'around'>> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    const started = performance.now()
    await page.goto(url, { waitUntil: 'commit' })
    await page.getByRole('table', { name: MARK }).waitFor()
    const shown = performance.now() - started
    await page.getByLabel('Computing the frontier').waitFor({ state: 'detached' })
    return { shown, around: performance.now() - started }
  } finally {
    await context.close()
  }
}

async function readResponse(url: string): Promise<Pick<Visit, 'sent' | 'bytes'>> {
  const started = performance.now()
  const answer = await fetch(url)
  const decoder = new TextDecoder()
  let [text, sent, bytes] = ['', Number.NaN, 0]
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length
    if (!Number.isNaN(sent)) continue
    text += decoder.decode(chunk, { stream: true })
    if (text.includes(MARK)) sent = performance.now() - started
  }
  if (!answer.ok || Number.isNaN(sent)) throw new Error(`No basket came from ${url} (${answer.status}).`)
  return { sent, bytes }
}
