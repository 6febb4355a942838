import { expect, test } from '../fixtures/test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

test('a page loaded again in the middle of an upload goes on', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' })
  const hosted = new HostedPage(page)
  const upload = Promise.withResolvers<void>()
  let uploads = 0
  await page.route('**/capture/selfie', async (route) => {
    uploads += 1
    // The first one is held for ever: it is under way when the page goes.
    if (uploads > 1) return route.continue()
    upload.resolve()
  })
  await hosted.open(started.verificationUrl)
  await hosted.begin()
  await upload.promise

  await page.reload()
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect(uploads).toBe(2)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})

test('"no thanks" is a refusal and leads back', async ({ applicantId, cameraPage, partner, partnerSite }) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' })
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await hosted.refuse()
  await page.waitForURL(`${partnerSite.origin}/**`)

  const query = new URL(page.url()).searchParams
  expect(query.get('event')).toBe('face_authentication_capture_refused')
  expect(query.get('response_code')).toBe('63001')
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('refused')
  expect((await partner.readAttempt(started)).status).toBe('capture_refused')
})
