import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await createTestApp()
  await writeFile(join(test.dataDir, 'visavis.js'), '// script')
  await mkdir(join(test.dataDir, 'assets'))
  for (const ending of ['', '.br', '.gz']) {
    await writeFile(join(test.dataDir, `assets/part-1.wasm${ending}`), `wasm${ending}`)
  }
})
afterAll(() => test.close())

it('gives its script to pages of other origins, for an hour', async () => {
  const { status, headers } = await test.app.request('/visavis.js')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toContain('text/javascript')
  expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(headers.get('cache-control')).toBe('public, max-age=3600')
})

it('gives its worker the policies of the page it runs in, and no other origin', async () => {
  const { headers } = await test.app.request('/widget/assets/part-1.wasm')
  expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp')
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(headers.get('content-security-policy')).toContain("script-src 'self'")
})

it('gives nothing else to them', async () => {
  const { headers } = await test.app.request('/widget/assets/none.js')
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(headers.get('access-control-allow-origin')).toBeNull()
})

it.each([
  ['gzip, deflate, br, zstd', 'br', 'wasm.br'],
  ['gzip', 'gzip', 'wasm.gz'],
  ['br;q=0', null, 'wasm'],
  ['', null, 'wasm'],
])('gives to whoever takes "%s" what fits', async (accepted, encoding, body) => {
  const answer = await test.app.request('/widget/assets/part-1.wasm', {
    headers: { 'accept-encoding': accepted },
  })
  expect(await answer.text()).toBe(body)
  expect(answer.headers.get('content-encoding')).toBe(encoding)
  expect(answer.headers.get('content-type')).toBe('application/wasm')
  // Also of the plain form: a cache that kept it would give it to everybody (RFC 9110 §12.5.5).
  expect(answer.headers.get('vary')).toBe('Accept-Encoding')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})
