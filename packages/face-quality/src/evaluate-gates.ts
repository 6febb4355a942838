import { type Direction, FAILURE_CODES, type FailureCode } from './failure-codes.ts'
import type { FrameQuality } from './frame-types.ts'
import { GATE_NAMES, GATES, type GateName, type Gates } from './gates.ts'
import { rawOf } from './results.ts'

export interface GateFailure {
  code: FailureCode
  /** Where the face points (`turned`) or lies (`off_centre`), as the person sees it. */
  direction?: Direction
  /** Whether the frame must not be captured. */
  blocking: boolean
  /** The gates that failed; none for `no_face`. */
  gates: readonly GateName[]
}

interface Reading {
  value: number | undefined
  direction?: Direction
}

const least = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? undefined : Math.min(a, b)

const negative = (value: number | undefined) => (value === undefined ? undefined : -value)

const sided = (value: number | undefined, positive: Direction, negative: Direction): Reading => ({
  value: value === undefined ? undefined : Math.abs(value),
  direction: (value ?? 0) > 0 ? positive : negative,
})

/** Lid gap ÷ eyes to chin that the landmarks never gave a shut eye: 0.072 at most. */
const SURELY_OPEN = 0.08

const shutLids = (quality: FrameQuality): number | undefined =>
  (rawOf(quality, 'EyesOpen') ?? 0) < SURELY_OPEN ? quality.pixels?.lidShare : 0

const READERS: Readonly<Record<GateName, (quality: FrameQuality) => Reading>> = {
  secondFace: (q) => ({ value: rawOf(q, 'SingleFacePresent') }),
  headTooSmall: (q) => ({ value: rawOf(q, 'HeadSize') }),
  interEyeDistance: (q) => ({ value: rawOf(q, 'InterEyeDistance') }),
  headTooLarge: (q) => ({ value: rawOf(q, 'HeadSize') }),
  offCentreX: (q) => sided(q.geometry?.offCentre.x, 'left', 'right'),
  offCentreY: (q) => sided(q.geometry?.offCentre.y, 'down', 'up'),
  marginSide: (q) => ({
    value: least(rawOf(q, 'LeftwardCropOfTheFaceImage'), rawOf(q, 'RightwardCropOfTheFaceImage')),
  }),
  marginAbove: (q) => ({ value: rawOf(q, 'MarginAboveOfTheFaceImage') }),
  marginBelow: (q) => ({ value: rawOf(q, 'MarginBelowOfTheFaceImage') }),
  outside: (q) => ({ value: q.geometry?.outside }),
  yaw: (q) => sided(rawOf(q, 'HeadPoseYaw'), 'left', 'right'),
  pitchUp: (q) => ({ value: rawOf(q, 'HeadPosePitch'), direction: 'up' }),
  pitchDown: (q) => ({ value: negative(rawOf(q, 'HeadPosePitch')), direction: 'down' }),
  roll: (q) => sided(rawOf(q, 'HeadPoseRoll'), 'tilted', 'tilted'),
  eyesOpen: (q) => ({ value: rawOf(q, 'EyesOpen') }),
  lidsShut: (q) => ({ value: shutLids(q) }),
  eyesCovered: (q) => ({ value: rawOf(q, 'EyesVisible') }),
  mouthCovered: (q) => ({ value: rawOf(q, 'MouthOcclusionPrevention') }),
  faceCovered: (q) => ({ value: rawOf(q, 'FaceOcclusionPrevention') }),
  highlight: (q) => ({ value: q.pixels?.highlight }),
  highlightHint: (q) => ({ value: q.pixels?.highlight }),
  burntOut: (q) => ({ value: rawOf(q, 'OverExposurePrevention') }),
  burntOutHint: (q) => ({ value: rawOf(q, 'OverExposurePrevention') }),
  evenLight: (q) => ({ value: rawOf(q, 'IlluminationUniformity') }),
  tonalBits: (q) => ({ value: q.pixels?.tonalBits }),
  greyShare: (q) => ({ value: q.pixels?.greyShare }),
  sharpness: (q) => ({ value: rawOf(q, 'Sharpness') }),
  motion: (q) => ({ value: q.geometry?.motion }),
  shortSide: (q) => ({ value: q.geometry?.shortSide }),
}

const NO_FACE: GateFailure = { code: 'no_face', blocking: true, gates: [] }

/**
 * What is wrong with a frame, one entry a code, in the order of `FAILURE_CODES`. `previous`: the answer for the
 * frame before; a gate that failed there fails until its value is past `leave`. A value that is not known fails
 * no gate: ask `isCapturable` before a frame is used.
 */
export const evaluateGates = (
  quality: FrameQuality,
  previous: readonly GateFailure[],
  gates: Gates,
): GateFailure[] => {
  if (quality.faceCount === 0) return [NO_FACE]
  const failedBefore = new Set(previous.flatMap((failure) => failure.gates))
  const failures = new Map<FailureCode, GateFailure>()
  for (const name of GATE_NAMES) {
    const gate = gates[name]
    const { value, direction } = READERS[name](quality)
    if (!gate || value === undefined) continue
    const limit = failedBefore.has(name) ? gate.leave : gate.enter
    const { code, fails } = GATES[name]
    if (fails === 'above' ? !(value > limit) : !(value < limit)) continue
    const known = failures.get(code)
    failures.set(code, {
      code,
      ...(known?.direction ? { direction: known.direction } : direction && { direction }),
      blocking: gate.blocks || (known?.blocking ?? false),
      gates: [...(known?.gates ?? []), name],
    })
  }
  return FAILURE_CODES.map((code) => failures.get(code)).filter((failure) => failure !== undefined)
}

/** Whether a frame may be captured: a face whose pixels were looked at, and nothing that blocks. */
export const isCapturable = (quality: FrameQuality, failures: readonly GateFailure[]): boolean =>
  quality.pixels !== undefined && !failures.some(({ blocking }) => blocking)
