import type { Page } from '@playwright/test'

type Counting = Window & { layoutShift?: number }

/** Adds up, from before a page's first paint on, how far its parts move by themselves (CLS without windows). */
export async function countLayoutShift(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counting = window as Counting
    counting.layoutShift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
      })[])
        if (!entry.hadRecentInput) counting.layoutShift = (counting.layoutShift ?? 0) + entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate(() => (window as Counting).layoutShift ?? Number.NaN)
}
