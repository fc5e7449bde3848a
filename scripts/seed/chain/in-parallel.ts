/** Does the work for each item, a few at a time, and waits for all of it. Fails with the first failure. */
export async function inParallel<item>(
  items: readonly item[],
  width: number,
  work: (item: item) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of queue) await work(item)
    }),
  )
}
