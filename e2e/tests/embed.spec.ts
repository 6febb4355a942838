import { readSnippet } from '../../scripts/read-snippet.ts'
import { expect, test } from '../fixtures/test.ts'
import { dialogHost, elementHost, iframeHost, strictPolicy } from '../hosts/host-pages.ts'
import { EmbeddingPage } from '../pages/EmbeddingPage.ts'

const CAPTURED = [
  'capture.ready',
  'capture.started',
  'capture.captured',
  'capture.uploaded',
  'capture.completed',
]

const toFrameUrl = (verificationUrl: string) => verificationUrl.replace('/verify/', '/frame/')

test('the dialog: from a button to the decision, and the focus back on the button', async ({
  applicantId,
  bff,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const token = new URL(started.verificationUrl).hash.slice(1)
  const page = await cameraPage({ scene: 'portrait' })
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  const host = new EmbeddingPage(page)
  await host.open(partnerSite.serve(dialogHost({ visavis: bff.url, ...started })))
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

test('the element, on a page whose policy lets hardly anything', async ({
  applicantId,
  bff,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' })
  const host = new EmbeddingPage(page)
  const nonce = 'cGFnZS1ub25jZQ'
  const html = elementHost({ visavis: bff.url, ...started }, nonce)
  await host.open(partnerSite.serve({ html, headers: strictPolicy({ visavis: bff.url }, nonce) }))
  await (await host.capture()).begin()
  await host.hear('capture.completed')
  await expect.poll(() => host.frames()).toEqual([])
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})

test('a bare iframe with the lines of the documentation', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' })
  const host = new EmbeddingPage(page)
  const markup = (await readSnippet('docs/embed-protocol.md', 'iframe')).replace(
    /src="[^"]+"/,
    `src="${toFrameUrl(started.verificationUrl)}"`,
  )
  const script = `const onCapture = (event) => keep(event)\n${await readSnippet('docs/embed-protocol.md', 'listen')}`
  await host.open(partnerSite.serve(iframeHost(markup, script)))
  await (await host.capture()).begin()
  await expect.poll(() => host.types()).toEqual([...CAPTURED, 'frame.closed'])
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})

test('a bare iframe without a script ends at the redirect address, in the frame', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' }, { otherOrigins: [partnerSite.origin] })
  const host = new EmbeddingPage(page)
  const markup = (await readSnippet('docs/embed-protocol.md', 'iframe')).replace(
    /src="[^"]+"/,
    `src="${toFrameUrl(started.verificationUrl)}"`,
  )
  await host.open(partnerSite.serve(iframeHost(markup)))
  await (await host.capture()).refuse()
  await expect(
    page.frameLocator('#visavis').getByRole('heading', { name: 'Back at the partner' }),
  ).toBeVisible()
  expect(new URL(page.url()).origin).toBe(partnerSite.origin)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('refused')
})

test('two captures on one page keep to themselves', async ({
  applicantId,
  bff,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const [one, two] = [
    await partner.start(applicantId, partnerSite.redirectUrl),
    await partner.start(applicantId, partnerSite.redirectUrl),
  ]
  const page = await cameraPage({ scene: 'portrait' })
  const host = new EmbeddingPage(page)
  const html = elementHost({ visavis: bff.url, ...one }, '').replace(
    '</visavis-capture>',
    `</visavis-capture><visavis-capture id="second" verification-url="${two.verificationUrl}"></visavis-capture>`,
  )
  await host.open(partnerSite.serve(html.replaceAll('nonce=""', '')))
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
})

test('a frame that is loaded again resumes', async ({
  applicantId,
  bff,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'empty-room' })
  const host = new EmbeddingPage(page)
  await host.open(partnerSite.serve(dialogHost({ visavis: bff.url, ...started })))
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
