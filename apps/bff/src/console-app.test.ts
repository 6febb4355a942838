import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { createConsoleApp } from './console-app.ts'
import { createConsoleClient, invite } from './testing/console-client.ts'
import { openTestApp } from './testing/open-test-app.ts'
import { createSoftPasskey } from './testing/soft-passkey.ts'
import { PUBLIC_URL } from './testing/test-app.ts'

const { test } = await openTestApp()

const CONSOLE_URL = 'http://localhost:8788'
const { console: pages, ...mainDeps } = test.deps
if (!pages) throw new Error('the test app has no console')
const main = createApp(mainDeps)

let dir: string
let desk: ReturnType<typeof createConsoleApp>
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'visavis-console-'))
  desk = createConsoleApp({ ...mainDeps, widgetDir: dir, console: { ...pages, dir, url: CONSOLE_URL } })
})
afterAll(() => rm(dir, { recursive: true }))

const signIn = async (origin = CONSOLE_URL) => {
  const client = createConsoleClient({ app: desk, origin })
  const passkey = createSoftPasskey()
  return { client, passkey, answer: await client.accept(await invite(test, 'admin'), passkey) }
}

describe('the console at a port of its own', () => {
  it('is there with its pages and files, and is not at the main one', async () => {
    for (const path of ['/console', '/console/team', '/console/preview', '/console/test/audit']) {
      expect((await desk.request(path)).status, path).toBe(200)
      expect((await main.request(path)).status, path).toBe(404)
    }
    for (const path of ['/console/api/me', '/console/oidc/callback', '/console/assets/x.js']) {
      expect((await main.request(path)).status, path).toBe(404)
    }
    expect(await (await main.request('/openapi.json')).text()).not.toContain('/console/')
    const home = await desk.request('/')
    expect([home.status, home.headers.get('location')]).toEqual([302, '/console'])
  })

  it.each(['/console/assets/page.js', '/widget/assets/preview.js'])('serves %s', async (path) => {
    await mkdir(join(dir, 'assets'), { recursive: true })
    await writeFile(join(dir, 'assets', path.slice(path.lastIndexOf('/') + 1)), 'void 0')
    const answer = await desk.request(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toContain('immutable')
  })

  it('serves nothing else there but its health', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      expect((await desk.request(path)).status, path).toBe(200)
    }
    const paths = [
      '/verify/x',
      '/frame/x',
      '/handoff',
      '/code',
      '/visavis.js',
      '/engine/test/a',
      '/docs',
      '/demo',
    ]
    for (const path of [
      ...paths,
      '/openapi.json',
      '/applicants',
      '/capture/session',
      '/assets/ast_x',
      '/return/x',
    ]) {
      const answer = await desk.request(path, { headers: { authorization: `Bearer ${test.partner.apiKey}` } })
      expect(answer.status, path).toBe(404)
      expect(await answer.json()).toMatchObject({ error_codes: ['not_found'] })
    }
  })

  it('signs in whoever has a passkey of its own address, and makes links that lead there', async () => {
    const { client, answer } = await signIn()
    expect(answer.status).toBe(201)
    const made = await client.post('/invites', { role: 'viewer', name: 'Cy' })
    expect(made.body.url).toMatch(/^http:\/\/localhost:8788\/console\/invite#/)
    const list = await client.get('/face-authentications')
    expect(list.body._links.self.href).toMatch(/^http:\/\/localhost:8788\/console\/api\//)
    const [journey] = (await client.get('/journeys')).body.data
    expect(journey._links.self.href).toMatch(new RegExp(`^${PUBLIC_URL}/user-journeys/`))
  })

  it('refuses what comes from a page of the main address, and a passkey that was asked for there', async () => {
    const { client, passkey } = await signIn()
    const page = createConsoleClient({ app: desk, origin: PUBLIC_URL })
    expect((await page.post('/sign-in/options')).body.error_codes).toEqual(['origin_refused'])
    const { body } = await client.post('/sign-in/options')
    const elsewhere = passkey.sign(body, { origin: PUBLIC_URL })
    expect((await client.post('/sign-in', { credential: elsewhere })).body.error_codes).toEqual([
      'passkey_refused',
    ])
    expect((await client.signIn(passkey)).status).toBe(200)
  })
})
