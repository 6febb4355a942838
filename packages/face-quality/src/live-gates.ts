import { GATE_NAMES, type GateOverrides, type Gates } from './gates.ts'
import { parseGates } from './parse-gates.ts'

/**
 * Where a live picture asks for something else than the defaults. Coverings of mouth and face are guessed from colour
 * alone and fire on some bare faces, so that somebody has to ask for them. Movement is per 1/15 s: half an eye
 * distance a second, at which a face 90 px between the eyes smears by 1.5 px in 1/30 s. Yaw has a degree more than
 * the 15° that score 93: landmarks of one picture by itself tremble by as much.
 */
const LIVE_OVERRIDES: GateOverrides = {
  mouthCovered: null,
  faceCovered: null,
  motion: { enter: 3.3, leave: 2.6 },
  yaw: { enter: 16, leave: 14.5 },
}

/**
 * The gates of a live capture with some of them changed, as `parseGates` takes them; `{}` switches on one that is off.
 * @throws GateConfigError
 */
export const toLiveGates = (overrides: GateOverrides = {}): Gates =>
  parseGates(
    Object.fromEntries(
      GATE_NAMES.flatMap((name) => {
        const [live, own] = [LIVE_OVERRIDES[name], overrides[name]]
        if (own === undefined) return live === undefined ? [] : [[name, live]]
        return [[name, own === null ? null : { ...live, ...own }]]
      }),
    ),
  )
