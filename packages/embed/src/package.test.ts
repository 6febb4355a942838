import { beforeAll, describe, expect, it } from 'vitest'
import * as embed from './index.ts'
import { type PackedPackage, packPackage } from './testing/pack-package.ts'

let packed: PackedPackage
beforeAll(async () => {
  packed = await packPackage(new URL('..', import.meta.url))
})

describe('@visavis/embed', () => {
  it('exports these', () => {
    expect(Object.keys(embed).sort()).toMatchInlineSnapshot(`
      [
        "callHandlers",
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
    expect(await packed.lint()).toEqual([])
  })

  it('has types that every module resolution finds', async () => {
    expect(await packed.checkTypes()).toEqual([])
  })

  it('needs nothing else', () => {
    const { files } = packed
    const built = files.listFiles().filter((path) => path.includes('/dist/'))
    expect(built.length).toBeGreaterThan(0)
    expect(built.filter((path) => files.readFile(path).includes('@visavis/shared'))).toEqual([])
    const manifest = JSON.parse(files.readFile('/node_modules/@visavis/embed/package.json'))
    expect(manifest).toMatchObject({ type: 'module', sideEffects: false })
    expect(manifest.dependencies).toBeUndefined()
  })
})
