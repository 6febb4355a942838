import { portraitPhoto, turningCamera } from '@visavis/testing/camera'
import { expect, test } from '../fixtures/test.ts'
import { DemoPage } from '../pages/DemoPage.ts'
import { HostedPage } from '../pages/HostedPage.ts'

// A step of the turn is void after six seconds, whatever else the machine does.
test.describe.configure({ retries: 3, timeout: 200_000 })

test('the demo enrols, has the head turned and shows what its own server read', async ({
  bff,
  cameraPage,
}) => {
  const page = await cameraPage({ scene: 'no-camera' })
  await page.addInitScript(await turningCamera('head'))
  const demo = new DemoPage(page, bff.url)
  await demo.open()
  await demo.enrol(await portraitPhoto('ada'))
  await expect(page.getByText('turn your head a little, twice')).toBeVisible()
  await demo.signIn()
  const hosted = new HostedPage(page)
  await hosted.begin()
  await expect(page.getByTestId('turn')).toHaveAttribute('data-turn', /left|right/)
  await hosted.keepTrying()
  await expect(demo.decision).toHaveAttribute('data-status', 'approved', { timeout: 120_000 })
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    id: expect.stringMatching(/^fav_/),
    event: 'face_authentication_capture_completed',
  })
  const id = new URL(page.url()).searchParams.get('id')
  const attempts = await fetch(`${bff.url}/face-authentications/${id}/attempts`, {
    headers: { authorization: `Bearer ${bff.apiKey}` },
  })
  expect(await attempts.json()).toMatchObject({
    data: [{ details: { liveness: { result: 'passed', method: 'active', certified: false } } }],
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
