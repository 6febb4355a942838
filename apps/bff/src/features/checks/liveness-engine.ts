import type {
  FaceObservation,
  ObserveResult,
  PictureOptions,
  TimedObservation,
  TurnJudgement,
} from '@visavis/face-engine'
import type { TurnSide } from '@visavis/shared/liveness'

/** What the checks of liveness need: the face engine, whoever else compares the faces. */
export interface LivenessEngine {
  /** Of the passive network. */
  readonly modelId: string
  observe(image: Uint8Array, options: PictureOptions): Promise<ObserveResult>
  /** One picture of all frames, a row each turn, for people to look at; `null`: none can be read. */
  filmstrip(rows: readonly (readonly Uint8Array[])[], options: PictureOptions): Promise<Uint8Array | null>
  /** Over the pictures in which the head is not turned. */
  judgePassive(observations: readonly FaceObservation[]): {
    outcome: 'passed' | 'failed' | 'not_done'
    score: number | null
  }
  judgeTurn(frames: readonly TimedObservation[], side: TurnSide): TurnJudgement
  isSamePerson(a: FaceObservation, b: FaceObservation, between: 'neighbours' | 'turned' | 'selfie'): boolean
  /** Whether light and background may be of one place, moments apart. */
  isSameScene(a: FaceObservation, b: FaceObservation): boolean
}
