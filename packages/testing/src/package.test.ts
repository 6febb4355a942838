import { beforeAll, describe, expect, it } from 'vitest'
import { type PackedPackage, packPackage } from '../../embed/src/testing/pack-package.ts'
import * as camera from './camera.ts'
import * as testing from './index.ts'

let packed: PackedPackage
beforeAll(async () => {
  packed = await packPackage(new URL('..', import.meta.url))
})

describe('@visavis/testing', () => {
  it('exports these', () => {
    expect(Object.keys(testing).sort()).toMatchInlineSnapshot(`
      [
        "OUTCOMES",
        "createEvent",
        "createWebhookReplayer",
        "createWebhookSecret",
        "signWebhook",
        "startFakeVisavis",
        "verifyWebhook",
      ]
    `)
  })

  it('exports these for cameras', () => {
    expect(Object.keys(camera).sort()).toEqual([
      'SCENES',
      'SPECIES',
      'browserCamera',
      'createPresentation',
      'fakeCamera',
      'filmSelfie',
      'filmTurn',
      'personsPortrait',
      'personsRoom',
      'portraitPhoto',
      'turningCamera',
    ])
  })

  it('is packed as publint would have it', async () => {
    expect(await packed.lint()).toEqual([])
  })

  it('has types that every module resolution finds', async () => {
    expect(await packed.checkTypes()).toEqual([])
  })

  it('needs nothing else of ours', () => {
    const { files } = packed
    const built = files.listFiles().filter((path) => path.includes('/dist/'))
    expect(built.filter((path) => files.readFile(path).includes('@visavis/shared'))).toEqual([])
    const manifest = JSON.parse(files.readFile('/node_modules/@visavis/testing/package.json'))
    expect(Object.keys(manifest.dependencies).filter((name) => name.startsWith('@visavis/'))).toEqual([])
  })
})
