import { randomBytes } from 'node:crypto'
import { type FileHandle, open, readFile, rm } from 'node:fs/promises'
import { createEncipher, decipher, decipherStream, GCM_IV_BYTES } from '../crypto/aes-gcm.ts'
import { type Received, readImage } from './read-image.ts'
import type { SpooledUpload, UploadBody } from './types.ts'

/** Written at once: each write is a turn of the thread pool. */
const WRITE_BYTES = 256 * 1024
/**
 * Read at once. Divisible by three, so that it is whole pieces of base64; below 128 kB, from where on `malloc` asks the
 * system for each piece anew, and every page of it is faulted in again.
 */
const READ_BYTES = 96 * 1024

/**
 * Streams `body` into a new file at `path`, encrypted under a key of its own that never leaves this closure. On any
 * failure the body is cancelled and the file is gone.
 * @throws AppError IMAGE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED; whatever the body itself fails with
 */
export const receiveToFile = async (body: UploadBody, path: string): Promise<SpooledUpload> => {
  const key = randomBytes(32)
  const iv = randomBytes(GCM_IV_BYTES)
  const cipher = createEncipher({ key, iv })
  const discard = () => rm(path, { force: true })
  try {
    const file = await open(path, 'wx', 0o600)
    let received: Received
    try {
      received = await writeImage(body, file, (chunk) => cipher.update(chunk))
      await writeAll(file, [cipher.final()])
    } finally {
      await file.close()
    }
    const tag = cipher.getAuthTag()
    return {
      ...received,
      read: async () => decipher(await readFile(path), { key, iv, tag }),
      stream: () => decipherStream(readPieces(path), { key, iv, tag }),
      discard,
    }
  } catch (cause) {
    await discard()
    throw cause
  }
}

const writeImage = async (
  body: UploadBody,
  file: FileHandle,
  encrypt: (chunk: Uint8Array) => Uint8Array,
): Promise<Received> => {
  let waiting: Uint8Array[] = []
  let waitingBytes = 0
  const received = await readImage(body, async (chunk) => {
    waiting.push(encrypt(chunk))
    waitingBytes += chunk.byteLength
    if (waitingBytes < WRITE_BYTES) return
    await writeAll(file, waiting)
    waiting = []
    waitingBytes = 0
  })
  await writeAll(file, waiting)
  return received
}

/** One `writev` may take less than it was given (writev(2)). */
const writeAll = async (file: FileHandle, chunks: readonly Uint8Array[]): Promise<void> => {
  const length = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0)
  if (length === 0) return
  let { bytesWritten: written } = await file.writev(chunks)
  if (written === length) return
  for (const all = Buffer.concat(chunks); written < length; ) {
    written += (await file.write(all, written)).bytesWritten
  }
}

/** Each piece is only good until the next one is asked for: all are read into the same memory. */
async function* readPieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path)
  try {
    const memory = Buffer.allocUnsafeSlow(READ_BYTES)
    for (;;) {
      const { bytesRead } = await file.read(memory, 0, READ_BYTES)
      if (bytesRead === 0) return
      yield memory.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}
