import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/**
 * `path` holds the old bytes or the new ones, never a part, and the new ones outlive a power cut once this resolves.
 * @param partPath where the bytes gather until then, in the same folder
 */
export const writeFileAtomically = async (
  path: string,
  partPath: string,
  bytes: Uint8Array,
): Promise<void> => {
  try {
    const file = await open(partPath, 'w', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(partPath, path)
  } catch (cause) {
    await rm(partPath, { force: true })
    throw cause
  }
  await syncFolder(dirname(path))
}
