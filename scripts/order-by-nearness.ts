import { dirname, sep } from 'node:path'

const countShared = (one: readonly string[], other: readonly string[]): number => {
  const length = Math.min(one.length, other.length)
  for (let index = 0; index < length; index += 1) if (one[index] !== other[index]) return index
  return length
}

/** Test files in the order of how near they are to one of the changed files: its own test, its folder, its parent's. */
export const orderByNearness = (tests: readonly string[], changed: readonly string[]): string[] => {
  const own = new Set(changed.flatMap((path) => [path, path.replace(/(\.tsx?)$/, '.test$1')]))
  const folders = changed.map((path) => dirname(path).split(sep))
  const nearness = (test: string): number => {
    if (own.has(test)) return Number.POSITIVE_INFINITY
    const folder = dirname(test).split(sep)
    return Math.max(0, ...folders.map((each) => countShared(each, folder)))
  }
  return tests.toSorted((a, b) => nearness(b) - nearness(a))
}
