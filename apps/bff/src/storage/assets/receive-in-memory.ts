import { readImage } from './read-image.ts'
import type { SpooledUpload, UploadBody } from './types.ts'

/**
 * Keeps `body` in memory until it is discarded.
 * @param release called once, when its memory is free again
 * @throws AppError IMAGE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED; whatever the body itself fails with
 */
export const receiveInMemory = async (body: UploadBody, release: () => void): Promise<SpooledUpload> => {
  let chunks: Uint8Array[] = []
  let isHeld = true
  const discard = async () => {
    chunks = []
    if (isHeld) release()
    isHeld = false
  }
  try {
    const received = await readImage(body, (chunk) => {
      chunks.push(chunk)
    })
    const assertHeld = () => {
      if (!isHeld) throw new Error('the upload was discarded')
    }
    return {
      ...received,
      read: async () => {
        assertHeld()
        return join(chunks, received.bytes)
      },
      stream: async function* () {
        assertHeld()
        yield* chunks
      },
      discard,
    }
  } catch (cause) {
    await discard()
    throw cause
  }
}

/** Memory of its own each time: callers may hand it over to a worker. */
const join = (chunks: readonly Uint8Array[], length: number): Uint8Array => {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
