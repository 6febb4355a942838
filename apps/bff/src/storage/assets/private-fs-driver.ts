import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Driver } from 'unstorage'
import fsLite from 'unstorage/drivers/fs-lite'
import { writeFileAtomically } from './write-file-atomically.ts'

/** Ends the name of an object that is still being written. */
export const PART_SUFFIX = '.part'

/**
 * unstorage's file driver, except that it writes whole files or none, for the owner's eyes only: its own writes
 * truncate first, in the mode of the umask, and are not flushed.
 */
export const privateFsDriver = (base: string): Driver => ({
  ...fsLite({ base }),
  setItemRaw: async (key: string, value: Uint8Array) => {
    await mkdir(base, { recursive: true, mode: 0o700 })
    const path = join(base, key)
    await writeFileAtomically(path, path + PART_SUFFIX, value)
  },
})
