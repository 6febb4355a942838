import { portraitPhoto } from '@visavis/testing/camera'
import { expect, test } from '../fixtures/test.ts'
import { wrongFiles } from '../fixtures/wrong-files.ts'
import { HostedPage } from '../pages/HostedPage.ts'

test('wrong files get a sentence each, then the right one is taken', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const photo = await portraitPhoto('ada')
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait', permission: 'denied' }, { expectedStatuses: [413, 415] })
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await hosted.begin()
  await expect(hosted.screen('denied')).toBeVisible()

  for (const { what, issue, ...file } of wrongFiles(photo)) {
    await test.step(what, async () => {
      await hosted.choosePhoto(file)
      await expect(hosted.photoIssue).toHaveAttribute('data-code', issue)
      await expect(hosted.photoIssue).toHaveText(/\.$/)
    })
  }
  await hosted.choosePhoto({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: photo })
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})
