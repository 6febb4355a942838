/**
 * How many of the faces in an index a person who is not in it matches by chance: the level's false match rate times the
 * faces. From about 1, a hit at that level alone says nothing. @returns undefined where the rate was not measured
 */
export const expectFalseMatches = (
  { levelFalseMatchRates }: { levelFalseMatchRates: readonly (number | null)[] },
  /** 1–5 */
  matchLevel: number,
  size: number,
): number | undefined => {
  const rate = levelFalseMatchRates[matchLevel - 1] ?? null
  return rate === null ? undefined : rate * size
}
