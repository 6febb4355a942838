/** The lines of TypeScript in the pages for developers: with the types they claim, and run. */
import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { portraitPhoto } from '@visavis/testing/camera'
import { createElement, type FunctionComponent } from 'react'
import { renderToString } from 'react-dom/server'
import type { Component as SvelteComponent } from 'svelte'
import { render } from 'svelte/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSSRApp, type Component as VueComponent } from 'vue'
import { renderToString as renderVue } from 'vue/server-renderer'
import { copyPgliteTemplate } from '../../../apps/bff/src/storage/testing/pglite-template.ts'
import { readSnippet } from '../../../scripts/read-snippet.ts'
import { type Modules, openModules } from './testing/open-modules.ts'

const BFF = '../../../apps/bff/src'
const ROOT = new URL('../../..', import.meta.url)

let home: string
let modules: Modules
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'visavis-code-'))
  modules = await openModules('code')
})
afterAll(async () => {
  await modules.close()
  await rm(home, { recursive: true })
})

it('storage', async () => {
  await copyPgliteTemplate(join(home, 'data', 'db'))
  const snippet = await readSnippet('apps/bff/src/storage/README.md', 'open')
  const { names } = await modules.run<{ names: string[] }>(
    'storage.ts',
    `import { createAssetStore } from '${BFF}/storage/assets/asset-store.ts'
import { loadMasterKeys } from '${BFF}/storage/crypto/master-key.ts'
import { createSealer } from '${BFF}/storage/crypto/sealer.ts'
import { sweepUnfinishedAssets } from '${BFF}/features/pictures/sweep-unfinished-assets.ts'
import { createUploadSpool } from '${BFF}/storage/assets/upload-spool.ts'
import { createDatabase } from '${BFF}/composition/create-database.ts'
import { openDataKeys } from '${BFF}/storage/crypto/open-data-keys.ts'
import { readdir } from 'node:fs/promises'
const writer = crypto.randomUUID()
${snippet.replaceAll("'data", `'${home}/data`)}
await spool.close()
await assets.close()
await database.close()
export const names = await readdir('${home}/data')`,
  )
  expect(names).toEqual(expect.arrayContaining(['db', 'keys', 'spool']))
})

it('the definition of a provider', async () => {
  const { acme } = await modules.run<{
    acme: import('../../../apps/bff/src/providers/definition.ts').ProviderDefinition
  }>(
    'acme.ts',
    `import { secretSetting, urlSetting } from '${BFF}/providers/settings-schema.ts'
import { defineProvider, type ProviderTools } from '${BFF}/providers/definition.ts'
import type { HostedCapture } from '${BFF}/providers/hosted-capture.ts'
import type { ProviderCapabilities } from '${BFF}/providers/types.ts'
import * as z from 'zod'
const createHosted = (_: { api_key: string; base_url: string }, __: ProviderTools): HostedCapture => ({
  start: async () => ({ kind: 'no-reference' }),
  readResult: async () => ({ kind: 'unknown' }),
})
${await readSnippet('docs/adding-a-provider.md', 'definition')}`,
  )
  expect(acme.findMistakes({})).toEqual(['api_key__required'])
  const tools = { http: () => expect.unreachable(), now: () => new Date() }
  expect(acme.create({ api_key: 'secret' }, tools)).toMatchObject({
    id: 'acme',
    capabilities: { capture: 'frame' },
  })
})

it('the face engine', async () => {
  await writeFile(join(home, 'reference.jpg'), await portraitPhoto('ada'))
  await copyFile(join(home, 'reference.jpg'), join(home, 'selfie.jpg'))
  const snippet = await readSnippet('packages/face-engine/README.md', 'compare')
  const { logged } = await modules.run<{ logged: unknown[] }>(
    'engine.ts',
    `export const logged: unknown[] = []
const console = { log: (...values: unknown[]) => logged.push(...values) }
${snippet.replaceAll(/'(\w+\.jpg)'/g, `'${home}/$1'`)}`,
  )
  expect(logged).toEqual([expect.closeTo(0, 3), 5])
})

it("the models' manifest", async () => {
  const snippet = await readSnippet('packages/face-models/README.md', 'manifest')
  const { manifest } = await modules.run<{ manifest: { hash: string } }>(
    'models.ts',
    `${snippet}\nexport { directory, manifest }`,
  )
  expect(manifest.hash).toMatch(/^[0-9a-f]+$/)
})

it('the quality of a frame', async () => {
  const { kept, guidance } = await modules.run<{ kept: unknown[]; guidance: object }>(
    'quality.ts',
    `import type { FrameQuality } from '@visavis/face-quality/frame-types'
import { FACE, makeCrop, makeFace, skin } from '../../../packages/face-quality/src/testing/synthetic.ts'
const image = FACE.image
const face = makeFace(FACE)
const largest = face.landmarks
const result = { faceLandmarks: [largest], facialTransformationMatrixes: [{ data: face.matrix }] }
const { data } = makeCrop(FACE, skin(90, 220))
const previous = largest
export const kept: unknown[] = []
const keepIfBest = (best: FrameQuality) => kept.push(best)
${await readSnippet('packages/face-quality/README.md', 'frame')}
export { guidance }`,
  )
  expect(kept).toEqual([expect.objectContaining({ faceCount: 1 })])
  expect(guidance).toBeTypeOf('object')
})

it("Yoti's sandbox", async () => {
  const snippet = await readSnippet('packages/vendor-sandbox/README.md', 'yoti')
  await modules.run('yoti.ts', snippet)
})

it('a sandbox for another vendor', async () => {
  const snippet = await readSnippet('packages/vendor-sandbox/README.md', 'acme')
  const { startAcmeSandbox } = await modules.run<{
    startAcmeSandbox(): Promise<{
      origin: string
      clock: { advance(ms: number): void }
      verdicts: { set(key: string, verdict: object): void }
      close(): Promise<void>
    }>
  }>(
    'acme-sandbox.ts',
    `import { createStore, type SandboxKit, type SandboxOptions, startSandbox, type VendorApp } from '../../vendor-sandbox/src/kit/index.ts'
import { Hono } from 'hono'
import * as z from 'zod'
type Verdict = z.infer<typeof verdictSchema>
interface Session { user: string }
${snippet}`,
  )
  const acme = await startAcmeSandbox()
  try {
    acme.verdicts.set('ada', { outcome: 'spoof' })
    const started = await fetch(`${acme.origin}/sessions`, { method: 'POST', body: '{"user":"ada"}' })
    const result = `${acme.origin}/sessions/${(await started.json()).id}/result`
    expect(await (await fetch(result)).json()).toEqual({ outcome: 'spoof' })
    acme.clock.advance(600_001)
    expect((await fetch(result)).status).toBe(404)
  } finally {
    await acme.close()
  }
})

it('the React component', async () => {
  const snippet = await readSnippet('packages/react/README.md', 'component')
  const { SignIn } = await modules.run<{
    SignIn: FunctionComponent<{ verificationUrl: string; onDone: () => void }>
  }>('SignIn.jsx', snippet)
  const props = { verificationUrl: 'https://id.example/verify/fatp_a#t', onDone: () => undefined }
  expect(renderToString(createElement(SignIn, props))).toBe('<div></div>')
})

it('the Vue component', async () => {
  const snippet = await readSnippet('packages/vue/README.md', 'component')
  const { default: SignIn } = await modules.run<{ default: VueComponent }>('SignIn.vue', snippet)
  const app = createSSRApp(SignIn, { verificationUrl: 'https://id.example/verify/fatp_a#t' })
  expect(await renderVue(app)).toBe('<div></div>')
})

it('the Svelte component', async () => {
  const snippet = await readSnippet('packages/svelte/README.md', 'component')
  const { default: SignIn } = await modules.run<{ default: SvelteComponent }>('SignIn.svelte', snippet)
  const { body } = await render(SignIn, { props: { verificationUrl: 'https://id.example/verify/fatp_a#t' } })
  expect(body.replaceAll(/<!--.*?-->/g, '')).toBe('<div></div>')
})

it('has the types it claims, in all of these', async () => {
  const config = {
    extends: '../../../tsconfig.base.json',
    compilerOptions: {
      noEmit: true,
      composite: false,
      allowImportingTsExtensions: true,
      rewriteRelativeImportExtensions: false,
      lib: ['ES2024', 'DOM'],
      types: ['node'],
    },
    include: ['*.ts'],
  }
  await writeFile(new URL('tsconfig.json', modules.folder), JSON.stringify(config))
  const tsc = fileURLToPath(new URL('node_modules/.bin/tsc', ROOT))
  const { stdout } = await promisify(execFile)(tsc, ['-p', fileURLToPath(modules.folder)]).catch(
    (cause) => cause,
  )
  expect(stdout).toBe('')
})
