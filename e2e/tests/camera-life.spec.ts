import type { Page } from '@playwright/test'
import { setVisibility } from '../fixtures/set-visibility.ts'
import { expect, test } from '../fixtures/test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

/** In the page: keeps every stream that it was given, and lets the test say when permission comes. */
const watchStreams = () => {
  const { mediaDevices } = navigator
  const ask = mediaDevices.getUserMedia.bind(mediaDevices)
  const streams: MediaStream[] = []
  let isHeld = false
  let release = () => {}
  Object.assign(window, {
    hold: () => {
      isHeld = true
    },
    allow: () => release(),
    liveTracks: () =>
      streams.flatMap((stream) => stream.getTracks()).filter(({ readyState }) => readyState === 'live')
        .length,
    streamCount: () => streams.length,
  })
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await ask(constraints)
    streams.push(stream)
    if (isHeld) {
      await new Promise<void>((resolve) => {
        release = resolve
      })
    }
    return stream
  }
  mediaDevices.enumerateDevices = async () =>
    ['One', 'Two'].map((label) => ({
      kind: 'videoinput' as const,
      deviceId: label,
      groupId: '',
      label,
      toJSON: () => ({}),
    }))
}

interface Watched extends Window {
  hold(): void
  allow(): void
  liveTracks(): number
  streamCount(): number
}

const liveTracks = (page: Page) => page.evaluate(() => (window as unknown as Watched).liveTracks())
const streamCount = (page: Page) => page.evaluate(() => (window as unknown as Watched).streamCount())
test.describe('the camera', () => {
  const open = async (page: Page, url: string): Promise<HostedPage> => {
    await page.addInitScript(watchStreams)
    // By hand, so that no picture is taken meanwhile.
    await page.route('**/engine/**', (route) => route.fulfill({ status: 200, body: '' }))
    const hosted = new HostedPage(page)
    await hosted.open(url)
    return hosted
  }

  test('is off while the page is away and comes back with it', async ({
    applicantId,
    cameraPage,
    partner,
    partnerSite,
  }) => {
    const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
    const page = await cameraPage({ scene: 'portrait' })
    const hosted = await open(page, verificationUrl)
    await hosted.begin()
    await expect(hosted.guidance).toHaveAttribute('data-code', 'manual')
    expect(await liveTracks(page)).toBe(1)
    await page.getByRole('button', { name: 'Take the photo' }).focus()
    await setVisibility(page, 'hidden')
    await expect.poll(() => liveTracks(page)).toBe(0)
    // Not lost with its button.
    await expect(page.getByRole('heading', { name: 'Look at the camera' })).toBeFocused()
    await setVisibility(page, 'visible')
    await expect.poll(() => liveTracks(page)).toBe(1)
    await expect(page.locator('video')).toBeVisible()
    expect(await streamCount(page)).toBe(2)
  })

  test('can be changed, with storage blocked, too; the one before is turned off', async ({
    applicantId,
    cameraPage,
    partner,
    partnerSite,
  }) => {
    const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
    const page = await cameraPage({ scene: 'portrait' })
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('', 'SecurityError')
        },
      })
    })
    const hosted = await open(page, verificationUrl)
    await hosted.begin()
    const picker = page.getByRole('combobox', { name: 'Camera' })
    await picker.focus()
    await picker.selectOption('Two')
    await expect.poll(() => streamCount(page)).toBe(2)
    await expect.poll(() => liveTracks(page)).toBe(1)
    await expect(page.getByRole('heading', { name: 'Look at the camera' })).toBeVisible()
    await expect(page.locator('video')).toBeVisible()
    await expect(picker).toBeFocused()
  })

  test('is turned off when permission comes after the person left', async ({
    applicantId,
    cameraPage,
    partner,
    partnerSite,
  }) => {
    const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
    const page = await cameraPage({ scene: 'portrait' })
    const hosted = await open(page, verificationUrl)
    await expect(hosted.screen('start')).toBeVisible()
    await page.evaluate(() => (window as unknown as Watched).hold())
    // Held, so that the page is still there to be looked at.
    await page.route('**/capture/abort', () => new Promise(() => {}))
    await hosted.begin()
    await expect.poll(() => streamCount(page)).toBe(1)
    await hosted.screen('camera').getByRole('button', { name: 'Cancel' }).click()
    await expect(hosted.screen('done')).toBeVisible()
    expect(await liveTracks(page)).toBe(1)
    await page.evaluate(() => (window as unknown as Watched).allow())
    await expect.poll(() => liveTracks(page)).toBe(0)
  })

  test('is turned off when the person cancels', async ({ applicantId, cameraPage, partner, partnerSite }) => {
    const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
    const page = await cameraPage({ scene: 'portrait' })
    const hosted = await open(page, verificationUrl)
    await page.route('**/capture/abort', () => new Promise(() => {}))
    await hosted.begin()
    await expect(page.locator('video')).toBeVisible()
    await hosted.screen('camera').getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => liveTracks(page)).toBe(0)
  })
})
