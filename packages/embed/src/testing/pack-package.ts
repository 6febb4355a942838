import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { checkPackage, createPackageFromTarballData, type Package } from '@arethetypeswrong/core'
import { publint } from 'publint'

export interface PackedPackage {
  files: Package
  /** What `publint` has to say. */
  lint(): Promise<string[]>
  /** What `attw` has to say. A module without a CommonJS twin is no problem: Node can `require` it. */
  checkTypes(): Promise<string[]>
}

/** The package as it would be published. Needs `pnpm build`. */
export const packPackage = async (root: URL): Promise<PackedPackage> => {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-pack-'))
  const args = ['pack', '--json', '--pack-destination', folder]
  const { stdout } = await promisify(execFile)('pnpm', args, { cwd: root })
  const tarball = new Uint8Array(await readFile(JSON.parse(stdout).filename))
  await rm(folder, { recursive: true })
  return {
    files: createPackageFromTarballData(tarball),
    lint: async () => {
      const { messages } = await publint({ pack: { tarball: tarball.buffer }, strict: true })
      return messages.map((message) => JSON.stringify(message))
    },
    checkTypes: async () => {
      const result = await checkPackage(createPackageFromTarballData(tarball))
      if (!result.types) return ['no types']
      return result.problems.map(({ kind }) => kind).filter((kind) => kind !== 'CJSResolvesToESM')
    },
  }
}
