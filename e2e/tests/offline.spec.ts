import { expect, test } from '../fixtures/test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

const OUT_OF_ORDER = { status: 503, contentType: 'text/html', body: '<h1>Service unavailable</h1>' }

test('a server that is away when the picture comes: it is sent again, not taken again', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' }, { expectedStatuses: [503] })
  const sent: number[] = []
  await page.route('**/capture/selfie', async (route) => {
    sent.push(route.request().postDataBuffer()?.length ?? 0)
    if (sent.length > 1) await route.continue()
    else await route.fulfill(OUT_OF_ORDER)
  })
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await hosted.begin()
  await expect(hosted.screen('problem')).toBeVisible()

  await hosted.screen('problem').getByRole('button', { name: 'Try again' }).click()
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
  expect(sent).toEqual([sent[0], sent[0]])
})

test('an engine that does not come: the button takes the picture', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' }, { expectedStatuses: [503] })
  await page.context().route('**/engine/**', (route) => route.fulfill(OUT_OF_ORDER))
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await hosted.begin()
  await expect(hosted.guidance).toHaveAttribute('data-code', 'manual')

  await page.getByRole('button', { name: 'Take the picture' }).click()
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
  const [picture] = await partner.readPictures(started)
  expect(picture?.quality).toBeUndefined()
})
