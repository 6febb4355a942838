import type { Page } from '@playwright/test'
import type { Scene } from '@visavis/testing/camera'
import { countUploads } from '../fixtures/count-uploads.ts'
import { type GuidedPage, openGuidedPage } from '../fixtures/guided-page.ts'
import { expect, test } from '../fixtures/test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

/** Longer than a person in the right place needs until the picture is taken. */
const WATCHED_S = 3

/** In the page: a second camera, and whatever is asked of either. */
const plugInSecond = () => {
  const { mediaDevices } = navigator
  const ask = mediaDevices.getUserMedia.bind(mediaDevices)
  const list = mediaDevices.enumerateDevices.bind(mediaDevices)
  const asked: string[] = []
  Object.assign(window, { asked })
  mediaDevices.getUserMedia = (constraints) => {
    asked.push(JSON.stringify(constraints))
    return ask(constraints)
  }
  mediaDevices.enumerateDevices = async () => [
    ...(await list()),
    { kind: 'videoinput', deviceId: 'second', groupId: '', label: 'Second', toJSON: () => ({}) },
  ]
}

const cases: readonly { what: string; scene: Scene; code: string; line?: RegExp }[] = [
  { what: 'an empty room', scene: 'empty-room', code: 'no_face' },
  { what: 'two people', scene: 'two-faces', code: 'several_faces' },
  { what: 'a face far away', scene: 'too-far', code: 'too_far' },
  { what: 'a face too near', scene: 'too-near', code: 'too_close' },
  // At the right of a picture that is not mirrored is the person's own left.
  { what: 'a face at the edge', scene: 'off-centre', code: 'off_centre', line: /to the right$/ },
  { what: 'a face turned aside', scene: 'turned', code: 'turned', line: /to the left$/ },
  { what: 'closed eyes', scene: 'eyes-closed', code: 'eyes_closed' },
  { what: 'a dark room', scene: 'too-dark', code: 'too_dark' },
  { what: 'glaring light', scene: 'too-bright', code: 'too_bright' },
  { what: 'a lens out of focus', scene: 'blurred', code: 'blurry' },
]

const playOn = async (page: Page) => {
  const video = page.locator('video')
  const playedS = () => video.evaluate((element: HTMLVideoElement) => element.currentTime)
  const seenAt = await playedS()
  await expect.poll(playedS).toBeGreaterThan(seenAt + WATCHED_S)
}

test.describe('a person in the wrong place, or in the wrong light', () => {
  let guided: GuidedPage
  test.beforeAll(async ({ applicantId, bff, browsers, partner, partnerSite }) => {
    guided = await openGuidedPage({ applicantId, bff, browsers, partner, partnerSite })
  })
  test.afterAll(() => guided?.close())

  for (const { what, scene, code, line = /./ } of cases) {
    test(`${what}: guidance, and no picture is sent`, async ({ partner }) => {
      const { hosted, page, started } = guided
      await guided.show(scene)
      await expect(hosted.guidance).toHaveAttribute('data-code', code)
      await expect(hosted.guidance).toHaveText(line)
      await playOn(page)

      await expect(hosted.guidance).toHaveAttribute('data-code', code)
      expect(guided.uploads()).toBe(0)
      expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')
      expect(guided.problems()).toEqual([])
    })
  }
})

test('a picture without colour: another camera is tried, guidance, and no picture is sent', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'grey' })
  await page.addInitScript(plugInSecond)
  const uploads = countUploads(page)
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await hosted.begin()

  await expect(hosted.guidance).toHaveAttribute('data-code', 'grey_picture')
  await expect(hosted.guidance).toHaveText(/./)
  const asked = () => page.evaluate(() => (window as unknown as { asked: string[] }).asked)
  await expect.poll(asked).toContainEqual(expect.stringContaining('second'))
  await expect(hosted.guidance).toHaveAttribute('data-code', 'grey_picture')
  expect(await asked()).toHaveLength(2)
  await playOn(page)

  await expect(hosted.guidance).toHaveAttribute('data-code', 'grey_picture')
  expect(uploads()).toBe(0)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')
})

test('a good face: the picture is taken, and what was measured on it comes along', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' })
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await hosted.begin()
  await page.waitForURL(`${partnerSite.origin}/**`)

  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
  const [picture] = await partner.readPictures(started)
  // Sharpness, one face, eyes open, over-exposure: what this portrait is good at, on the encoded picture.
  expect(picture?.quality).toMatchObject({ x4c: 100, x47: 100 })
  expect(picture?.quality?.x49).toBeGreaterThan(60)
  expect(picture?.quality?.x4d).toBeGreaterThan(80)
})
