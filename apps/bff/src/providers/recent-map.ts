/** A map of what is made when it is asked for first, which keeps the `size` entries that were used last. */
export const createRecentMap = <Value>(size: number) => {
  const entries = new Map<string, Value>()
  return {
    getOrMake: (key: string, make: () => Value): Value => {
      const value = entries.get(key) ?? make()
      // A map has its entries in the order they came: this one comes last again.
      entries.delete(key)
      entries.set(key, value)
      const [oldest] = entries.size > size ? entries.keys() : []
      if (oldest !== undefined) entries.delete(oldest)
      return value
    },
    values: () => entries.values(),
    clear: () => entries.clear(),
  }
}
