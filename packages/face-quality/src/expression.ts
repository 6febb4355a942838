import type { FaceGeometry } from './geometry.ts'

/**
 * A mouth at rest is up to 0.96 inter-eye distances wide and its lips touch; smiles were 1.0–1.2 wide, on 16
 * portraits. Both scaled so that 1 is as far from neutral as faces get.
 */
const REST_MOUTH = 0.95
const SMILE_RANGE = 0.3
const OPEN_MOUTH_RANGE = 0.2

/** Blendshapes that a neutral face keeps near 0; blinking and gaze are judged elsewhere. */
const EXPRESSIVE = /^(brow|cheek|jaw|mouth(Smile|Frown|Pucker|Funnel|Stretch|Left|Right)|noseSneer)/

/**
 * How far from neutral, 0–1: by the strongest expressive blendshape, or by the mouth when the model has none.
 * OFIQ asks two networks; this is reported and never gated.
 */
export const estimateNeutrality = (
  { mouthWidth, interEye, lipGap, eyesToChin }: FaceGeometry,
  blendshapes: Readonly<Record<string, number>> | undefined,
): { raw: number; scalar: number } => {
  const signs = Object.entries(blendshapes ?? {})
    .filter(([name]) => EXPRESSIVE.test(name))
    .map(([, strength]) => strength)
  const mouth = [(mouthWidth / interEye - REST_MOUTH) / SMILE_RANGE, lipGap / eyesToChin / OPEN_MOUTH_RANGE]
  const raw = Math.min(1, Math.max(0, ...(signs.length > 0 ? signs : mouth)))
  return { raw, scalar: Math.round(100 * (1 - raw)) }
}
