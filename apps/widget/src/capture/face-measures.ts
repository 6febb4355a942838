/** What the checks look at; lengths in pixels of the frame, angles in degrees. */
export interface FaceMeasures {
  frame: { width: number; height: number }
  /** Area of the second largest face over that of the largest; 0 when there is one. */
  secondFaceShare: number
  /** Between the eye centres, corrected for yaw (OFIQ InterEyeDistance). */
  interEyePx: number
  /** From between the eyes to the chin; OFIQ's `T`. */
  eyeToChinPx: number
  eyes: Point
  /** Middle of the face's bounding box. */
  centre: Point
  /** Every landmark lies inside the frame. */
  isInside: boolean
  pose: Pose
  /** Lid gap over `eyeToChinPx`, of the narrower eye. */
  eyeOpenness: number
  light: Light
  /** Variance of the Laplacian on a crop of fixed size: for comparing frames, not an absolute. */
  sharpness: number
}

export interface Point {
  x: number
  y: number
}

export interface Pose {
  yaw: number
  pitch: number
  roll: number
}

/** Shares of the face's pixels, 0 to 1. */
export interface Light {
  underExposed: number
  overExposed: number
}
