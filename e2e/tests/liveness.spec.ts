import { present, readOutcome } from '../fixtures/present.ts'
import { expect, test } from '../fixtures/test.ts'

// The whole way: what is before the camera, the page, the server. What comes of each is what docs/liveness.md says of it,
// also where it passes. How often, `pnpm bench:liveness` finds out before the engine alone.

/** Every WebM file begins with it (RFC 8794 §11.2.1). */
const EBML_MAGIC = '1a45dfa3'

// A step is void after six seconds, whatever else the machine does: after three of them the page asks what would help.
test.describe.configure({ retries: 3, timeout: 180_000 })

test('head: two turns and a picture, approved, and what the journey keeps of it', async ({
  cameraPage,
  partner,
  partnerSite,
}) => {
  const setting = { cameraPage, partner, partnerSite }
  const { hosted, page, started, back } = await present('head', setting, {
    liveness_evidence_days: 1,
    face_video: true,
  })
  await hosted.keepTrying()
  await expect(back).toBeVisible({ timeout: 120_000 })
  expect(await readOutcome(partner, started)).toMatchObject({
    status: 'approved',
    liveness: { result: 'passed', method: 'active', certified: false },
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

for (const [species, what] of [
  ['moved-phone', 'a phone moved around a still head'],
  ['screen-video', 'a video that somebody steers, known to pass'],
] as const) {
  test(`${species}: ${what}, approved`, async ({ cameraPage, partner, partnerSite }) => {
    const { hosted, started, back } = await present(species, { cameraPage, partner, partnerSite })
    await hosted.keepTrying()
    await expect(back).toBeVisible({ timeout: 120_000 })
    expect(await readOutcome(partner, started)).toMatchObject({
      status: 'approved',
      liveness: { result: 'passed', method: 'active', certified: false },
    })
  })
}

test('wrong-way: asked again, and no picture is taken', async ({ cameraPage, partner, partnerSite }) => {
  const { hosted, started } = await present('wrong-way', { cameraPage, partner, partnerSite })
  await expect(hosted.guidance).toHaveAttribute('data-code', 'wrong_way')
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')
})

test('replay: passes where it shows the order that was dealt, and nowhere else', async ({
  cameraPage,
  partner,
  partnerSite,
}) => {
  const { started, turns, back } = await present('replay', { cameraPage, partner, partnerSite })
  const isBack = () => back.isVisible()
  // The film is over by the second challenge.
  await expect.poll(async () => turns.dealt.length > 1 || (await isBack()), { timeout: 120_000 }).toBe(true)
  const { status } = await readOutcome(partner, started)
  expect(status).toBe((await isBack()) ? 'approved' : 'capture_in_progress')
  if (status === 'approved') expect(turns.dealt).toEqual([['left', 'right']])
})
