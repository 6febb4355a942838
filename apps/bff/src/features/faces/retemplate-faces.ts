import { AppError } from '@visavis/shared/errors'
import { type RetemplateDeps, retemplateFace } from './retemplate-face.ts'

const BATCH = 50

interface RetemplateInput {
  /** Position of the last face that was looked at. */
  after: number
  /** Asked before each face: time is up, or the process stops. */
  isOver: () => boolean
}

export interface RetemplateTurn<Position> {
  /** Where to go on; `undefined`: the last one was looked at. */
  next: Position | undefined
  /** So many failed, were logged, and stay as they were until another run. */
  left: number
}

/**
 * Makes templates of the present model for faces that have none, oldest first. What was made is kept face by face: killed
 * at any moment, it goes on with what is left. A face whose turn fails, by the engine or because its picture cannot be
 * read, is left for another run and holds up none of the others.
 */
export const retemplateFaces = async (
  deps: RetemplateDeps,
  { after, isOver }: RetemplateInput,
): Promise<RetemplateTurn<number>> => {
  const { recognition } = deps.providers.default
  let left = 0
  if (!recognition) return { next: undefined, left }
  let position = after
  for (;;) {
    const faces = await deps.database.faces.listUntemplated(recognition, position, BATCH)
    for (const face of faces) {
      if (isOver()) return { next: position, left }
      try {
        await retemplateFace(deps, face, { isPersonWaiting: false })
      } catch (failure) {
        // People come first: what they leave of the engine is enough for this.
        if (failure instanceof AppError && failure.code === 'RATE_LIMITED') return { next: position, left }
        const err = failure instanceof AppError ? failure.cause : failure
        deps.log.warn({ faceId: face.id, err }, 'a face could not be looked at')
        left += 1
      }
      position = face.position
    }
    if (faces.length < BATCH) return { next: undefined, left }
  }
}
