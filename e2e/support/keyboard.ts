import { expect, type Locator, type Page } from '@playwright/test'

const MOST_STOPS = 150

/** Goes on by Tab until an element has the focus; every stop on the way must show that it has it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await target.evaluate((it) => it === document.activeElement)) return
    await page.keyboard.press('Tab')
    expect(await focusWithoutOutline(page), 'what has the focus and does not show it').toBeUndefined()
  }
  throw new Error(`${target} was not reached in ${MOST_STOPS} stops.`)
}

/** The element that has the focus, where nothing marks it. */
function focusWithoutOutline(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const it = document.activeElement
    if (!it || it === document.body || it.tagName === 'NEXTJS-PORTAL') return undefined
    const { outlineStyle, outlineWidth } = getComputedStyle(it)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      ? undefined
      : it.outerHTML.slice(0, 200)
  })
}
