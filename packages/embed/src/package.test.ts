/** The package as it would be published. Needs `pnpm build`. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as embed from './index.ts'

const ROOT = new URL('..', import.meta.url)

let folder: string
let tarball: Buffer<ArrayBuffer>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visavis-pack-'))
  const { stdout } = await promisify(execFile)('pnpm', ['pack', '--json', '--pack-destination', folder], {
    cwd: ROOT,
  })
  tarball = await readFile(JSON.parse(stdout).filename)
})
afterAll(() => rm(folder, { recursive: true }))

describe('@visavis/embed', () => {
  it('exports these', () => {
    expect(Object.keys(embed).sort()).toMatchInlineSnapshot(`
      [
        "defineElement",
        "loadVisavis",
        "open",
      ]
    `)
  })

  it('does nothing on a server', async () => {
    embed.defineElement()
    expect(await embed.loadVisavis('https://id.example')).toBeNull()
  })

  it('is packed as publint would have it', async () => {
    const { messages } = await publint({ pack: { tarball: tarball.buffer }, strict: true })
    expect(messages).toEqual([])
  })

  it('has types that every module resolution finds', async () => {
    const result = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)))
    if (!result.types) throw new Error('no types')
    // A module only: `require` gets it by Node's own support for that.
    expect(result.problems.filter(({ kind }) => kind !== 'CJSResolvesToESM')).toEqual([])
  })

  it('needs nothing else', async () => {
    const packed = createPackageFromTarballData(new Uint8Array(tarball))
    const built = packed.listFiles().filter((path) => path.includes('/dist/'))
    expect(built.filter((path) => packed.readFile(path).includes('@visavis/shared'))).toEqual([])
    const manifest = JSON.parse(packed.tryReadFile('/node_modules/@visavis/embed/package.json') ?? '{}')
    expect(manifest).toMatchObject({ type: 'module', sideEffects: false })
    expect(manifest.dependencies).toBeUndefined()
  })
})
