import { type Species, turningCamera } from '@visavis/testing/camera'
import type { Partner } from '../fixtures/partner.ts'
import type { CameraPage } from '../fixtures/test.ts'
import { expect, test } from '../fixtures/test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

// The whole way: what is before the camera, the page, the server. Instruments are held before the engine by
// `pnpm bench:liveness`, whose table is in docs/liveness.md.

/** Every WebM file begins with it (RFC 8794 §11.2.1). */
const EBML_MAGIC = '1a45dfa3'

interface Setting {
  applicantId: string
  cameraPage: CameraPage
  partner: Partner
  partnerSite: { redirectUrl: string }
}

/** Somebody opens the link with that before the camera, and lets the page look. */
const present = async (
  species: Species,
  { applicantId, cameraPage, partner, partnerSite }: Setting,
  settings: object = {},
) => {
  const journey = await partner.createJourney({ liveness_policy: 'active', ...settings })
  const started = await partner.start(applicantId, partnerSite.redirectUrl, journey)
  const page = await cameraPage({ scene: 'no-camera' })
  await page.addInitScript(await turningCamera(species))
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await hosted.begin()
  return { hosted, page, started }
}

// A step is void after six seconds, whatever else the machine does: after three of them the page asks what would help.
test.describe.configure({ retries: 3, timeout: 180_000 })

test('head: two turns and a picture, approved, and what the journey keeps of it', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const setting = { applicantId, cameraPage, partner, partnerSite }
  const { hosted, page, started } = await present('head', setting, {
    liveness_evidence_days: 1,
    face_video: true,
  })
  await hosted.keepTrying()
  // A look for an element lets the handler act; a look at the address does not.
  await expect(page.getByRole('heading', { name: 'Back at the partner' })).toBeVisible({ timeout: 120_000 })
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
  expect((await partner.readAttempt(started)).details?.liveness).toMatchObject({
    result: 'passed',
    method: 'active',
    certified: false,
  })
  // What this browser records is what the server takes for a video.
  const kept = await partner.readPictures(started)
  expect(kept.map(({ type }) => type).toSorted()).toEqual(['face_image', 'face_video'])
  const video = kept.find(({ type }) => type === 'face_video')
  const answer = await page.request.get(video?._links.asset_url.href ?? '')
  expect(answer.headers()['content-type']).toBe('video/webm')
  // A busy machine records few frames in three seconds: how many bytes they are says nothing.
  expect((await answer.body()).subarray(0, 4).toString('hex')).toBe(EBML_MAGIC)
})

test('wrong-way: asked again, and no picture is taken', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const { hosted, started } = await present('wrong-way', { applicantId, cameraPage, partner, partnerSite })
  await expect(hosted.guidance).toHaveAttribute('data-code', 'wrong_way')
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')
})
