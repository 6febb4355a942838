import { readFile, rename, writeFile } from 'node:fs/promises'

/** Null: there is no such file. */
export const readIfThere = (file: string): Promise<Buffer | null> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })

/** Whole or not at all: a reader never sees half a file, and two builds at once do not mix. */
export const replaceFile = async (file: string, bytes: Uint8Array): Promise<void> => {
  const temporary = `${file}.${process.pid}.tmp`
  await writeFile(temporary, bytes)
  await rename(temporary, file)
}
