import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'
import { translatePages } from '../fixtures/translate-page.ts'
import { ClaimPage, otherNumber } from '../pages/ClaimPage.ts'
import { HostedPage } from '../pages/HostedPage.ts'

/** Words that the person would see untranslated: React changed a node of its own that is no longer shown. */
const expectTranslated = async (page: Page, words: string) =>
  expect(page.getByText(`‹${words}›`, { exact: true }).first()).toBeVisible()

test('a translated page goes from the start to the decision', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' })
  await translatePages(page.context())
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await expectTranslated(page, 'Only you in view')
  await page.getByRole('button', { name: '‹Agree and start›' }).click()
  await expectTranslated(page, 'Hold still…')
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})

test('a translated page says what is wrong with a file, then with the next one', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  await partner.change({ photo_upload: 'fallback' })
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'no-camera' })
  await translatePages(page.context())
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await page.getByRole('button', { name: '‹Agree and start›' }).click()
  const choose = (mimeType: string, text: string) =>
    hosted.choosePhoto({ name: 'me', mimeType, buffer: Buffer.from(text) })
  await choose('application/pdf', '%PDF-1.7')
  await expectTranslated(page, 'This is a PDF document. Choose a JPEG or PNG photo.')
  await choose('image/jpeg', '')
  await expectTranslated(page, 'This file is empty. Choose another photo.')
})

test('translated pages hand a capture over, a wrong number between', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const computer = await cameraPage({ scene: 'no-camera' })
  await translatePages(computer.context())
  const desk = new HostedPage(computer)
  await desk.open(started.verificationUrl)
  await desk.usePhone()
  const handoff = await desk.readHandoff()
  expect(handoff.digits).toMatch(/^\d{4} \d{4}$/)

  const phone = await cameraPage({ scene: 'portrait' }, { expectedStatuses: [422] })
  await translatePages(phone.context())
  const claim = new ClaimPage(phone)
  const type = async (number: string) => {
    await phone.locator('#number').fill(number)
    await phone.getByRole('button', { name: '‹Continue›' }).click()
  }
  await claim.open(handoff.url)
  await type(otherNumber(handoff.number))
  await expectTranslated(phone, 'That’s not the number shown. Look again and type both digits.')
  await type(handoff.number)
  await expectTranslated(computer, 'Your phone is connected')
  await phone.getByRole('button', { name: '‹Agree and start›' }).click()
  await computer.waitForURL(`${partnerSite.origin}/**`)
  await expectTranslated(phone, 'Back to your other device')
})

test('a page that breaks turns the camera off, says so and starts again', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' }, { expectedMessages: /moved/ })
  // What an extension that moves nodes does to React, once: on the way to the live picture.
  await page.addInitScript(() => {
    const { appendChild } = Node.prototype
    const isBroken = () => sessionStorage.getItem('broken') !== null
    Node.prototype.appendChild = function <T extends Node>(this: Node, node: T): T {
      const isStage = node instanceof Element && node.querySelector('.live-video') !== null
      if (!isStage || isBroken()) return appendChild.call(this, node) as T
      sessionStorage.setItem('broken', 'yes')
      throw new DOMException('moved', 'NotFoundError')
    }
    const { insertBefore } = Node.prototype
    Node.prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
      const isVideo = node instanceof Element && node.matches('.live-video')
      if (!isVideo || isBroken()) return insertBefore.call(this, node, before) as T
      sessionStorage.setItem('broken', 'yes')
      throw new DOMException('moved', 'NotFoundError')
    }
    const { getUserMedia } = MediaDevices.prototype
    MediaDevices.prototype.getUserMedia = async function (constraints) {
      const stream = await getUserMedia.call(this, constraints)
      Reflect.set(window, 'tracks', stream.getVideoTracks())
      return stream
    }
  })
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await hosted.begin()
  await expect(page.getByTestId('problem')).toHaveAttribute('data-code', 'crashed')
  const states = await page.evaluate(() =>
    (Reflect.get(window, 'tracks') as MediaStreamTrack[]).map(({ readyState }) => readyState),
  )
  expect(states).toEqual(['ended'])
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')

  await page.getByRole('button', { name: 'Try again' }).click()
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})
