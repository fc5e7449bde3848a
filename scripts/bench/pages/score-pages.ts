import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

export type PageScores = {
  name: string
  /** 0 to 100, in Lighthouse's order: performance, accessibility, best practices, SEO */
  categories: number[]
  /** milliseconds */
  largestPaint: number
  blocking: number
  /** cumulative layout shift */
  shift: number
}

/**
 * Runs Lighthouse's mobile preset on each page, and takes the median of every figure by itself.
 * @param pages path by name
 * @throws Error when Lighthouse cannot measure a page
 */
export async function scorePages(
  chromePath: string,
  origin: string,
  pages: Readonly<Record<string, string>>,
  runs: number,
): Promise<PageScores[]> {
  const chrome = await launch({
    chromePath,
    // a window of the emulated phone's size: where it must be resized first, headless Chromium shows the first frame a
    // second late, and all that was loaded by then counts as needed for it
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--window-size=412,823'],
  })
  try {
    const scores: PageScores[] = []
    for (const [name, path] of Object.entries(pages)) {
      const measured: Omit<PageScores, 'name'>[] = []
      for (let run = 0; run < runs; run++)
        measured.push(await scoreOnce(new URL(path, origin).href, chrome.port))
      scores.push({
        name,
        categories: categories.map((_, index) => median(measured.map((it) => it.categories[index] ?? 0))),
        largestPaint: median(measured.map((it) => it.largestPaint)),
        blocking: median(measured.map((it) => it.blocking)),
        shift: median(measured.map((it) => it.shift)),
      })
    }
    return scores
  } finally {
    chrome.kill()
  }
}

async function scoreOnce(url: string, port: number): Promise<Omit<PageScores, 'name'>> {
  const result = await lighthouse(url, { port, output: 'json', logLevel: 'error' })
  if (!result || result.lhr.runtimeError)
    throw new Error(`Lighthouse cannot measure ${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`)
  const { lhr } = result
  const scores = categories.map((name) => Math.round((lhr.categories[name]?.score ?? 0) * 100))
  for (const [index, name] of categories.entries())
    if ((scores[index] ?? 0) < 95)
      console.log(`  ${url} ${name} ${scores[index]}: ${lost(lhr, name).join(', ')}`)
  const figure = (audit: string) => lhr.audits[audit]?.numericValue ?? Number.NaN
  return {
    categories: scores,
    largestPaint: figure('largest-contentful-paint'),
    blocking: figure('total-blocking-time'),
    shift: figure('cumulative-layout-shift'),
  }
}

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr']

/** The audits that cost a category its points. */
function lost(lhr: Result, category: string): string[] {
  return (lhr.categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
    const score = lhr.audits[id]?.score
    return weight > 0 && score !== null && score !== undefined && score < 0.9
      ? [`${id} (${score.toFixed(2)}, ${lhr.audits[id]?.displayValue ?? 'fails'})`]
      : []
  })
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
