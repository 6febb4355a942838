import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Every file under `folder`, by its path, with its bytes. */
export const readAllFiles = async (folder: string): Promise<{ path: string; bytes: Buffer }[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(path) })))
}
