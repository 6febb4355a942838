import type { ComponentProps } from 'svelte'
import { render } from 'svelte/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { type PackedPackage, packPackage } from '../../embed/src/testing/pack-package.ts'
import * as svelte from './index.ts'

let packed: PackedPackage
beforeAll(async () => {
  packed = await packPackage(new URL('..', import.meta.url))
})

describe('@visavis/svelte', () => {
  it('exports these', () => {
    expect(Object.keys(svelte)).toEqual(['VisavisCapture'])
  })

  it('leaves a place for itself on a server', async () => {
    const props = { verificationUrl: 'https://id.example/verify/fatp_a#SECRET', class: 'face' }
    const { body } = await render(svelte.VisavisCapture, { props })
    expect(body.replaceAll(/<!--.*?-->/g, '')).toBe('<div class="face"></div>')
  })

  it('has the type of each event', () => {
    type Props = ComponentProps<typeof svelte.VisavisCapture>
    const props: Props = {
      verificationUrl: '',
      onFailed: ({ code, isFinal }) => void [code satisfies string, isFinal satisfies boolean],
      // @ts-expect-error no such field
      onCompleted: ({ verdict }) => verdict,
    }
    expect(props).toBeTypeOf('object')
  })

  it('is packed as publint would have it', async () => {
    expect(await packed.lint()).toEqual([])
  })

  it('has types that every module resolution finds', async () => {
    expect(await packed.checkTypes()).toEqual([])
  })

  it('holds the component as it was written, and brings no Svelte along', () => {
    const { files } = packed
    const root = '/node_modules/@visavis/svelte'
    expect(files.readFile(`${root}/dist/VisavisCapture.svelte`)).toContain('$props()')
    const manifest = JSON.parse(files.readFile(`${root}/package.json`))
    expect(manifest.peerDependencies).toEqual({ svelte: '>=5' })
    expect(manifest.dependencies).toEqual({ '@visavis/embed': '^0.1.0' })
  })
})
