import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, readFile, rm } from 'node:fs/promises'
import { AppError } from '@visavis/shared/errors'
import { type ImageMediaType, SNIFF_BYTES, sniffImageType } from '@visavis/shared/image-type'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import { createEncipher, decipher, decipherStream, GCM_IV_BYTES } from './aes-gcm.ts'
import type { SpooledUpload } from './types.ts'

/**
 * Streams `body` into a new file at `path`, encrypted under a key of its own that never leaves this closure; holds
 * one chunk at a time. On any failure the body is cancelled and the file is gone.
 * @throws AppError IMAGE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED; whatever the body itself fails with
 */
export const receiveUpload = async (
  body: ReadableStream<Uint8Array>,
  path: string,
): Promise<SpooledUpload> => {
  const key = randomBytes(32)
  const iv = randomBytes(GCM_IV_BYTES)
  const cipher = createEncipher({ key, iv })
  const discard = () => rm(path, { force: true })
  const reader = body.getReader()
  try {
    const file = await open(path, 'wx', 0o600)
    let received: Pick<SpooledUpload, 'bytes' | 'mediaType'>
    try {
      received = await copyImage(reader, file, (chunk) => cipher.update(chunk))
      await writeAll(file, cipher.final())
    } finally {
      await file.close()
    }
    const tag = cipher.getAuthTag()
    return {
      ...received,
      read: async () => decipher(await readFile(path), { key, iv, tag }),
      stream: () => decipherStream(createReadStream(path), { key, iv, tag }),
      discard,
    }
  } catch (cause) {
    // Not awaited: a sender that does not listen must not delay the answer, nor hide why there is one.
    reader.cancel(cause).catch(() => {})
    await discard()
    throw cause
  }
}

const copyImage = async (
  reader: ReadableStreamDefaultReader<Uint8Array>,
  file: FileHandle,
  encrypt: (chunk: Uint8Array) => Uint8Array,
): Promise<Pick<SpooledUpload, 'bytes' | 'mediaType'>> => {
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
    await writeAll(file, encrypt(read.value))
  }
  if (!mediaType) throw new AppError('IMAGE_TYPE_UNSUPPORTED')
  return { bytes, mediaType }
}

/** One `write` may take less than it was given (write(2)). */
const writeAll = async (file: FileHandle, bytes: Uint8Array): Promise<void> => {
  for (let start = 0; start < bytes.byteLength; ) {
    const { bytesWritten } = await file.write(bytes, start)
    start += bytesWritten
  }
}
