import { browserCamera } from '@visavis/testing/camera'
import { expect, test } from '../fixtures/test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

test('a scene in the place of the camera, by a script alone', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'no-camera' })
  await page.addInitScript(await browserCamera('portrait'))
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await hosted.begin()
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})
