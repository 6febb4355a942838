import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const CACHE_DIR = join(tmpdir(), 'visavis-clips')

/** Path of a file made once for each `key`. A run that stops half-way leaves no half file under the final name. */
export const cachedFile = async (
  key: unknown,
  extension: string,
  make: () => Promise<Uint8Array>,
): Promise<string> => {
  const hash = createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 24)
  const path = join(CACHE_DIR, `${hash}.${extension}`)
  if (existsSync(path)) return path
  await mkdir(CACHE_DIR, { recursive: true })
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, await make())
  await rename(draft, path)
  return path
}
