import { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { AppError } from '@visavis/shared/errors'
import { type ImageMediaType, SNIFF_BYTES, sniffImageType } from '@visavis/shared/image-type'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import type { SpooledUpload, UploadBody } from './types.ts'

export type Received = Pick<SpooledUpload, 'bytes' | 'mediaType'>

/**
 * Reads a picture to its end, a chunk at a time; whatever fails, the body is cancelled.
 * @throws AppError IMAGE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED; whatever the body or `take` fails with
 */
export const readImage = async (
  body: UploadBody,
  take: (chunk: Uint8Array) => Promise<void> | void,
): Promise<Received> => {
  const reader = openReader(body)
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

type Reader = Pick<ReadableStreamDefaultReader<Uint8Array>, 'read' | 'cancel'>

const openReader = (body: UploadBody): Reader =>
  body instanceof Readable ? readNodeStream(body) : body.getReader()

/** Of what comes after the answer, so much is still read: a connection that is cut with bytes unread may lose its answer. */
const MAX_UNREAD_BYTES = 8 * 1024 * 1024

/**
 * Node's own stream, without a web stream around it: that would cost two more turns and one more buffer a chunk. One
 * that is given up is not destroyed, or its socket could not carry the answer.
 */
const readNodeStream = (stream: Readable): Reader => {
  const chunks: AsyncIterator<Uint8Array, undefined> = stream.iterator({ destroyOnReturn: false })
  return {
    read: async () => {
      const { done, value } = await chunks.next()
      return done ? { done: true, value: undefined } : { done: false, value }
    },
    cancel: async () => {
      await chunks.return?.()
      // The server lets the rest flow once the answer is out, half a second long, and no earlier.
      stream.once('resume', () => closeGently(stream))
    },
  }
}

/** The sender sees that nothing more is said; one that goes on all the same is no longer listened to. */
const closeGently = (stream: Readable): void => {
  if (stream instanceof IncomingMessage) stream.socket.end()
  let left = MAX_UNREAD_BYTES
  stream.on('data', (chunk: Uint8Array) => {
    left -= chunk.byteLength
    if (left < 0) stream.pause()
  })
}
