const MESSAGES = {
  /** Called after `close()`, or closed while the picture was being looked at. */
  closed: 'The face engine is closed.',
  /** More pictures wait than there is room for; see `retryAfterS`. */
  busy: 'The face engine has too many pictures to look at.',
  /** Two threads in a row died over the same picture. */
  worker_lost: 'A worker died twice over this picture.',
  /** The models cannot be loaded. */
  unavailable: 'The face engine cannot start.',
  /** A defect in the engine; see `cause`. */
  failed: 'The face engine failed over this picture.',
} as const
export type FaceEngineErrorCode = keyof typeof MESSAGES

interface FaceEngineErrorOptions {
  cause?: unknown
  retryAfterS?: number
}

/** Trouble in the engine; says nothing about the person. */
export class FaceEngineError extends Error {
  override readonly name = 'FaceEngineError'
  readonly code: FaceEngineErrorCode
  /** When to try again, of `busy`. */
  readonly retryAfterS: number | undefined

  constructor(code: FaceEngineErrorCode, { cause, retryAfterS }: FaceEngineErrorOptions = {}) {
    super(MESSAGES[code], cause === undefined ? undefined : { cause })
    this.code = code
    this.retryAfterS = retryAfterS
  }
}
