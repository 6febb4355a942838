import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { finished, pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { createTarDecoder, createTarPacker } from 'modern-tar'
import { BackupError } from './backup-error.ts'

/** Comes last, as `sha256sum` writes and checks it: an archive without was cut off. */
const SUMS = 'SHA256SUMS'

export interface ArchiveEntry {
  name: string
  bytes: Uint8Array
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * A tar file that is there as a whole or not at all, for its owner's eyes only.
 * @throws BackupError `file_exists`
 */
export const writeArchive = async (file: string, entries: AsyncIterable<ArchiveEntry>): Promise<void> => {
  const part = `${file}.part`
  const output = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true })
  const { readable, controller } = createTarPacker()
  const add = async (name: string, bytes: Uint8Array): Promise<void> => {
    const writer = controller.add({ name, size: bytes.byteLength, mode: 0o600 }).getWriter()
    await writer.write(bytes)
    await writer.close()
  }
  const produce = async (): Promise<void> => {
    const sums: string[] = []
    try {
      for await (const { name, bytes } of entries) {
        sums.push(`${sha256(bytes)}  ${name}\n`)
        await add(name, bytes)
      }
      await add(SUMS, Buffer.from(sums.join('')))
      controller.finalize()
    } catch (failure) {
      controller.error(failure)
      throw failure
    }
  }
  const written = pipeline(Readable.fromWeb(readable as NodeStream), output)
  try {
    // The first one's failure tells why; the other one's follows from it.
    await Promise.all([produce(), written])
    await rename(part, file)
  } catch (failure) {
    await written.catch(() => {})
    await finished(output).catch(() => {})
    if ((failure as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new BackupError(
        'file_exists',
        `${part} is there already: somebody is writing it, or did not end.`,
      )
    }
    await rm(part, { force: true })
    throw failure
  }
}

const notOne = (file: string, why: string, cause?: unknown): BackupError =>
  new BackupError('not_a_backup', `${file} is no backup of Visavis, or not a whole one: ${why}.`, { cause })

/** Its entries in their order, the sums left out. @throws BackupError */
export async function* readArchive(file: string): AsyncGenerator<ArchiveEntry> {
  const input = createReadStream(file)
  const decoder = createTarDecoder({ strict: true })
  const stream = (Readable.toWeb(input) as unknown as ReadableStream<Uint8Array>).pipeThrough(decoder)
  try {
    for await (const { header, body } of stream as unknown as AsyncIterable<{
      header: { name: string }
      body: NodeStream
    }>) {
      yield { name: header.name, bytes: await buffer(Readable.fromWeb(body)) }
    }
  } catch (failure) {
    if (failure instanceof BackupError) throw failure
    const { code } = failure as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
      throw new BackupError('file_unreadable', `${file} cannot be read (${code}).`, { cause: failure })
    }
    throw notOne(file, 'it is not in its format', failure)
  } finally {
    input.destroy()
  }
}

/**
 * Reads it to its end and compares every sum; what it holds is true from then on.
 * @param look sees each entry
 * @throws BackupError
 */
export const checkArchive = async (file: string, look: (entry: ArchiveEntry) => void): Promise<void> => {
  const seen: string[] = []
  let sums: string | undefined
  for await (const entry of readArchive(file)) {
    if (sums !== undefined) throw notOne(file, 'something follows its end')
    if (entry.name === SUMS) {
      sums = Buffer.from(entry.bytes).toString()
      continue
    }
    look(entry)
    seen.push(`${sha256(entry.bytes)}  ${entry.name}\n`)
  }
  if (sums === undefined) throw notOne(file, 'its end is missing')
  if (sums !== seen.join('')) throw notOne(file, 'a part of it was altered')
}
