import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Rules of WCAG 2.2 AA and axe's own best practices that a page breaks, each with the first element that breaks it. */
export async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .exclude('nextjs-portal')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
