import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

const git = async (...args: string[]): Promise<string> =>
  (await promisify(execFile)('git', args, { cwd: ROOT })).stdout.trim()

/** Where the branch left the main one; on the main one itself, or without one, the last commit. */
const findBase = async (): Promise<string> => {
  for (const main of ['origin/HEAD', 'main']) {
    const base = await git('merge-base', 'HEAD', main).catch(() => '')
    if (base) return base
  }
  return 'HEAD'
}

export interface ChangedFiles {
  /** The commit that the working tree is compared with. */
  base: string
  /** Paths from the root of the repository; files that are gone are not among them. */
  files: string[]
}

/** What differs from `base` in the working tree, new files included. */
export const findChangedFiles = async (given: string | undefined): Promise<ChangedFiles> => {
  const base = given ?? (await findBase())
  const changed = await git('diff', '--name-only', '--diff-filter=d', '-z', base, '--')
  const fresh = await git('ls-files', '--others', '--exclude-standard', '-z')
  const files = `${changed}\0${fresh}`.split('\0').filter(Boolean)
  return { base: await git('rev-parse', '--short', base), files: [...new Set(files)] }
}
