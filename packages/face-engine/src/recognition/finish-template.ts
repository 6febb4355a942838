export interface FinishOptions {
  /** Whether templates of this network are compared as directions only, all of length 1. */
  isUnit: boolean
  /**
   * Subtracted from the direction before it is made of length 1 again: the middle of people of several groups, each
   * counted the same. Without it those who were few among the faces that the network learned from lie close together.
   */
  centre: Float32Array | null
}

export interface FinishedTemplate {
  values: Float32Array
  /** Length of the network's answer: small when it saw no face. */
  norm: number
}

const normOf = (values: Float32Array): number => Math.hypot(...values)

const toUnit = (values: Float32Array): Float32Array => {
  const norm = normOf(values)
  return values.map((value) => value / norm)
}

/** Makes a template of what the network answered: for one face, or for it and its mirror image, whose middle is taken. */
export const finishTemplate = (
  answers: readonly Float32Array[],
  { isUnit, centre }: FinishOptions,
): FinishedTemplate => {
  const [first = new Float32Array()] = answers
  const parts = isUnit ? answers.map(toUnit) : answers
  const middle = first.map(
    (_, index) => parts.reduce((sum, part) => sum + (part[index] ?? 0), 0) / parts.length,
  )
  if (!isUnit) return { values: middle, norm: normOf(first) }
  const unit = parts.length > 1 ? toUnit(middle) : middle
  const values = centre === null ? unit : toUnit(unit.map((value, index) => value - (centre[index] ?? 0)))
  return { values, norm: normOf(first) }
}
