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

test('an engine that does not come, and a line that breaks: the button takes the picture, which is kept', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage(
    { scene: 'portrait' },
    { expectedStatuses: [503], expectedMessages: /net::ERR_INTERNET_DISCONNECTED/ },
  )
  await page.context().route('**/engine/**', (route) => route.fulfill(OUT_OF_ORDER))
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await hosted.begin()
  await expect(hosted.guidance).toHaveAttribute('data-code', 'manual')

  // And the line is gone when it is pressed.
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Take the photo' }).click()
  await expect(page.getByTestId('problem')).toHaveAttribute('data-code', 'offline')
  await expect(hosted.screen('problem')).toContainText('Your photo is still here')
  await page.context().setOffline(false)
  await hosted.screen('problem').getByRole('button', { name: 'Try again' }).click()
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
  const [picture] = await partner.readPictures(started)
  expect(picture?.quality).toBeUndefined()
})
