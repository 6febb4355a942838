import { AppError } from '@visavis/shared/errors'
import { type ImageMediaType, SNIFF_BYTES, sniffImageType } from '@visavis/shared/image-type'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import type { SpooledUpload } from './types.ts'

export type Received = Pick<SpooledUpload, 'bytes' | 'mediaType'>

/**
 * Reads a picture to its end, a chunk at a time; whatever fails, the body is cancelled.
 * @throws AppError IMAGE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED; whatever the body or `take` fails with
 */
export const readImage = async (
  body: ReadableStream<Uint8Array>,
  take: (chunk: Uint8Array) => Promise<void> | void,
): Promise<Received> => {
  const reader = body.getReader()
  try {
    let bytes = 0
    let head = new Uint8Array(0)
    let mediaType: ImageMediaType | undefined
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      bytes += read.value.byteLength
      if (bytes > MAX_IMAGE_BYTES) throw new AppError('IMAGE_TOO_LARGE')
      if (!mediaType) {
        head = Uint8Array.from([...head, ...read.value.subarray(0, SNIFF_BYTES - head.byteLength)])
        mediaType = sniffImageType(head)
        if (!mediaType && head.byteLength === SNIFF_BYTES) throw new AppError('IMAGE_TYPE_UNSUPPORTED')
      }
      await take(read.value)
    }
    if (!mediaType) throw new AppError('IMAGE_TYPE_UNSUPPORTED')
    return { bytes, mediaType }
  } catch (cause) {
    // Not awaited: a sender that does not listen must not delay the answer, nor hide why there is one.
    reader.cancel(cause).catch(() => {})
    throw cause
  }
}
