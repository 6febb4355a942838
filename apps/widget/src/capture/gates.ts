/** One check: beyond `limit` it fails; once it has, it passes again only beyond `clear`, so messages do not flicker. */
export interface Gate {
  limit: number
  clear: number
}

/**
 * The checks of a login selfie, on raw values. Quantities are those of ISO/IEC 29794-5 as BSI's OFIQ computes them
 * (the component's id beside each); no official limits exist, so the origin of each is given. There is none on mean
 * brightness: a linear mean of .2 refuses well-lit dark skin and OFIQ's own frontal sample alike.
 */
export const GATES = {
  /** Area of the second largest face over that of the largest. SingleFacePresent 0x4c: OFIQ scores 65 here. */
  secondFaceShare: { limit: 0.35, clear: 0.3 },
  /** Pixels between the eye centres. InterEyeDistance 0x52: OFIQ scores 73 at 90, and half its range at 70. */
  interEyePx: { limit: 90, clear: 94 },
  /** Eyes to chin over the height of the frame. HeadSize 0x53 wants .45 of a passport photo; a selfie is wider. */
  faceShareFar: { limit: 0.18, clear: 0.19 },
  faceShareClose: { limit: 0.42, clear: 0.405 },
  /** Face centre to oval centre over the height of the oval's frame; own choice: the face stays inside the oval. */
  offset: { limit: 0.12, clear: 0.1 },
  /** Distance to the edges: sides in eye distances, above and below in eye-to-chin lengths. Margins 0x54–0x57. */
  marginSide: { limit: 0.9, clear: 0.95 },
  marginAbove: { limit: 1, clear: 1.05 },
  marginBelow: { limit: 1.3, clear: 1.35 },
  /**
   * Degrees. HeadPose 0x58–0x5a: OFIQ scores 92, 90 and 93 here; phones are held low, hence the wider pitch. Yaw has
   * a degree of slack for the landmarks' noise.
   */
  yaw: { limit: 16, clear: 14.5 },
  pitch: { limit: 18, clear: 16 },
  roll: { limit: 15, clear: 13 },
  /** Lid gap over eyes to chin, narrower eye. EyesOpen 0x4d: ISO's samples read .023 closed, .051–.111 open. */
  eyeOpenness: { limit: 0.035, clear: 0.038 },
  /** Share of the face with linear luminance ≤ 25 of 255. UnderExposurePrevention 0x46: OFIQ's middle is .91. */
  underExposed: { limit: 0.92, clear: 0.9 },
  /** Share ≥ 247. OverExposurePrevention 0x47: OFIQ scores 17 at .05. */
  overExposed: { limit: 0.08, clear: 0.07 },
} as const satisfies Record<string, Gate>

/** Eye distances a second. At 1/30 s of exposure a face 90 px between the eyes then smears by 1.5 px. Own choice. */
export const MAX_EYE_SPEED = 0.5
