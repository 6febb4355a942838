import { beforeAll, describe, expect, it } from 'vitest'
import { type PackedPackage, packPackage } from '../../embed/src/testing/pack-package.ts'
import * as sdk from './index.ts'

let packed: PackedPackage
beforeAll(async () => {
  packed = await packPackage(new URL('..', import.meta.url))
})

describe('@visavis/server-sdk', () => {
  it('exports these', () => {
    expect(Object.keys(sdk).sort()).toEqual([
      'VisavisConnectionError',
      'VisavisError',
      'WebhookVerificationError',
      'createVisavis',
      'verifyWebhook',
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
    const manifest = JSON.parse(files.readFile('/node_modules/@visavis/server-sdk/package.json'))
    expect(Object.keys(manifest.dependencies).filter((name) => name.startsWith('@visavis/'))).toEqual([])
  })
})
