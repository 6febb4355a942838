const MESSAGES = {
  /** Called after `close()`, or closed while the picture was being looked at. */
  closed: 'The face engine is closed.',
  /** Two threads in a row died over the same picture. */
  worker_lost: 'A worker died twice over this picture.',
  /** The models cannot be loaded. */
  unavailable: 'The face engine cannot start.',
  /** A defect in the engine; see `cause`. */
  failed: 'The face engine failed over this picture.',
} as const
export type FaceEngineErrorCode = keyof typeof MESSAGES

/** Trouble in the engine; says nothing about the person. */
export class FaceEngineError extends Error {
  override readonly name = 'FaceEngineError'
  readonly code: FaceEngineErrorCode

  constructor(code: FaceEngineErrorCode, options: { cause?: unknown } = {}) {
    super(MESSAGES[code], options)
    this.code = code
  }
}
