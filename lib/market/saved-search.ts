/** A view of the market that a reader keeps in their browser, under a name. */
export type SavedSearch = { name: string; search: string }

/** Most that are kept. */
export const MOST_SAVED = 30
const LONGEST_NAME = 60
const LONGEST_SEARCH = 1000

/** Reads what a browser kept; what does not fit is left out, whoever wrote it. */
export function readSavedSearches(kept: string | null): SavedSearch[] {
  try {
    const found: unknown = JSON.parse(kept ?? '[]')
    return Array.isArray(found) ? found.flatMap((one) => readOne(one)).slice(0, MOST_SAVED) : []
  } catch {
    return []
  }
}

function readOne(one: unknown): SavedSearch[] {
  if (typeof one !== 'object' || one === null || !('name' in one) || !('search' in one)) return []
  const { name, search } = one
  if (typeof name !== 'string' || typeof search !== 'string' || search.length > LONGEST_SEARCH) return []
  const plain = plainName(name)
  return plain ? [{ name: plain, search }] : []
}

/** Keeps a view, newest first; one of the same name gives way. */
export function addSearch(saved: readonly SavedSearch[], name: string, search: string): SavedSearch[] {
  const plain = plainName(name)
  if (!plain) return [...saved]
  return [{ name: plain, search }, ...saved.filter((one) => one.name !== plain)].slice(0, MOST_SAVED)
}

function plainName(name: string): string {
  return name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME)
}
