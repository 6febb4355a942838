import type { FailureCode } from './failure-codes.ts'

/** A band on a raw value, so that a value on the edge does not flicker. */
export interface Gate {
  /** Fails beyond this. */
  enter: number
  /** Once failed, fails until the value is back at this: `enter`, or something easier to please. */
  leave: number
  /** Whether a frame that fails may still be captured (`false`: the person is told, nothing more). */
  blocks: boolean
}

interface GateSpec extends Gate {
  code: FailureCode
  fails: 'above' | 'below'
  /** Values the raw value can have. */
  range: readonly [number, number]
}

/**
 * All gates in the order they are looked at, with their defaults. "Table" is OFIQ 1.0.3's published table of 28
 * pictures; "portraits" are 16 public ones that the defaults without another source were tried on.
 * There is no gate on mean brightness, head covering or background, and there cannot be one: the first follows
 * skin tone, the second religion and hair, and neither they nor the third hinder recognition.
 */
export const GATES = {
  /** Area of the second face ÷ the first. Someone far behind is no second face; the table's two faces have 0.33. */
  secondFace: { code: 'several_faces', fails: 'above', range: [0, 1], enter: 0.35, leave: 0.3, blocks: true },
  /** Eyes to chin ÷ picture height. The table's portraits reach down to 0.13, but are 4 × larger than a camera's. */
  headTooSmall: { code: 'too_far', fails: 'below', range: [0, 1], enter: 0.18, leave: 0.19, blocks: true },
  /** Pixels. 90 scores 73, 70 scores 50. */
  interEyeDistance: {
    code: 'too_far',
    fails: 'below',
    range: [10, 2000],
    enter: 90,
    leave: 96,
    blocks: true,
  },
  /** Beyond it the margins below cannot be kept. */
  headTooLarge: { code: 'too_close', fails: 'above', range: [0, 1], enter: 0.42, leave: 0.4, blocks: true },
  /** Shares of the picture's width and height. House values: the face's middle is about in the middle third. */
  offCentreX: { code: 'off_centre', fails: 'above', range: [0, 0.5], enter: 0.18, leave: 0.15, blocks: true },
  offCentreY: { code: 'off_centre', fails: 'above', range: [0, 0.5], enter: 0.2, leave: 0.17, blocks: true },
  /** Narrower of the left- and rightward crop: 0.9 scores 50. */
  marginSide: { code: 'cropped', fails: 'below', range: [0, 10], enter: 0.9, leave: 1, blocks: true },
  /** Less than the 1.4 and 1.8 of a passport picture: a selfie needs the face, not the hair and the shoulders. */
  marginAbove: { code: 'cropped', fails: 'below', range: [0, 10], enter: 1, leave: 1.05, blocks: true },
  marginBelow: { code: 'cropped', fails: 'below', range: [0, 10], enter: 1.3, leave: 1.35, blocks: true },
  /** Share of the outline outside the picture: none may be. */
  outside: { code: 'cropped', fails: 'above', range: [0, 1], enter: 0, leave: 0, blocks: true },
  /** Degrees. 15° scores 93. */
  yaw: { code: 'turned', fails: 'above', range: [0, 90], enter: 15, leave: 12, blocks: true },
  /**
   * 18° each way around −5°, because the landmarker sees frontal faces look down: −16° to −3°, median −7°, on
   * portraits (without the one that does look up).
   */
  pitchUp: { code: 'turned', fails: 'above', range: [0, 90], enter: 13, leave: 10, blocks: true },
  pitchDown: { code: 'turned', fails: 'above', range: [0, 90], enter: 23, leave: 20, blocks: true },
  roll: { code: 'turned', fails: 'above', range: [0, 180], enter: 15, leave: 12, blocks: true },
  /** Lid gap ÷ eyes to chin. Table: closed 0.023, open 0.051–0.111. Portraits: 0.055–0.112, one that laughs 0.032. */
  eyesOpen: { code: 'eyes_closed', fails: 'below', range: [0, 0.2], enter: 0.03, leave: 0.034, blocks: true },
  /**
   * Skin where the eyes should show: a second vote, because the landmarks see lids open that are shut. 43 open views of
   * a dozen people, each in five lights: ≤ 0.64; lids drawn over the same eyes, 0.6–0.9 where the lid is in the light.
   */
  lidsShut: { code: 'eyes_closed', fails: 'above', range: [0, 1], enter: 0.66, leave: 0.6, blocks: true },
  /** Estimates, so hints. Portraits without covering ≤ 0.45, 0, 0; with painted lenses and masks ≥ 0.9, 1, ≥ 0.4. */
  eyesCovered: { code: 'eyes_covered', fails: 'above', range: [0, 1], enter: 0.7, leave: 0.6, blocks: false },
  mouthCovered: {
    code: 'mouth_covered',
    fails: 'above',
    range: [0, 1],
    enter: 0.3,
    leave: 0.2,
    blocks: false,
  },
  faceCovered: {
    code: 'face_covered',
    fails: 'above',
    range: [0, 1],
    enter: 0.25,
    leave: 0.2,
    blocks: false,
  },
  /**
   * Linear luminance (0–255) of the brightest fiftieth: 10 is sRGB 55, 15 is sRGB 68. Not the share of dark pixels itself, which
   * is near 1 for well-lit dark skin; but whatever fails here has ≥ 98 % of pixels in ISO/IEC 29794-5's dark range.
   */
  highlight: { code: 'too_dark', fails: 'below', range: [0, 25], enter: 10, leave: 12, blocks: true },
  highlightHint: { code: 'too_dark', fails: 'below', range: [0, 25], enter: 15, leave: 18, blocks: false },
  /** Share of burnt-out pixels; 0.08 scores 11. The table's pictures have at most 0.0001. */
  burntOut: { code: 'too_bright', fails: 'above', range: [0, 1], enter: 0.08, leave: 0.06, blocks: true },
  burntOutHint: {
    code: 'too_bright',
    fails: 'above',
    range: [0, 1],
    enter: 0.03,
    leave: 0.02,
    blocks: false,
  },
  /** Overlap of the cheeks' histograms. Table: 0.012–0.84, so never a reason to refuse. */
  evenLight: { code: 'uneven_light', fails: 'below', range: [0, 1], enter: 0.05, leave: 0.08, blocks: false },
  /** Bits of encoded luma. Portraits: 6.6–7.6, 5.3 and more when darkened to 40 %. Linear bits would follow skin tone. */
  tonalBits: { code: 'low_contrast', fails: 'below', range: [0, 8], enter: 4.5, leave: 4.7, blocks: true },
  /** Share of pixels without colour: an infra-red camera has no other. Portraits: ≤ 0.05. */
  greyShare: { code: 'grey_picture', fails: 'above', range: [0, 1], enter: 0.98, leave: 0.95, blocks: true },
  /** Detail. Sharp portraits of ≥ 65 px between the eyes: 0.13–0.43; blurred by 2 % of the inter-eye distance 0.007–0.036; by 4 % 0.002–0.009. */
  sharpness: { code: 'blurry', fails: 'below', range: [0, 1], enter: 0.01, leave: 0.014, blocks: true },
  /** % of the inter-eye distance a frame. House value, and a hint: hands may tremble, and blur itself is measured. */
  motion: { code: 'blurry', fails: 'above', range: [0, 100], enter: 2, leave: 1.2, blocks: false },
  /** Pixels, after Regula and Innovatrics. The applicant can seldom help it. */
  shortSide: {
    code: 'low_resolution',
    fails: 'below',
    range: [0, 10_000],
    enter: 720,
    leave: 720,
    blocks: false,
  },
} as const satisfies Record<string, GateSpec>

export type GateName = keyof typeof GATES
export const GATE_NAMES = Object.keys(GATES) as GateName[]
/** A gate that is `null` is off. */
export type Gates = Readonly<Record<GateName, Gate | null>>
export type GateOverrides = Partial<Record<GateName, Partial<Gate> | null>>

/** For pictures that others are compared with later: more frontal than a login needs. */
export const ENROLMENT_OVERRIDES: GateOverrides = {
  yaw: { enter: 10, leave: 8 },
  pitchUp: { enter: 7, leave: 5 },
  pitchDown: { enter: 17, leave: 15 },
  roll: { enter: 8, leave: 6 },
}
