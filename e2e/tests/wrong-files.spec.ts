import { portraitPhoto } from '@visavis/testing/camera'
import sharp from 'sharp'
import { expect, test } from '../fixtures/test.ts'
import { wallPhoto, wrongFiles } from '../fixtures/wrong-files.ts'
import { HostedPage } from '../pages/HostedPage.ts'

test('wrong files get a sentence each, then the right one is taken', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const photo = await portraitPhoto('ada')
  await partner.change({ photo_upload: 'fallback' })
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait', permission: 'denied' }, { expectedStatuses: [413, 415] })
  const hosted = new HostedPage(page)
  const engine = page.waitForEvent('console', (message) => message.location().url.includes('/engine/'))
  await hosted.open(started.verificationUrl)
  await engine
  await hosted.begin()
  await expect(hosted.screen('denied')).toBeVisible()

  for (const { what, issue, ...file } of await wrongFiles(photo)) {
    await test.step(what, async () => {
      await hosted.choosePhoto(file)
      await expect(hosted.photoIssue).toHaveAttribute('data-code', issue)
      await expect(hosted.photoIssue).toHaveText(/\.$/)
    })
  }
  await test.step('a photo of nobody: the person is asked first', async () => {
    await hosted.choosePhoto({ name: 'wall.jpg', mimeType: 'image/jpeg', buffer: await wallPhoto(1280, 720) })
    await expect(hosted.photoIssue).toHaveAttribute('data-code', 'no_face')
    await expect(page.getByRole('button', { name: 'Send anyway' })).toBeVisible()
  })
  // AVIF is HEIF that Chromium reads; the server takes no such thing.
  const phoneFormat = await sharp(photo).avif({ quality: 80, effort: 0 }).toBuffer()
  await hosted.choosePhoto({ name: 'IMG_2.HEIC', mimeType: 'image/heic', buffer: phoneFormat })
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
  const [picture] = await partner.readPictures(started)
  expect(picture?.quality).toMatchObject({ x4c: 100 })
})
