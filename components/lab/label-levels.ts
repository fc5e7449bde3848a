/** Labels nearer than this to each other, in percent of the figure, would cover one another. */
const NEAR = { across: 28, up: 8 }

/** How many lines each dot's label is raised, so that labels of dots that lie close stand above each other. */
export function labelLevels(places: readonly { across: number; up: number }[]): number[] {
  const levels = places.map(() => 0)
  const order = places.map((_, k) => k).sort((a, b) => places[a]!.across - places[b]!.across)
  for (const [at, k] of order.entries())
    for (const before of order.slice(0, at)) {
      const [a, b] = [places[before]!, places[k]!]
      if (b.across - a.across < NEAR.across && Math.abs(b.up - a.up) < NEAR.up)
        levels[k] = Math.max(levels[k]!, levels[before]! + 1)
    }
  return levels
}
