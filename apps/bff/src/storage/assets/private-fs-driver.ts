import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Driver } from 'unstorage'
import fsLite from 'unstorage/drivers/fs-lite'
import { writeFileAtomically } from './write-file-atomically.ts'

/** Ends the name of an object that is still being written. */
const PART_SUFFIX = '.part'

/**
 * unstorage's file driver, except that it writes whole files or none, for the owner's eyes only: its own writes
 * truncate first, in the mode of the umask, and are not flushed. What a crash left half-written is listed and removed
 * under the name of the whole.
 */
export const privateFsDriver = (base: string) => {
  const files = fsLite({ base })
  return {
    ...files,
    setItemRaw: async (key: string, value: Uint8Array) => {
      await mkdir(base, { recursive: true, mode: 0o700 })
      const path = join(base, key)
      await writeFileAtomically(path, path + PART_SUFFIX, value)
    },
    removeItem: async (key: string) => {
      for (const path of [join(base, key), join(base, key + PART_SUFFIX)]) await rm(path, { force: true })
    },
    getKeys: async () => {
      const keys = await files.getKeys('', {})
      const names = keys.map((key: string) =>
        key.endsWith(PART_SUFFIX) ? key.slice(0, -PART_SUFFIX.length) : key,
      )
      return [...new Set(names)]
    },
  } satisfies Driver
}
