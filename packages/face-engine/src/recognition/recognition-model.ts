export interface RecognitionModel {
  /** Library, version, architecture, length. */
  readonly id: string
  /** How a picture is made ready for the network: what is cut out of it, and how its numbers are read. */
  readonly pipelineId: string
  /** Numbers in a template. */
  readonly length: number
  /** Whether templates have length 1. */
  readonly isUnit: boolean
  /** Largest Euclidean distance of each match level, loosest first. */
  readonly levelDistances: readonly number[]
  /**
   * False match rate of each level, loosest first: how many pairs of different people reach it, in the worst group that
   * was measured (ISO/IEC 19795-1). `null`: not measured.
   */
  readonly levelFalseMatchRates: readonly (number | null)[]
}
