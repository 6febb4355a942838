import { beforeAll, describe, expect, it } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { type PackedPackage, packPackage } from '../../embed/src/testing/pack-package.ts'
import * as vue from './index.ts'

let packed: PackedPackage
beforeAll(async () => {
  packed = await packPackage(new URL('..', import.meta.url))
})

describe('@visavis/vue', () => {
  it('exports these', () => {
    expect(Object.keys(vue)).toEqual(['VisavisCapture'])
  })

  it('leaves a place for itself on a server', async () => {
    const props = { verificationUrl: 'https://id.example/verify/fatp_a#SECRET', class: 'face' }
    const app = createSSRApp({ render: () => h(vue.VisavisCapture, props) })
    expect(await renderToString(app)).toBe('<div class="face"></div>')
  })

  it('has the type of each event', () => {
    h(vue.VisavisCapture, {
      verificationUrl: '',
      onFailed: ({ code, isFinal }) => [code satisfies string, isFinal satisfies boolean],
      onRetryRequired: ({ reasons }) => reasons satisfies readonly string[],
      // @ts-expect-error no such field
      onCompleted: ({ verdict }) => verdict,
    })
  })

  it('is packed as publint would have it', async () => {
    expect(await packed.lint()).toEqual([])
  })

  it('has types that every module resolution finds', async () => {
    expect(await packed.checkTypes()).toEqual([])
  })

  it('brings no Vue along', () => {
    const manifest = JSON.parse(packed.files.readFile('/node_modules/@visavis/vue/package.json'))
    expect(manifest.peerDependencies).toEqual({ vue: '>=3.5' })
    expect(manifest.dependencies).toEqual({ '@visavis/embed': '^0.1.0' })
  })
})
