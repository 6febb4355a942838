export interface EngineFile {
  /** Absolute. */
  url: string
  /** Hexadecimal. */
  sha256: string
  /** Of the content, not of what travels. */
  bytes: number
}

export const LOADER = '.js'
export const PROGRAM = '.wasm'
export const MODEL = '.task'

/** Of the program: what is left is on the line already when the model is asked for. */
const NEARLY = 0.9

/** Often enough to see it move. */
const STEPS = 50

export interface LoadEngineOptions {
  files: readonly EngineFile[]
  /** Share that has come, 0 to 1. */
  onProgress: (share: number) => void
  /** Gets the program as it comes, before it is checked, and anew where it is asked for again: nothing of it may run. */
  onProgram?: (body: ReadableStream<Uint8Array<ArrayBuffer>>) => void
  fetch?: typeof globalThis.fetch
}

/** A file of the engine did not come, or is not the one it should be. */
export class EngineFileError extends Error {
  override readonly name = 'EngineFileError'
}

const toHex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

const readBody = async (
  { url, bytes }: EngineFile,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onBytes: (count: number) => void,
): Promise<Uint8Array<ArrayBuffer>> => {
  const content = new Uint8Array(bytes)
  const reader = body.getReader()
  let at = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    if (at + value.length > bytes) throw new EngineFileError(`${url}: longer than ${bytes} bytes`)
    content.set(value, at)
    at += value.length
    onBytes(value.length)
  }
  if (at !== bytes) throw new EngineFileError(`${url}: ${at} of ${bytes} bytes`)
  return content
}

type Content = Uint8Array<ArrayBuffer>

/**
 * All files of the engine by their address, each checked against its hash before anything of it runs. The model comes
 * behind the program, which is made ready meanwhile.
 * @returns at once; a file rejects with EngineFileError, or TypeError when the line breaks
 */
export const loadEngine = ({
  files,
  onProgress,
  onProgram,
  fetch = globalThis.fetch.bind(globalThis),
}: LoadEngineOptions): ReadonlyMap<string, Promise<Content>> => {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let letModelCome = () => {}
  const programNearlyCame = new Promise<void>((resolve) => {
    letModelCome = resolve
  })
  let come = 0
  let told = 0
  const get = async (file: EngineFile, init?: RequestInit): Promise<Content> => {
    const isProgram = file.url.endsWith(PROGRAM)
    let own = 0
    try {
      const { ok, status, body } = await fetch(file.url, init)
      if (!ok || !body) throw new EngineFileError(`${file.url}: ${status}`)
      const [checked, compiled] = onProgram && isProgram ? body.tee() : [body]
      if (compiled) onProgram?.(compiled)
      const content = await readBody(file, checked, (count) => {
        own += count
        come += count
        if (isProgram && own > file.bytes * NEARLY) letModelCome()
        const step = Math.floor((come / total) * STEPS)
        if (step > told) onProgress(step / STEPS)
        told = Math.max(told, step)
      })
      const hash = toHex(await crypto.subtle.digest('SHA-256', content))
      if (hash !== file.sha256) throw new EngineFileError(`${file.url}: hash ${hash}`)
      return content
    } catch (error) {
      come -= own
      throw error
    }
  }
  const load = async (file: EngineFile): Promise<Content> => {
    if (file.url.endsWith(MODEL)) await programNearlyCame
    try {
      return await get(file)
    } catch (error) {
      // What is wrong in the browser's cache stays there for a year: asked for once more, past it (Fetch §2.2.5).
      if (error instanceof EngineFileError) return await get(file, { cache: 'reload' })
      throw error
    } finally {
      if (file.url.endsWith(PROGRAM)) letModelCome()
    }
  }
  return new Map(
    files.map((file) => {
      const content = load(file)
      // Whoever waits for it is told; until then it is nobody's failure.
      content.catch(() => {})
      return [file.url, content]
    }),
  )
}
