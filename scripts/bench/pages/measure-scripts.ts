import { chromium } from '@playwright/test'

/** JavaScript as it came over the wire. */
export type Scripts = { bytes: number; files: number }

/**
 * Opens each page in a fresh browser at a phone's size and adds up the scripts it loads until the network is quiet.
 * @param pages path by name
 */
export async function measureScripts(
  executablePath: string,
  origin: string,
  pages: Readonly<Record<string, string>>,
): Promise<Record<string, Scripts>> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const found: Record<string, Scripts> = {}
  try {
    for (const [name, path] of Object.entries(pages)) {
      const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
      const page = await context.newPage()
      const session = await context.newCDPSession(page)
      await session.send('Network.enable')
      const scripts = new Set<string>()
      const sum: Scripts = { bytes: 0, files: 0 }
      session.on('Network.responseReceived', ({ requestId, response, type }) => {
        if (type === 'Script' || /javascript/.test(response.mimeType)) scripts.add(requestId)
      })
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        if (!scripts.has(requestId)) return
        sum.bytes += encodedDataLength
        sum.files++
      })
      await page.goto(new URL(path, origin).href, { waitUntil: 'load' })
      // live pages keep a stream open, so the network is never idle by Playwright's word
      await page.waitForTimeout(2_500)
      found[name] = sum
      await context.close()
    }
  } finally {
    await browser.close()
  }
  return found
}
