import { expect, test } from '../fixtures/test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

const cases = [
  { who: 'the enrolled person', scene: 'portrait', status: 'approved', code: 10000 },
  { who: 'another person', scene: 'other-person', status: 'declined', code: 62321 },
] as const

for (const { who, scene, status, code } of cases) {
  test(`${who} is ${status}, and only the partner's server learns it`, async ({
    applicantId,
    cameraPage,
    partner,
    partnerSite,
  }) => {
    const started = await partner.start(applicantId, partnerSite.redirectUrl)
    const page = await cameraPage({ scene })
    const hosted = new HostedPage(page)
    await hosted.open(started.verificationUrl)
    await expect(hosted.screen('start')).toBeVisible()
    expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')

    await hosted.begin()
    await page.waitForURL(`${partnerSite.origin}/**`)

    const query = Object.fromEntries(new URL(page.url()).searchParams)
    expect(query).toEqual({
      order: '42',
      id: started.faceAuthenticationId,
      event: 'face_authentication_capture_completed',
    })
    const decision = await partner.read(started.faceAuthenticationId)
    expect(decision.status).toBe(status)
    expect(decision.response_codes.map((entry) => entry.code)).toEqual([code])
    expect((await partner.readAttempt(started)).status).toBe('completed')
  })
}
