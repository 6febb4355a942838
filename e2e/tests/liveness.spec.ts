import type { Page } from '@playwright/test'
import type { Challenge, ChallengeAnswer, TurnSide } from '@visavis/shared/liveness'
import {
  createPresentation,
  filmSelfie,
  filmTurn,
  personsPortrait,
  personsRoom,
  portraitPhoto,
  type Species,
  turningCamera,
} from '@visavis/testing/camera'
import type { Partner } from '../fixtures/partner.ts'
import { type Film, sendTurns } from '../fixtures/send-turns.ts'
import type { CameraPage } from '../fixtures/test.ts'
import { expect, test } from '../fixtures/test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

// The whole way: what is before the camera, the page, the server. What comes of each is what docs/liveness.md says of it,
// also where it passes. How often, `pnpm bench:liveness` finds out before the engine alone.

/** Every WebM file begins with it (RFC 8794 §11.2.1). */
const EBML_MAGIC = '1a45dfa3'

interface Setting {
  cameraPage: CameraPage
  partner: Partner
  partnerSite: { redirectUrl: string }
}

/** Somebody of their own each time: whoever is declined has to wait. */
const start = async (partner: Partner, redirectUrl: string, settings: object) => {
  const applicantId = await partner.enrol(await portraitPhoto('ada'))
  return partner.start(applicantId, redirectUrl, await partner.createJourney(settings))
}

/** What the page is asked for, and what it sends. */
const followTurns = (page: Page) => {
  const followed = { dealt: [] as TurnSide[][], sent: 0 }
  page.on('response', async (response) => {
    const { pathname } = new URL(response.url())
    // Nothing is answered to a video.
    if (!pathname.startsWith('/capture/challenge') || response.status() !== 200) return
    if (response.request().method() === 'PUT') followed.sent += 1
    const answer: Challenge | ChallengeAnswer = await response.json()
    if (!('step' in answer)) return
    if (answer.step.n === 1) followed.dealt.push([])
    followed.dealt.at(-1)?.push(answer.step.side)
  })
  return followed
}

/** Somebody opens the link with that before the camera, and lets the page look. */
const present = async (
  species: Species,
  { cameraPage, partner, partnerSite }: Setting,
  settings: object = {},
) => {
  const started = await start(partner, partnerSite.redirectUrl, { liveness_policy: 'active', ...settings })
  const page = await cameraPage({ scene: 'no-camera' })
  await page.addInitScript(await turningCamera(species))
  const turns = followTurns(page)
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await hosted.begin()
  // A look for an element lets the handler of `keepTrying` act; a look at the address does not.
  const back = page.getByRole('heading', { name: 'Back at the partner' })
  return { hosted, page, started, turns, back }
}

/** What the partner's server reads in the end. */
const readOutcome = async (partner: Partner, started: Awaited<ReturnType<typeof start>>) => ({
  status: (await partner.read(started.faceAuthenticationId)).status,
  liveness: (await partner.readAttempt(started)).details?.liveness,
})

/** Each turn and the selfie of a film begin elsewhere. */
const FILM_SEEDS = 5

/** The pictures that a page would send of it, whatever it is asked for. */
const film = async (species: Species, seed = 1): Promise<Film> => {
  const room = await personsRoom('ada')
  const presentation = createPresentation(species, await personsPortrait('ada'), room)
  const turnBoth = async (first: number) => ({
    left: await filmTurn(presentation, room, { side: 'left', seed: first }),
    right: await filmTurn(presentation, room, { side: 'right', seed: first + 1 }),
  })
  return {
    turns: [await turnBoth(seed), await turnBoth(seed + 2)],
    selfie: await filmSelfie(presentation, room, seed + FILM_SEEDS - 1),
  }
}

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

for (const species of ['flat-print', 'bent-print', 'screen'] as const) {
  test(`${species}: does not turn, so nothing of it is sent`, async ({
    cameraPage,
    partner,
    partnerSite,
  }) => {
    const { started, turns } = await present(species, { cameraPage, partner, partnerSite })
    // The time of the first challenge ran out.
    await expect.poll(() => turns.dealt.length).toBe(2)
    expect(turns).toMatchObject({ dealt: [[expect.any(String)], [expect.any(String)]], sent: 0 })
    expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')
  })
}

