export interface LabelledTemplate {
  identity: string
  values: Float32Array
}

export interface Accuracy {
  /** Chance that a pair of one person is nearer than a pair of two, 0…1. */
  auc: number
  highestGenuine: number
  lowestImpostor: number
  pairs: number
}

export const distanceOf = (a: Float32Array, b: Float32Array): number =>
  Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)))

/** Compares every template with every other. */
export const measureAccuracy = (templates: readonly LabelledTemplate[]): Accuracy => {
  const genuine: number[] = []
  const impostor: number[] = []
  for (const [index, a] of templates.entries()) {
    for (const b of templates.slice(index + 1)) {
      const distances = a.identity === b.identity ? genuine : impostor
      distances.push(distanceOf(a.values, b.values))
    }
  }
  const wins = genuine.reduce(
    (sum, near) =>
      sum + impostor.reduce((inner, far) => inner + (near < far ? 1 : near === far ? 0.5 : 0), 0),
    0,
  )
  return {
    auc: wins / (genuine.length * impostor.length),
    highestGenuine: Math.max(...genuine),
    lowestImpostor: Math.min(...impostor),
    pairs: genuine.length + impostor.length,
  }
}
