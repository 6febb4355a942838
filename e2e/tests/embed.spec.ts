import type {} from '@visavis/embed'
import { readSnippet } from '../../scripts/read-snippet.ts'
import { expect, test } from '../fixtures/embed-test.ts'
import { dialogHost, elementHost, iframeHost, strictPolicy, toFrameUrl } from '../hosts/host-pages.ts'

const CAPTURED = [
  'capture.ready',
  'capture.started',
  'capture.captured',
  'capture.uploaded',
  'capture.completed',
]

test('the dialog: from a button to the decision, and the focus back on the button', async ({
  bff,
  embed,
  partner,
}) => {
  const addresses: string[] = []
  const { started, page, host } = await embed(dialogHost, {
    scene: 'portrait',
    before: (opened) => opened.on('request', (request) => addresses.push(request.url())),
  })
  const token = new URL(started.verificationUrl).hash.slice(1)
  await page.getByRole('button', { name: 'Sign in with your face' }).click()
  await expect(page.getByRole('dialog', { name: 'Visavis' })).toBeVisible()
  await (await host.capture()).begin()

  const completed = await host.hear('capture.completed')
  expect(completed).toEqual({
    type: 'capture.completed',
    attemptId: started.attemptId,
    id: started.faceAuthenticationId,
    event: 'face_authentication_capture_completed',
  })
  await host.hear('closed')
  expect(await host.types()).toEqual([...CAPTURED, 'closed'])
  expect((await host.heard()).map(({ type }) => type)).toContain('capture.guidance')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('sign-in')
  expect(page.frames()).toHaveLength(1)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')

  expect(JSON.stringify(await host.heard())).not.toMatch(
    new RegExp(`${token}|approved|declined|base64|blob:`),
  )
  expect(addresses.filter((address) => address.includes(token))).toEqual([])
  expect(bff.output()).not.toContain(token)
})

test('the element, on a page whose policy lets hardly anything', async ({ embed, partner }) => {
  const nonce = 'cGFnZS1ub25jZQ'
  const frames: string[] = []
  const { started, page, host } = await embed(
    (link) => ({ html: elementHost(link, nonce), headers: strictPolicy(link, nonce) }),
    {
      scene: 'portrait',
      before: (opened) =>
        opened.on('request', (request) => request.url().includes('/frame/') && frames.push(request.url())),
    },
  )
  await (await host.capture()).begin()
  await host.hear('closed')
  const heard = await host.heard()
  expect(heard.map(({ type }) => type)).toContain('capture.completed')
  expect(await page.evaluate('heardWithoutDots')).toEqual(heard.filter(({ type }) => type !== 'closed'))
  expect(frames).toHaveLength(1)
  await expect.poll(() => host.frames()).toEqual([])
  expect((await page.locator('visavis-capture').boundingBox())?.height ?? 0).toBe(0)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})

const documentedFrame = async () => {
  const markup = await readSnippet('docs/embed-protocol.md', 'iframe')
  return (verificationUrl: string) => markup.replace(/src="[^"]+"/, `src="${toFrameUrl(verificationUrl)}"`)
}

test('a bare iframe with the lines of the documentation', async ({ embed, partner }) => {
  const toMarkup = await documentedFrame()
  const script = `const onCapture = (event) => keep(event)\n${await readSnippet('docs/embed-protocol.md', 'listen')}`
  const { started, host } = await embed(
    ({ verificationUrl }) => iframeHost(toMarkup(verificationUrl), script),
    { scene: 'portrait' },
  )
  await (await host.capture()).begin()
  await expect.poll(() => host.types()).toEqual([...CAPTURED, 'frame.closed'])
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})

