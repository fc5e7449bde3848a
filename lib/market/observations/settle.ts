import type { Said } from './observation'

/** What is taken for true of one measure and period, and what speaks against it. */
export type Settled = {
  figure: Said
  /** what the same source said of it before, newest first */
  revised: Said[]
  /** what other sources say of it now, where it differs by more than the tolerance */
  contradicted: Said[]
}

/** Two figures further apart than this share of the greater one contradict each other. */
export const TOLERANCE = 0.005

/**
 * Settles what many sources said of one measure and period, from what was known at a moment. Pure.
 *
 * Each source counts with its newest word. A source with a figure goes before one without, then the lower rank, then the
 * newer word, then the source's name. Nothing is averaged: a figure shown is one that somebody published.
 *
 * @returns undefined when nothing was known then
 */
export function settle(said: readonly Said[], asOf: Date): Settled | undefined {
  const known = said
    .filter(({ knownAt }) => knownAt <= asOf)
    .toSorted((a, b) => b.knownAt.getTime() - a.knownAt.getTime())
  const newest = new Map<string, Said>()
  for (const one of known) if (!newest.has(one.source)) newest.set(one.source, one)
  const [figure, ...others] = [...newest.values()].sort(byStanding)
  if (!figure) return undefined
  return {
    figure,
    revised: known.filter((one) => one.source === figure.source && one !== figure),
    contradicted: others.filter((one) => contradicts(figure.value, one.value)),
  }
}

function byStanding(a: Said, b: Said): number {
  return (
    Number(a.value === undefined) - Number(b.value === undefined) ||
    a.rank - b.rank ||
    b.knownAt.getTime() - a.knownAt.getTime() ||
    (a.source < b.source ? -1 : 1)
  )
}

/** A source that knows nothing contradicts nobody. */
function contradicts(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false
  const [x, y] = [Number(a), Number(b)]
  return Math.abs(x - y) > TOLERANCE * Math.max(x, y)
}
