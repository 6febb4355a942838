import type { Page } from '@playwright/test'
import { openScreen, SCREEN_CASES, type ScreenCase } from '../fixtures/screen-cases.ts'
import { expect, test } from '../fixtures/screens-test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

const WAIT = { next: 'wait' } as const

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

/** Presses Tab until the button with that name has the focus. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab')
    if ((await focusedText(page)) === name) return
  }
  throw new Error(`no way to "${name}" by keyboard`)
}

test('the whole way by keyboard, with the focus on each new heading', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' })
  // By hand: the engine does not come.
  await page.route('**/engine/**', (route) => route.fulfill({ status: 200, body: '' }))
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await expect(hosted.screen('start')).toBeVisible()
  await expect.poll(() => focusedText(page)).toBe('Confirm it’s you')
  await tabTo(page, 'Agree and start')
  await page.keyboard.press('Enter')
  await expect(hosted.guidance).toHaveAttribute('data-code', 'manual')
  await expect.poll(() => focusedText(page)).toBe('Look at the camera')
  await tabTo(page, 'Take the photo')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})

const WIDE: readonly { what: string; viewport: { width: number; height: number }; fontSize: string }[] = [
  { what: '320 px wide', viewport: { width: 320, height: 568 }, fontSize: '100%' },
  { what: 'text twice as large', viewport: { width: 390, height: 844 }, fontSize: '200%' },
  { what: 'a phone on its side', viewport: { width: 844, height: 390 }, fontSize: '100%' },
  { what: 'a small phone', viewport: { width: 375, height: 680 }, fontSize: '100%' },
  { what: 'a phone', viewport: { width: 390, height: 844 }, fontSize: '100%' },
  { what: 'a laptop', viewport: { width: 1280, height: 720 }, fontSize: '100%' },
]

/** In the page: what a person could not see or hit. */
const measureLayout = () => {
  const isCovered = (element: HTMLElement) => {
    const box = element.getBoundingClientRect()
    return !element.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2))
  }
  const selector = 'button, a, select, input, summary'
  const controls = [...document.querySelectorAll<HTMLElement>(selector)].map((element) => {
    element.blur()
    element.focus()
    const box = element.getBoundingClientRect()
    const isCoveredInFocus = isCovered(element)
    element.scrollIntoView({ block: 'center', behavior: 'instant' })
    return { name: element.outerHTML.slice(0, 80), box, isCovered: isCoveredInFocus || isCovered(element) }
  })
  return {
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    small: controls
      .filter(({ box }) => Math.round(box.width) < 44 || Math.round(box.height) < 44)
      .map(({ name, box }) => `${name}: ${box.width}×${box.height}`),
    // While it has the focus (WCAG 2.2, 2.4.11), or once somebody has scrolled to it.
    covered: controls.filter((control) => control.isCovered).map(({ name }) => name),
  }
}

test('320 px wide, text twice as large, a phone on its side: nothing is cut off or too small to hit', async ({
  everyScreen,
}) => {
  const look = async (page: Page, name: string) => {
    for (const { what, viewport, fontSize } of WIDE) {
      await page.setViewportSize(viewport)
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size
      }, fontSize)
      const { overflow, small, covered } = await page.evaluate(measureLayout)
      expect.soft(overflow, `${name}, ${what}`).toBe(0)
      expect.soft(small, `${name}, ${what}`).toEqual([])
      expect.soft(covered, `${name}, ${what}`).toEqual([])
    }
  }
  // German: the longest words.
  await everyScreen(look, { session: { locale: 'de' } })
})

test('colours of the system, and as little motion as asked for', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const page = await cameraPage({ scene: 'portrait' })
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  const open = async (name: string, changes: Partial<ScreenCase> = {}) => {
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
    for (const screenCase of SCREEN_CASES) {
      if (screenCase.name === name) await openScreen(page, verificationUrl, { ...screenCase, ...changes })
    }
  }
  const systemColour = (name: string) =>
    page.evaluate((color) => {
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.color = color
      const { color: shown } = getComputedStyle(probe)
      probe.remove()
      return shown
    }, name)

  await open('start')
  // Its fill is gone with its colour: only an edge says that it is a button.
  await expect(page.locator('.button-primary')).toHaveCSS(
    'border-top-color',
    await systemColour('ButtonText'),
  )
  await expect(page.locator('.content')).toHaveCSS('animation-name', 'none')
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'no-preference' })
  await expect(page.locator('.content')).toHaveCSS('animation-name', 'appear')
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })

  await open('camera-manual')
  const sound = page.getByRole('switch', { name: 'Voice guidance and tones' })
  const edge = () => sound.evaluate((element) => Number.parseFloat(getComputedStyle(element).borderTopWidth))
  const off = await edge()
  await sound.click()
  expect(await edge()).toBeGreaterThan(off)
  await expect(page.locator('.oval-line')).not.toHaveCSS('stroke-dasharray', 'none')

  // Found and not found differ by the line itself.
  await open('upload', {
    arrange: (sending) => sending.route('**/capture/selfie', (route) => route.fulfill({ json: WAIT })),
    next: WAIT,
    ready: '.oval-progress',
  })
  await expect(page.locator('.oval-line')).toHaveCSS('stroke-dasharray', 'none')
  await expect(page.locator('.oval-progress')).toHaveCSS('stroke', await systemColour('Highlight'))
  await expect(page.locator('.oval-progress')).toHaveCSS('transition-duration', '0s')
})
