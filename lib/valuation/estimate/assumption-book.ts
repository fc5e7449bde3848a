import { HotswapError } from '@/lib/core/errors'
import type { Figure } from '../inputs'
import type { Assumption } from './evidence'

/** An assumption that the model needs is in no row. */
export class MissingAssumptionError extends HotswapError {
  override readonly name = 'MissingAssumptionError'
}

/** Looks an assumption up by name. */
export type AssumptionBook = {
  find(name: string): Figure | undefined
  /** @throws MissingAssumptionError */
  need(name: string): Figure
}

/**
 * A book in which the nearest subject counts.
 * @param subjects nearest first, such as model, network, category, 'all'
 */
export function assumptionBook(
  rows: readonly (Assumption & { name: string })[],
  subjects: readonly string[],
): AssumptionBook {
  const find = (name: string): Figure | undefined => {
    for (const subject of subjects) {
      const row = rows.find((candidate) => candidate.subject === subject && candidate.name === name)
      if (row) return { value: row.value, source: 'assumption', note: `${row.note} (${row.subject})` }
    }
  }
  return {
    find,
    need(name) {
      const figure = find(name)
      if (!figure)
        throw new MissingAssumptionError(`No assumption “${name}” for any of ${subjects.join(', ')}.`)
      return figure
    },
  }
}
