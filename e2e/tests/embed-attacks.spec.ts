/** What others on the page, and other pages, try. Each test ends with the honest way working. */
import type { Page } from '@playwright/test'
import { openPartnerSite, type PartnerSite } from '../fixtures/partner-site.ts'
import { test as base, expect } from '../fixtures/test.ts'
import { dialogHost, stage } from '../hosts/host-pages.ts'
import { EmbeddingPage } from '../pages/EmbeddingPage.ts'

/** A site that no journey knows. */
const test = base.extend<object, { evil: PartnerSite }>({
  evil: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from this pattern
    async ({}, use) => {
      const site = await openPartnerSite()
      await use(site)
      await site.close()
    },
    { scope: 'worker' },
  ],
})

/** Every message of the protocol, as somebody who has read the documentation would forge it. */
const FORGERIES = `
const forgeries = (nonce) => [
  { visavis: 1, type: 'acknowledge', nonce },
  { visavis: 1, type: 'open', token: 'stolen', locale: 'de' },
  { visavis: 1, type: 'close' },
  { visavis: 1, type: 'set-locale', locale: 'de' },
  { visavis: 1, type: 'ready', nonce },
  { visavis: 1, type: 'capture.completed', attemptId: 'forged', id: 'forged', event: 'forged' },
  { visavis: 1, type: 'frame.closed' },
  { type: 'capture.completed' }, 'capture.completed', null, 7, [], 'x'.repeat(20_000_000),
  JSON.parse('{"visavis":1,"type":"acknowledge","__proto__":{"nonce":"n","polluted":true}}'),
  JSON.parse('{"__proto__":{"visavis":1,"type":"close","polluted":true}}'),
  { visavis: 1, type: 'constructor' }, { visavis: 1, type: '__proto__' },
]
const ports = []
const forge = (target, origin, nonce = 'guess') => {
  for (const message of forgeries(nonce)) {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => ports.push(data)
    target.postMessage(message, origin, [port2])
    for (const more of forgeries(nonce)) port1.postMessage(more)
  }
}`

/** Light DOM, so that others can reach it by its place among the frames. The page around is honest. */
const honestFrame = (verificationUrl: string) =>
  `<iframe id="visavis" src="${verificationUrl.replace('/verify/', '/frame/')}" allow="camera" width="400" height="700"></iframe>`

/** The lines of the documentation, begun only when the test says so. */
const HONEST_SCRIPT = `
const frame = document.querySelector('#visavis')
const { origin } = new URL(frame.src)
let nonce, line
addEventListener('message', ({ source, origin: from, data }) => {
  if (source === frame.contentWindow && from === origin && data?.type === 'ready') nonce = data.nonce
})
window.greet = () => {
  const { port1, port2 } = new MessageChannel()
  line = port1
  port1.onmessage = ({ data }) => keep(data)
  frame.contentWindow.postMessage({ visavis: 1, type: 'acknowledge', nonce }, origin, [port2])
}
window.hasNonce = () => nonce !== undefined
window.say = (message) => line.postMessage({ visavis: 1, ...message })
window.nonceOf = () => nonce`

/** Calls what the page put on its window. */
const run = (page: Page, name: string, ...values: unknown[]): Promise<unknown> =>
  page.evaluate(`window.${name}(...${JSON.stringify(values)})`)

/** The frame is where it was; then its own page gets it to speak Italian. */
const expectUnmoved = async (host: EmbeddingPage, page: Page) => {
  const frame = await host.frame()
  await expect((await host.capture()).screen('start')).toBeVisible()
  await expect(frame.locator('html')).toHaveAttribute('lang', 'en')
  await run(page, 'greet')
  await host.hear('capture.ready')
  await run(page, 'say', { type: 'set-locale', locale: 'it' })
  await expect(frame.locator('html')).toHaveAttribute('lang', 'it')
  expect(await page.evaluate(() => ({}) as { polluted?: true })).toEqual({})
  expect(await frame.evaluate(() => 'polluted' in {})).toBe(false)
}

