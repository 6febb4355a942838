import { AppError } from '@visavis/shared/errors'
import { readJpegSize } from '@visavis/shared/jpeg-size'
import {
  MAX_TURN_FRAME_BYTES,
  MAX_TURN_FRAMES,
  MIN_TURN_FRAMES,
  TURN_FRAME_SIDE,
  turnOffsetsSchema,
} from '@visavis/shared/liveness'
import type { Context } from 'hono'
import { parseJson } from '../../../http/parse-json.ts'

/** All frames of a turn at their largest, and what `multipart/form-data` writes around them. */
export const MAX_TURN_BYTES = MAX_TURN_FRAMES * MAX_TURN_FRAME_BYTES + 16 * 1024

export interface Turn {
  frames: readonly Uint8Array[]
  /** Milliseconds since the page heard of the step. */
  offsets: readonly number[]
}

/** The frames of a turn as the page sends them. @throws AppError CONTENT_TYPE_UNSUPPORTED, CHALLENGE_FRAMES_INVALID */
export const readTurn = async (c: Context): Promise<Turn> => {
  const contentType = c.req.header('content-type')?.toLowerCase() ?? ''
  if (!contentType.startsWith('multipart/form-data')) throw new AppError('CONTENT_TYPE_UNSUPPORTED')
  const form = await c.req.formData().catch((cause: unknown) => {
    // The limit of the body speaks for itself.
    throw cause instanceof AppError ? cause : new AppError('CHALLENGE_FRAMES_INVALID', { cause })
  })
  const offsets = readOffsets(form.get('offsets'))
  const parts = form.getAll('frames')
  const isCount = parts.length >= MIN_TURN_FRAMES && parts.length <= MAX_TURN_FRAMES
  if (!isCount || parts.length !== offsets.length) throw new AppError('CHALLENGE_FRAMES_INVALID')
  const frames: Uint8Array[] = []
  for (const part of parts) {
    if (typeof part === 'string' || part.size > MAX_TURN_FRAME_BYTES)
      throw new AppError('CHALLENGE_FRAMES_INVALID')
    const frame = new Uint8Array(await part.arrayBuffer())
    if (!isFrame(frame)) throw new AppError('CHALLENGE_FRAMES_INVALID')
    frames.push(frame)
  }
  return { frames, offsets }
}

const readOffsets = (part: unknown): readonly number[] => {
  const offsets = typeof part === 'string' ? turnOffsetsSchema.safeParse(parse(part)) : undefined
  if (!offsets?.success) throw new AppError('CHALLENGE_FRAMES_INVALID')
  return offsets.data
}

const parse = (text: string): unknown => {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}

const isFrame = (bytes: Uint8Array): boolean => {
  const size = readJpegSize(bytes)
  return size !== undefined && Math.max(size.width, size.height) <= TURN_FRAME_SIDE
}
