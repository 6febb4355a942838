import type { FaceObservation, ObserveResult } from './liveness/types.ts'
import type { FaceTemplate, Refused } from './outcomes.ts'
import type { QueuePlace } from './picture-queue.ts'
import type { Recognition } from './recognition/catalog.ts'
import type { RecognitionModel } from './recognition/recognition-model.ts'
import type { ChosenRuntime, RuntimeSetting } from './runtime/choose-runtime.ts'
import type { StageTimes } from './stage-clock.ts'

export type * from './outcomes.ts'

/** 1 loosest … 5 strictest; 0 is no match at any level. */
export type MatchLevel = 0 | 1 | 2 | 3 | 4 | 5

/** What is told of a readable picture beside its template: 17 × 16 greys, by which a copy of it is known. */
interface Printed {
  print?: Uint8Array
}

export type EnrolResult = ({ outcome: 'enrolled'; template: FaceTemplate } & Printed) | Refused

export type VerifyResult =
  | (Printed & {
      outcome: 'compared'
      /** Euclidean distance to the nearest template. */
      distance: number
      matchLevel: MatchLevel
      /** Index in the given templates of the nearest one. */
      nearest: number
    })
  /** None of the templates was made by this engine's model. */
  | { outcome: 'no_comparable_template' }
  | Refused

export interface FaceEngineOptions {
  /** Worker threads; default: one a core, at most 4. */
  workers?: number
  /** What runs the networks; default: native code, and WebAssembly where that does not load. */
  runtime?: RuntimeSetting
  /** What makes templates: a name, or what `readOwnModel` read; default: `mobilefacenet`. */
  recognition?: Recognition
  /**
   * An ONNX file in the place of the passive liveness network: one of the same family, that takes [1, 3, 128, 128], blue
   * first, 0 to 255, and answers with two or three classes of which the first is live.
   */
  livenessModelFile?: string
  /** Called after each picture enrolled or verified with the milliseconds each stage took, for measuring. */
  onStages?: (stages: StageTimes) => void
}

export interface PictureOptions extends Partial<QueuePlace> {
  signal?: AbortSignal
}

export interface FaceEngine {
  readonly model: RecognitionModel
  /** What runs the networks, and why it is not native code when that was tried. */
  readonly runtime: ChosenRuntime
  /** `modelId`: name of the passive network, and the beginning of its SHA-256. */
  readonly liveness: { readonly modelId: string }
  /** `image`: bytes of a JPEG or PNG. Whose it is decides its turn; by default it is one of a server's. */
  enrol(image: Uint8Array, options?: PictureOptions): Promise<EnrolResult>
  verify(
    image: Uint8Array,
    templates: readonly FaceTemplate[],
    options?: PictureOptions,
  ): Promise<VerifyResult>
  /** As `verify`, of a picture that was observed; `null`: for that it has to be looked at again. */
  compare(
    seen: Pick<FaceObservation, 'template' | 'print'>,
    templates: readonly FaceTemplate[],
  ): VerifyResult | null
  /**
   * What one picture says about whether there is a head before the camera; `judgeTurn`, `judgePassive`, `isSamePerson` and
   * `isSameScene` make something of several. It waits in the same queue.
   */
  observe(image: Uint8Array, options?: PictureOptions): Promise<ObserveResult>
  /**
   * One small JPEG of several, a row each for what belongs together, for people to look at. It waits in the same queue.
   * `null`: none of the frames can be read.
   */
  filmstrip(rows: readonly (readonly Uint8Array[])[], options?: PictureOptions): Promise<Uint8Array | null>
  /** Pictures in that queue. */
  countWaiting(): number
  close(): Promise<void>
}

/** What the first bytes of a picture say of it. */
export interface ImageHeader {
  format: 'jpeg' | 'png'
  /** As stored: EXIF orientation is not applied yet. */
  width: number
  height: number
  /** How many bytes the picture takes; what follows is not part of it. */
  end: number
}