test('a sibling frame of another origin, with every message there is', async ({
  applicantId,
  cameraPage,
  evil,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'empty-room' }, { otherOrigins: [evil.origin] })
  const host = new EmbeddingPage(page)
  const sibling = evil.serve(
    stage('', `${FORGERIES}; forge(parent.frames[0], '*'); parent.postMessage('attacked', '*')`),
  )
  await host.open(
    partnerSite.serve(
      stage(
        honestFrame(started.verificationUrl),
        `${HONEST_SCRIPT}
window.attack = () => new Promise((resolve) => {
  addEventListener('message', ({ data }) => data === 'attacked' && resolve())
  const sibling = document.createElement('iframe')
  sibling.src = ${JSON.stringify(sibling)}
  document.body.append(sibling)
})`,
      ),
    ),
  )
  await expect((await host.capture()).screen('start')).toBeVisible()
  await run(page, 'attack')
  await expectUnmoved(host, page)
})

test('a sibling frame of the allowed origin itself', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'empty-room' }, { otherOrigins: [partnerSite.origin] })
  const host = new EmbeddingPage(page)
  // It even knows the nonce.
  const sibling = partnerSite.serve(
    stage('', `${FORGERIES}; forge(parent.frames[0], '*', parent.nonceOf()); parent.attacked()`),
  )
  await host.open(
    partnerSite.serve(
      stage(
        honestFrame(started.verificationUrl),
        `${HONEST_SCRIPT}
window.attack = () => new Promise((resolve) => {
  window.attacked = resolve
  const sibling = document.createElement('iframe')
  sibling.src = ${JSON.stringify(sibling)}
  document.body.append(sibling)
})`,
      ),
    ),
  )
  await expect.poll(() => run(page, 'hasNonce')).toBe(true)
  await expect((await host.capture()).screen('start')).toBeVisible()
  await run(page, 'attack')
  await expectUnmoved(host, page)
})

test('the opener of the page, at its frame and at the page itself', async ({
  applicantId,
  bff,
  cameraPage,
  evil,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const other = await partner.start(applicantId, partnerSite.redirectUrl)
  const opener = await cameraPage({ scene: 'empty-room' }, { otherOrigins: [evil.origin] })
  const open = async (url: string) => {
    await opener.goto(
      evil.serve(
        stage(
          '',
          `${FORGERIES}
window.launch = () => { window.opened = window.open(${JSON.stringify(url)}) }
window.attack = () => {
  forge(opened, '*')
  for (let index = 0; index < opened.length; index += 1) forge(opened.frames[index], '*')
}
window.gained = () => ports`,
        ),
      ),
    )
    const [page] = await Promise.all([opener.waitForEvent('popup'), run(opener, 'launch')])
    return page
  }

  const page = await open(partnerSite.serve(stage(honestFrame(started.verificationUrl), HONEST_SCRIPT)))
  const host = new EmbeddingPage(page)
  await expect((await host.capture()).screen('start')).toBeVisible()
  await run(opener, 'attack')
  await expectUnmoved(host, page)
  expect(await host.types()).toEqual(['capture.ready'])
  await page.close()

  // The script's own side: it hears its frame and nobody else, and answers nobody else with the token.
  const shop = await open(partnerSite.serve(dialogHost({ visavis: bff.url, ...other })))
  const shopHost = new EmbeddingPage(shop)
  await shop.getByRole('button', { name: 'Sign in' }).click()
  await shopHost.hear('capture.ready')
  await run(opener, 'attack')
  await (await shopHost.capture()).refuse()
  await shopHost.hear('closed')
  expect(await shopHost.types()).toEqual(['capture.ready', 'capture.aborted', 'closed'])
  expect(await run(opener, 'gained')).toEqual([])
})

test('a copy of the frame on a page of another origin', async ({
  applicantId,
  cameraPage,
  evil,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage(
    { scene: 'empty-room' },
    { otherOrigins: [evil.origin, partnerSite.origin], expectedMessages: /frame-ancestors/ },
  )
  const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'))
  await page.goto(evil.serve(stage(honestFrame(started.verificationUrl), HONEST_SCRIPT)))
  await refused
  // Around an allowed page as well: every window above counts.
  const nested = partnerSite.serve(stage(honestFrame(started.verificationUrl), HONEST_SCRIPT))
  const refusedAgain = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'))
  await page.goto(
    evil.serve(stage(`<iframe src="${nested}" allow="camera" width="500" height="800"></iframe>`)),
  )
  await refusedAgain
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('pending')

  const host = new EmbeddingPage(page)
  await host.open(nested)
  await expectUnmoved(host, page)
})

test('the right page with a wrong nonce, then with the right one twice', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'empty-room' })
  const host = new EmbeddingPage(page)
  const script = `${HONEST_SCRIPT}\n${FORGERIES}
window.attack = (guess) => forge(frame.contentWindow, origin, guess)
window.gained = () => ports`
  await host.open(partnerSite.serve(stage(honestFrame(started.verificationUrl), script)))
  await expect.poll(() => run(page, 'hasNonce')).toBe(true)
  await expect((await host.capture()).screen('start')).toBeVisible()
  await run(page, 'attack', 'wrong')
  await expectUnmoved(host, page)

  // Replayed: the answer is the true one, its port is not.
  await run(page, 'attack', await run(page, 'nonceOf'))
  await run(page, 'say', { type: 'set-locale', locale: 'en' })
  await expect((await host.frame()).locator('html')).toHaveAttribute('lang', 'en')
  await (await host.capture()).begin()
  await host.hear('capture.started')
  expect(await run(page, 'gained')).toEqual([])
})

