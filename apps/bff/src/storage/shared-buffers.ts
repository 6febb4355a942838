import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

const MEGABYTE = 2 ** 20
/** Holds every row of a server that has no face index to search in. */
const LEAST = 16
/** PostgreSQL's own default (its manual, §20.4.1). */
const MOST = 128

/**
 * PostgreSQL's page cache, for a database in `folder`, as `shared_buffers` takes it. In this process it is memory that
 * is taken at once, used or not; a large face index wants all of it, or each search reads from the disk. So it grows
 * with what is in the folder when it is opened.
 */
export const chooseSharedBuffers = async (folder?: string): Promise<string> => {
  const held = folder === undefined ? 0 : (await measureLargest(join(folder, 'base'))) / MEGABYTE
  return `${Math.round(Math.min(Math.max(held, LEAST), MOST))}MB`
}

/** A cluster holds two templates beside the database that is used: a folder each. */
const measureLargest = async (base: string): Promise<number> => {
  const databases = await readdir(base).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return []
    throw cause
  })
  return Math.max(0, ...(await Promise.all(databases.map((name) => measureFolder(join(base, name))))))
}

const measureFolder = async (folder: string): Promise<number> => {
  const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
