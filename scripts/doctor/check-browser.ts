import { findBrowser } from '../browser/find-browser'
import { bad, type Finding, good, warning } from './finding'

/** Only the tests need one; they install one when there is none. */
export function checkBrowser(): Finding {
  const name = 'browser for tests'
  try {
    const browser = findBrowser()
    return browser
      ? good(name, `${browser.path} (${browser.from})`)
      : warning(
          name,
          'none',
          '`npm test` installs one; or run `npx playwright install --with-deps chromium`.',
        )
  } catch (error) {
    return bad(
      name,
      error instanceof Error ? error.message : String(error),
      'Correct CHROMIUM_PATH, or unset it.',
    )
  }
}
