import { portraitPhoto } from '@visavis/testing/camera'
import { expect, test } from '../fixtures/test.ts'
import { DemoPage } from '../pages/DemoPage.ts'
import { HostedPage } from '../pages/HostedPage.ts'

test('the demo enrols, signs in and shows what its own server read', async ({ bff, cameraPage }) => {
  const page = await cameraPage({ scene: 'portrait' })
  const demo = new DemoPage(page, bff.url)
  await demo.open()
  await demo.enrol(await portraitPhoto('ada'))
  await demo.signIn()
  await new HostedPage(page).begin()
  await expect(demo.decision).toHaveAttribute('data-status', 'approved')
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    id: expect.stringMatching(/^fav_/),
    event: 'face_authentication_capture_completed',
  })
})

test('the demo shows a decision to nobody but its own applicant', async ({
  applicantId,
  bff,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const { faceAuthenticationId } = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' }, { expectedStatuses: [404] })
  await page.goto(`${bff.url}/demo/return?id=${faceAuthenticationId}`)
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
})