test('a bare iframe without a script ends at the redirect address, in the frame', async ({
  embed,
  partner,
  partnerSite,
}) => {
  const toMarkup = await documentedFrame()
  const { started, page, host } = await embed(
    ({ verificationUrl }) => iframeHost(toMarkup(verificationUrl)),
    { otherOrigins: [partnerSite.origin] },
  )
  await (await host.capture()).refuse()
  await expect(
    page.frameLocator('#visavis').getByRole('heading', { name: 'Back at the partner' }),
  ).toBeVisible()
  expect(new URL(page.url()).origin).toBe(partnerSite.origin)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('refused')
})

test('two captures on one page keep to themselves', async ({ applicantId, embed, partner, partnerSite }) => {
  const two = await partner.start(applicantId, partnerSite.redirectUrl)
  const {
    started: one,
    page,
    host,
  } = await embed((link) =>
    elementHost(link, '')
      .replace(
        '</visavis-capture>',
        `</visavis-capture><visavis-capture id="second" verification-url="${two.verificationUrl}"></visavis-capture>`,
      )
      .replaceAll('nonce=""', ''),
  )
  await host.hear('capture.ready')
  await expect.poll(() => host.frames().length).toBe(2)
  const index = host.frames().findIndex((frame) => frame.url().includes(one.attemptId))
  await (await host.capture(index)).refuse()
  const aborted = await host.hear('capture.aborted')
  expect(aborted).toMatchObject({ attemptId: one.attemptId, responseCode: 63001 })
  await expect.poll(() => host.frames().length).toBe(1)
  await expect((await host.capture()).screen('start')).toBeVisible()
  expect((await partner.read(one.faceAuthenticationId)).status).toBe('refused')
  expect((await partner.read(two.faceAuthenticationId)).status).toBe('capture_in_progress')

  const second = page.locator('#second')
  await second.evaluate((element) => element.removeAttribute('verification-url'))
  await expect.poll(() => host.frames()).toEqual([])
  expect((await partner.read(two.faceAuthenticationId)).status).toBe('capture_in_progress')

  // By its properties, which are typed, and by its method.
  await page.evaluate((verificationUrl) => {
    const element = document.querySelectorAll('visavis-capture')[1]
    if (!element) throw new Error('not there')
    element.addEventListener('capture-aborted', ({ detail }) => {
      element.dataset.aborted = detail.attemptId
    })
    element.label = 'Prüfung'
    element.locale = 'de'
    element.theme = 'dark'
    element.verificationUrl = verificationUrl
  }, two.verificationUrl)
  await expect(second.locator('iframe')).toHaveAttribute('title', 'Prüfung')
  const html = (await host.frame()).locator('html')
  await expect(html).toHaveAttribute('lang', 'de')
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await expect((await host.capture()).screen('start')).toBeVisible()
  await page.evaluate(() => document.querySelectorAll('visavis-capture')[1]?.close())
  await expect.poll(() => host.frames()).toEqual([])
  await expect(second).toHaveAttribute('data-aborted', two.attemptId)
})

test('a frame that is loaded again resumes', async ({ embed, partner }) => {
  const { started, page, host } = await embed(dialogHost)
  await page.getByRole('button', { name: 'Sign in' }).click()
  const capture = await host.capture()
  await capture.begin()
  await expect(capture.guidance).toBeVisible()
  const before = (await host.heard()).length
  await (await host.frame()).evaluate(() => location.reload())
  await expect
    .poll(async () => (await host.types()).filter((type) => type === 'capture.ready').length)
    .toBe(2)
  await expect((await host.capture()).screen('camera')).toBeVisible()
  expect((await host.heard()).length).toBeGreaterThan(before)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')
})

test('a capture that loads beside a form leaves the focus in the form', async ({ embed }) => {
  const { page, host } = await embed(({ verificationUrl }) =>
    iframeHost(
      `<input id="card" autofocus><iframe allow="camera" src="${toFrameUrl(verificationUrl)}"></iframe>`,
    ),
  )
  await page.locator('#card').focus()
  await page.keyboard.type('4111 ')
  await expect((await host.capture()).screen('start')).toBeVisible()
  await page.keyboard.type('1111')
  await expect(page.locator('#card')).toHaveValue('4111 1111')
})
