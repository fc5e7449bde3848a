/** Most of the header that is read: browsers send far less. */
const MOST_CHARACTERS = 500

/** A language range of RFC 4647 with a quality of RFC 9110. */
const range = /^([a-z]{2,8}(?:-[a-z0-9]{1,8})*)(?:\s*;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i

/**
 * The locale whose figures a reader wants most, of those that Intl knows, by their Accept-Language header: language,
 * script and region alone, as extensions (other digits, other calendars) are not followed.
 *
 * @returns a canonical BCP 47 tag; undefined where the header asks for nothing we know
 * @example negotiateLocale('fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5') // 'fr-CH'
 */
export function negotiateLocale(header: string | undefined): string | undefined {
  if (!header) return undefined
  return header
    .slice(0, MOST_CHARACTERS)
    .split(',')
    .flatMap((part) => {
      const [, tag = '', quality = '1'] = range.exec(part.trim()) ?? []
      return tag && Number(quality) > 0 ? [{ tag, quality: Number(quality) }] : []
    })
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => knownLocale(tag))
    .find((locale) => locale !== undefined)
}

function knownLocale(tag: string): string | undefined {
  try {
    const { language, script, region } = new Intl.Locale(tag)
    const asked = [language, script, region].filter(Boolean).join('-')
    // a region Intl has no figures for is answered by its language: there are only so many
    return Intl.NumberFormat.supportedLocalesOf(asked).length > 0
      ? new Intl.NumberFormat(asked).resolvedOptions().locale
      : undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
