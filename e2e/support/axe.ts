import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Rules of WCAG 2.2 AA and axe's own best practices that a page breaks, each with the first element that breaks it. */
export async function violationsOf(page: Page): Promise<string[]> {
  return tell(await build(page).withTags(tags).analyze())
}

/** Those of colour alone: all that another theme can break. */
export async function colourViolationsOf(page: Page): Promise<string[]> {
  return tell(await build(page).withRules(['color-contrast', 'link-in-text-block']).analyze())
}

function build(page: Page) {
  return new AxeBuilder({ page }).exclude('nextjs-portal')
}

function tell({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): string[] {
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
