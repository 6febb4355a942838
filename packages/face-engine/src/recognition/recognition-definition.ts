import type { NetworkName } from '@visavis/face-models/networks'
import type { FaceGeometry } from '../face-geometry.ts'
import type { Box, Pixels, Point } from '../pixels.ts'
import type { RecognitionModel } from './recognition-model.ts'

/** A face that was found, measured, and found fit to be compared. */
export interface AlignableFace {
  pixels: Pixels
  /** 68 points, in pixels of the picture. */
  landmarks: readonly Point[]
  geometry: FaceGeometry
  /** The aligned box of the geometry, inside the picture. */
  crop: Box
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
  readonly network: NetworkName
  /** Numbers in a template. */
  readonly dimensions: number
  /** Largest Euclidean distance of each match level, loosest first. */
  readonly levels: readonly number[]
  /** False match rate of each level, in the worst group that was measured; `null`: not measured. */
  readonly levelFalseMatchRates: readonly (number | null)[]
  /** Of the square that the network takes, as rows of RGB. */
  readonly inputSide: number
  /** Fills `input`, side × side × 3 numbers, with the face as the network expects it. */
  align(face: AlignableFace, input: Float32Array): void
  /** The template of the face in `input`, which may be overwritten. `run`: the network's answer to an input. */
  embed(input: Float32Array, run: (input: Float32Array) => Promise<Float32Array>): Promise<Float32Array>
}

/** What the rest of the server knows of a recogniser. */
export const toRecognitionModel = ({
  modelId,
  pipelineId,
  dimensions,
  levels,
  levelFalseMatchRates,
}: RecognitionDefinition): RecognitionModel => ({
  id: modelId,
  pipelineId,
  length: dimensions,
  levelDistances: levels,
  levelFalseMatchRates,
})