test('photo-swap: nothing of it is sent, and the page asks at last what would help', async ({
  cameraPage,
  partner,
  partnerSite,
}) => {
  const { hosted, started, turns } = await present('photo-swap', { cameraPage, partner, partnerSite })
  await expect(hosted.screen('turn-ways')).toBeVisible()
  expect(turns.dealt).toHaveLength(3)
  expect(turns.sent).toBe(0)
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

for (const [species, what, status, result] of [
  [
    'raster-print',
    'a coarse print for a journey that looks at the picture alone, declined',
    'declined',
    'failed',
  ],
  [
    'phone',
    'a phone that is held up for a journey that looks at the picture alone, declined',
    'declined',
    'failed',
  ],
  ['flat-print', 'for a journey that looks at the picture alone, known to pass', 'approved', 'passed'],
  ['screen', 'for a journey that looks at the picture alone, known to pass', 'approved', 'passed'],
] as const) {
  test(`${species}: ${what}`, async ({ cameraPage, partner, partnerSite }) => {
    const setting = { cameraPage, partner, partnerSite }
    const { started, back } = await present(species, setting, { liveness_policy: 'passive' })
    await expect(back).toBeVisible()
    expect(await readOutcome(partner, started)).toMatchObject({
      status,
      liveness: { result, method: 'passive', certified: false },
    })
  })
}

// The page sends nothing of what does not turn. Whoever leaves the page out sends it all the same.
for (const species of ['flat-print', 'bent-print', 'screen'] as const) {
  test(`${species}: sent without the page, declined`, async ({ partner, partnerSite }) => {
    const started = await start(partner, partnerSite.redirectUrl, { liveness_policy: 'active' })
    let answer = await sendTurns(started.verificationUrl, await film(species))
    // Bent to the left, the print is not seen to turn: where that is dealt twice, it is asked for again.
    for (let seed = 1 + FILM_SEEDS; answer.next === 'turn' && seed < 6 * FILM_SEEDS; seed += FILM_SEEDS) {
      answer = await sendTurns(started.verificationUrl, await film(species, seed))
    }
    expect(answer).toMatchObject({ next: 'done' })
    expect(await readOutcome(partner, started)).toMatchObject({
      status: 'declined',
      liveness: { result: 'failed', method: 'active', certified: false },
    })
  })
}

test('face-relief: a mask, sent without the page, known to pass', async ({ partner, partnerSite }) => {
  const started = await start(partner, partnerSite.redirectUrl, { liveness_policy: 'active' })
  await sendTurns(started.verificationUrl, await film('face-relief'))
  expect(await readOutcome(partner, started)).toMatchObject({
    status: 'approved',
    liveness: { result: 'passed', method: 'active', certified: false },
  })
})

test('photo-swap: sent without the page, asked for again', async ({ partner, partnerSite }) => {
  const started = await start(partner, partnerSite.redirectUrl, { liveness_policy: 'active' })
  expect(await sendTurns(started.verificationUrl, await film('photo-swap'))).toEqual({
    next: 'turn',
    again: true,
  })
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')
})

test('head: pictures of yesterday, sent without the page, do what they are asked to; the selfie is known', async ({
  partner,
  partnerSite,
}) => {
  const recorded = await film('head')
  const applicantId = await partner.enrol(await portraitPhoto('ada'))
  const journey = await partner.createJourney({ liveness_policy: 'active', replay_check: 'refuse' })
  const send = async () => {
    const started = await partner.start(applicantId, partnerSite.redirectUrl, journey)
    await sendTurns(started.verificationUrl, recorded)
    return partner.readAttempt(started)
  }
  expect(await send()).toMatchObject({ details: { liveness: { result: 'passed', method: 'active' } } })
  const again = await send()
  expect(again.response_codes.map(({ code }) => code)).toEqual([62902])
  expect(again.details?.liveness).toMatchObject({ result: 'passed', method: 'active' })
})

test('head: the first turn sent for the second one too, declined', async ({ partner, partnerSite }) => {
  const { turns, selfie } = await film('head')
  const [{ left = [] } = {}] = turns
  const started = await start(partner, partnerSite.redirectUrl, { liveness_policy: 'active' })
  const same = { left, right: left }
  await sendTurns(started.verificationUrl, { turns: [same, same], selfie })
  expect(await readOutcome(partner, started)).toMatchObject({
    status: 'declined',
    liveness: { result: 'failed', method: 'active', certified: false },
  })
})
