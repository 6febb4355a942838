export interface EngineFile {
  name: string
  /** Hexadecimal. */
  sha256: string
  /** Of the content, not of what travels. */
  bytes: number
}

export interface LoadEngineOptions {
  /** Absolute; the files lie below it. */
  baseUrl: string
  files: readonly EngineFile[]
  /** Share that has come, 0 to 1. */
  onProgress: (share: number) => void
  fetch?: typeof globalThis.fetch
}

/** A file of the engine did not come, or is not the one it should be. */
export class EngineFileError extends Error {
  override readonly name = 'EngineFileError'
}

const toHex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

const readBody = async (
  { name, bytes }: EngineFile,
  { ok, status, body }: Response,
  onBytes: (count: number) => void,
): Promise<Uint8Array<ArrayBuffer>> => {
  if (!ok || !body) throw new EngineFileError(`${name}: ${status}`)
  const content = new Uint8Array(bytes)
  const reader = body.getReader()
  let at = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    if (at + value.length > bytes) throw new EngineFileError(`${name}: longer than ${bytes} bytes`)
    content.set(value, at)
    at += value.length
    onBytes(value.length)
  }
  if (at !== bytes) throw new EngineFileError(`${name}: ${at} of ${bytes} bytes`)
  return content
}

/**
 * All files of the engine, each checked against its hash before anything of it runs.
 * @throws EngineFileError, or TypeError when the line breaks
 */
export const loadEngine = async ({
  baseUrl,
  files,
  onProgress,
  fetch = globalThis.fetch.bind(globalThis),
}: LoadEngineOptions): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> => {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let come = 0
  const load = async (file: EngineFile) => {
    const content = await readBody(file, await fetch(`${baseUrl}/${file.name}`), (count) => {
      come += count
      onProgress(come / total)
    })
    const hash = toHex(await crypto.subtle.digest('SHA-256', content))
    if (hash !== file.sha256) throw new EngineFileError(`${file.name}: hash ${hash}`)
    return [file.name, content] as const
  }
  return new Map(await Promise.all(files.map(load)))
}
