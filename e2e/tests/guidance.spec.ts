import { countUploads } from '../fixtures/count-uploads.ts'
import { expect, test } from '../fixtures/test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

/** Longer than a person in the right place needs until the picture is taken. */
const WATCHED_S = 5

const cases = [
  { what: 'an empty room', scene: 'empty-room', code: 'no_face' },
  { what: 'two people', scene: 'two-faces', code: 'several_faces' },
] as const

for (const { what, scene, code } of cases) {
  test(`${what}: guidance, and no picture is sent`, async ({
    applicantId,
    cameraPage,
    partner,
    partnerSite,
  }) => {
    const started = await partner.start(applicantId, partnerSite.redirectUrl)
    const page = await cameraPage({ scene })
    const uploads = countUploads(page)
    const hosted = new HostedPage(page)
    await hosted.open(started.verificationUrl)
    await hosted.begin()

    await expect(hosted.guidance).toHaveAttribute('data-code', code)
    const video = page.locator('video')
    const playedS = () => video.evaluate((element: HTMLVideoElement) => element.currentTime)
    const seenAt = await playedS()
    await expect.poll(playedS).toBeGreaterThan(seenAt + WATCHED_S)

    await expect(hosted.guidance).toHaveAttribute('data-code', code)
    expect(uploads()).toBe(0)
    expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')
  })
}
