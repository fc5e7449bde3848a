import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Rules of WCAG 2.2 AA and axe's own best practices that a page breaks, each with the first element that breaks it. */
export async function violationsOf(page: Page): Promise<string[]> {
  await settle(page)
  return tell(await build(page).withTags(tags).analyze())
}

/** Those of colour alone: all that another theme can break. */
export async function colourViolationsOf(page: Page): Promise<string[]> {
  await settle(page)
  return tell(await build(page).withRules(['color-contrast', 'link-in-text-block']).analyze())
}

/** The title of a streamed page comes after its first bytes, and a theme's colours after a frame or two. */
async function settle(page: Page) {
  await expect(page).toHaveTitle(/./)
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    await Promise.all(
      document
        .getAnimations()
        // a skeleton’s never ends
        .filter((it) => it.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map((it) => it.finished.catch(() => undefined)),
    )
  })
}

function build(page: Page) {
  return new AxeBuilder({ page }).exclude('nextjs-portal')
}

function tell({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): string[] {
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
