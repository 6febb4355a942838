import type { NetworkName } from '@visavis/face-models/networks'
import type { Pixels, Point } from '../pixels.ts'
import type { RecognitionModel } from './recognition-model.ts'

/** A face that was found, measured, and found fit to be compared. */
export interface AlignableFace {
  pixels: Pixels
  /** 68 points, in pixels of the picture. */
  landmarks: readonly Point[]
}

export interface Embedding {
  values: Float32Array
  /** How sure the network is that it saw a face: the length of its answer. */
  norm: number
}

/** Where the quality of a picture begins to cost this recogniser accuracy; the tables are in docs/accuracy.md. */
export interface QualityGates {
  /** Pixels. */
  readonly minInterEyeDistance: number
  /** See face-geometry.ts. */
  readonly maxTurn: number
  /** Percent, see measure-sharpness.ts. */
  readonly minSharpness: number
  /** Norm below which there is no face; 0: the network's answer does not tell. */
  readonly minNorm: number
  /** Norm below which the face may lie on its side or stand on its head. */
  readonly clearNorm: number
}

/**
 * A recogniser: everything between a face in a picture and its template. What changes the numbers changes `modelId` or
 * `pipelineId`, because templates are compared with those of the same model and pipeline only.
 */
export interface RecognitionDefinition {
  /** The network: library, version, architecture, length. */
  readonly modelId: string
  /** What is done around it: alignment, and what becomes of its answer. */
  readonly pipelineId: string
  /** One that the project brings, or a file of the operator's with its SHA-256. */
  readonly network: NetworkName | { readonly file: string; readonly sha256: string }
  /** Numbers in a template. */
  readonly dimensions: number
  /** Whether templates have length 1. */
  readonly isUnit: boolean
  /** Largest Euclidean distance of each match level, loosest first. */
  readonly levels: readonly number[]
  /** See RecognitionModel. */
  readonly levelFalseMatchRates: readonly (number | null)[]
  readonly gates: QualityGates
  /** What the network takes: one square of three colours. */
  readonly inputShape: readonly number[]
  /** Whether the template is the middle of the face's and its mirror image's: it is then asked twice. */
  readonly usesMirror: boolean
  /** Fills `input`, as many numbers as the shape has, with the face, or with its mirror image, as the network expects it. */
  align(face: AlignableFace, isMirrored: boolean, input: Float32Array): void
  /** The template out of what the network answered to the face and, if that is used, to its mirror image. */
  finish(answers: readonly Float32Array[]): Embedding
}

/** What the rest of the server knows of a recogniser. */
export const toRecognitionModel = ({
  modelId,
  pipelineId,
  dimensions,
  isUnit,
  levels,
  levelFalseMatchRates,
}: RecognitionDefinition): RecognitionModel => ({
  id: modelId,
  pipelineId,
  length: dimensions,
  isUnit,
  levelDistances: levels,
  levelFalseMatchRates,
})
