export interface RecognitionModel {
  /** Library, version, architecture, length. */
  readonly id: string
  /** Numbers in a template. */
  readonly length: number
  /** Largest Euclidean distance of each match level, loosest first. */
  readonly levelDistances: readonly number[]
}
