import { AppError } from '@visavis/shared/errors'
import { type RetemplateDeps, retemplateFace } from './retemplate-face.ts'

const BATCH = 50

interface RetemplateInput {
  /** Position of the last face that was looked at. */
  after: number
  /** Asked before each face: time is up, or the process stops. */
  isOver: () => boolean
}

/**
 * Makes templates of the present model for faces that have none, oldest first. What was made is kept face by face: killed
 * at any moment, it goes on with what is left. A face whose turn the engine fails is left for another run.
 * @returns where to go on; `undefined`: the last face was looked at
 */
export const retemplateFaces = async (
  deps: RetemplateDeps,
  { after, isOver }: RetemplateInput,
): Promise<number | undefined> => {
  const { recognition } = deps.providers.default
  if (!recognition) return undefined
  let position = after
  for (;;) {
    const faces = await deps.database.faces.listUntemplated(recognition, position, BATCH)
    for (const face of faces) {
      if (isOver()) return position
      try {
        await retemplateFace(deps, face, { isPersonWaiting: false })
      } catch (failure) {
        if (!(failure instanceof AppError)) throw failure
        // People come first: what they leave of the engine is enough for this.
        if (failure.code === 'RATE_LIMITED') return position
        deps.log.warn({ faceId: face.id, err: failure.cause }, 'a face could not be looked at')
      }
      position = face.position
    }
    if (faces.length < BATCH) return undefined
  }
}
