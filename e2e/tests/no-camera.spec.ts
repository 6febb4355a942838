import { portraitPhoto } from '@visavis/testing/camera'
import type { Camera } from '../fixtures/open-browser.ts'
import { expect, test } from '../fixtures/test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

const cases: { what: string; camera: Camera }[] = [
  { what: 'a denied camera', camera: { scene: 'portrait', permission: 'denied' } },
  { what: 'no camera', camera: { scene: 'no-camera' } },
]

for (const { what, camera } of cases) {
  test(`${what}: a chosen photo leads to the decision`, async ({
    applicantId,
    cameraPage,
    partner,
    partnerSite,
  }) => {
    await partner.change({ photo_upload: 'fallback' })
    const started = await partner.start(applicantId, partnerSite.redirectUrl)
    const page = await cameraPage(camera)
    const hosted = new HostedPage(page)
    await hosted.open(started.verificationUrl)
    await hosted.begin()
    await expect(hosted.screen('denied')).toBeVisible()

    const photo = await portraitPhoto('ada')
    await hosted.choosePhoto({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: photo })
    await page.waitForURL(`${partnerSite.origin}/**`)
    expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
  })
}

test('a browser that knows of no camera at all offers the way to another one', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'no-camera' })
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'mediaDevices', { get: () => undefined })
  })
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await hosted.begin()
  await expect(page.getByTestId('camera-failure')).toHaveAttribute('data-code', 'unsupported')
  await expect(page.getByRole('button', { name: 'Copy the link' })).toBeVisible()
})
