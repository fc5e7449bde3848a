import type { BrowserContext, Page } from '@playwright/test'

/** What went wrong in a test's browsers without anybody looking. */
export type Problems = {
  /** listens on every page of a context: errors on the console, errors nobody caught, requests that fail */
  watch(context: BrowserContext): void
  /** lets a problem stand that a test provokes on purpose */
  allow(pattern: RegExp): void
  /** those that were not allowed */
  found(): string[]
}

export function createProblems(): Problems {
  const problems: string[] = []
  const allowed: RegExp[] = []

  function listen(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error')
        problems.push(`console: ${message.text()} (${message.location().url || page.url()})`)
    })
    page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error.message}`))
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? 'no reason given'
      // a page that is left drops what it had under way
      if (reason !== 'net::ERR_ABORTED')
        problems.push(`request: ${request.method()} ${request.url()}: ${reason}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 500) problems.push(`answer: ${response.status()} to ${response.url()}`)
    })
  }

  return {
    watch(context) {
      for (const page of context.pages()) listen(page)
      context.on('page', listen)
    },
    allow: (pattern) => allowed.push(pattern),
    found: () => problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem))),
  }
}
