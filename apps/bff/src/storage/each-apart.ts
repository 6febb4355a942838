/**
 * Does the same for each, one after the other. One that fails holds up none of those behind it: rows of a job belong to
 * many tenants. @throws what failed first, once all had their turn
 */
export const eachApart = async <Item>(
  items: readonly Item[],
  handle: (item: Item) => Promise<unknown>,
  signal?: AbortSignal,
): Promise<void> => {
  const failures: unknown[] = []
  for (const item of items) {
    if (signal?.aborted) break
    try {
      await handle(item)
    } catch (failure) {
      failures.push(failure)
    }
  }
  if (failures.length > 0) throw failures[0]
}
