/**
 * Runs a step for each item, a few at a time, and gives the results in the items' order: a long list must not open a
 * connection an item.
 *
 * @throws what the first step that fails throws
 */
export async function inTurns<item, result>(
  items: readonly item[],
  step: (item: item) => Promise<result>,
  atOnce = 8,
): Promise<result[]> {
  const results = new Array<result>(items.length)
  const queue = items.entries()
  const work = async () => {
    for (const [index, item] of queue) results[index] = await step(item)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work))
  return results
}