test('a port from before a reload of the frame', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'empty-room' })
  const host = new EmbeddingPage(page)
  const script = `${HONEST_SCRIPT}
window.keepOld = () => { window.old = [nonce, line]; nonce = undefined }
window.replay = () => {
  old[1].postMessage({ visavis: 1, type: 'close' })
  const { port2 } = new MessageChannel()
  frame.contentWindow.postMessage({ visavis: 1, type: 'acknowledge', nonce: old[0] }, origin, [port2])
}`
  await host.open(partnerSite.serve(stage(honestFrame(started.verificationUrl), script)))
  await expect.poll(() => run(page, 'hasNonce')).toBe(true)
  await run(page, 'greet')
  await host.hear('capture.ready')
  await run(page, 'keepOld')
  await (await host.frame()).evaluate(() => location.reload())
  await expect.poll(() => run(page, 'hasNonce')).toBe(true)
  await run(page, 'replay')
  await expectUnmoved(host, page)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')
})

test('a frame that turned bad learns the token of its own link only, and its page nothing but the protocol', async ({
  applicantId,
  bff,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'empty-room' })
  const host = new EmbeddingPage(page)
  let isBad = true
  await page.route('**/frame/**', (route) =>
    isBad
      ? route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><script>${FORGERIES}
addEventListener('message', ({ ports: [port] }) => {
  for (const message of forgeries('n')) {
    if (message?.type !== 'frame.closed') port.postMessage(message)
  }
  port.postMessage({ visavis: 1, type: 'capture.guidance', attemptId: 'a', code: 'c', image: 'x'.repeat(9e6), verdict: 'approved' })
  port.postMessage({ visavis: 1, type: 'capture.resized', attemptId: 'a', height: 1e9 })
})
parent.postMessage({ visavis: 1, type: 'ready', nonce: 'n' }, '*')
</script>`,
        })
      : route.continue(),
  )
  await host.open(partnerSite.serve(dialogHost({ visavis: bff.url, ...started })))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect.poll(async () => (await host.heard()).length).toBe(3)
  expect(await host.heard()).toEqual([
    { type: 'capture.completed', attemptId: 'forged', id: 'forged', event: 'forged' },
    { type: 'capture.guidance', attemptId: 'a', code: 'c' },
    { type: 'capture.resized', attemptId: 'a', height: 1e9 },
  ])
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false)
  // Whatever a frame says, the decision is the server's.
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('pending')

  isBad = false
  await page.reload()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await host.hear('capture.ready')
})
