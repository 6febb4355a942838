import type { FaceTemplate, Refused } from '../outcomes.ts'

/** In degrees. Yaw > 0: the nose points to the right of the picture as stored, which is the person's own left. */
export interface HeadPose {
  yaw: number
  /** > 0: the nose points up. */
  pitch: number
  /** > 0: clockwise in the picture. */
  roll: number
}

/** What one picture says about whether there is a head before the camera. */
export interface FaceObservation {
  /** Of the picture in pixels, upright. */
  width: number
  height: number
  /** 468 points of MediaPipe's face mesh, x, y and z each: pixels of the picture, z towards the camera negative. */
  mesh: Float32Array
  pose: HeadPose
  template: FaceTemplate
  /**
   * By which a copy of the picture is known, as a comparison tells it; only of a picture that a comparison takes as it was
   * seen here, so that `template` is the one it would make.
   */
  print?: Uint8Array
  /** Probability 0 to 1, by the passive network, that it is no print and no screen; `null`: the head is turned. */
  passiveScore: number | null
  /** Height of the strongest regular peak in the spectrum of the face; prints and screens have one. `null`: as above. */
  moire: number | null
  /** Mean luma of the face and of what is around it, 0 to 255; by these a change of scene is seen. */
  light: { face: number; around: number }
}

export type ObserveResult = { outcome: 'observed'; observation: FaceObservation } | Refused

/** A frame of a turn. */
export interface TimedObservation {
  observation: FaceObservation
  /** Milliseconds on the clock of the page, from any start. */
  at: number
}

/** What was wrong with a turn. `spoof`: no head does that. `unclear`: it could not be seen, or was not done. */
export type TurnProblem =
  | {
      kind: 'unclear'
      reason: 'not_frontal_first' | 'not_turned' | 'wrong_way' | 'nodded' | 'gap' | 'too_few'
    }
  | { kind: 'spoof'; reason: 'jump' | 'flat' | 'not_a_head' | 'shrinks' | 'other_person' }

export interface TurnJudgement {
  problems: readonly TurnProblem[]
  /** Degrees from the first frame to the peak, to the asked side. */
  turned: number
  /** Relief that no plane explains by the sine of the angle, and its correlation with a head's; `null`: there was no turn
   * to measure. */
  relief: number | null
  correlation: number | null
  /** Change of the scale along the eyes against that across, of the peak, or without a turn of the narrowest frame. */
  foreshortening: number | null
}
