import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { type PackedPackage, packPackage } from '../../embed/src/testing/pack-package.ts'
import * as react from './index.ts'

let packed: PackedPackage
beforeAll(async () => {
  packed = await packPackage(new URL('..', import.meta.url))
})

describe('@visavis/react', () => {
  it('exports these', () => {
    expect(Object.keys(react)).toEqual(['VisavisCapture'])
  })

  it('leaves a place for itself on a server', () => {
    const props = { verificationUrl: 'https://id.example/verify/fatp_a#SECRET', className: 'face' }
    expect(renderToString(createElement(react.VisavisCapture, props))).toBe('<div class="face"></div>')
  })

  it('is packed as publint would have it', async () => {
    expect(await packed.lint()).toEqual([])
  })

  it('has types that every module resolution finds', async () => {
    expect(await packed.checkTypes()).toEqual([])
  })

  it('is a client component of Next.js, and brings no React along', () => {
    const { files } = packed
    const root = '/node_modules/@visavis/react'
    expect(files.readFile(`${root}/dist/VisavisCapture.js`)).toMatch(/^['"]use client['"]/)
    const manifest = JSON.parse(files.readFile(`${root}/package.json`))
    expect(manifest.peerDependencies).toEqual({ react: '>=18' })
    expect(manifest.dependencies).toEqual({ '@visavis/embed': '^0.1.0' })
  })
})
