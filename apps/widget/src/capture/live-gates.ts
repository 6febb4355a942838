import type { GateOverrides, Gates } from '@visavis/face-quality/gates'
import { parseGates } from '@visavis/face-quality/parse-gates'

/**
 * Where a live picture asks for something else than the package's defaults. Coverings of mouth and face are guessed
 * from colour alone and fire on some bare faces, so that a journey has to ask for them. Movement is per 1/15 s: half
 * an eye distance a second, at which a face 90 px between the eyes smears by 1.5 px in 1/30 s. Yaw has a degree more
 * than the 15° that score 93: landmarks of one picture by itself tremble by as much.
 */
const LIVE_OVERRIDES: GateOverrides = {
  mouthCovered: null,
  faceCovered: null,
  motion: { enter: 3.3, leave: 2.6 },
  yaw: { enter: 16, leave: 14.5 },
}

/** The checks of a live capture. `overrides`: those of the user journey. @throws GateConfigError */
export const toLiveGates = (overrides: GateOverrides = {}): Gates =>
  parseGates({ ...LIVE_OVERRIDES, ...overrides })
