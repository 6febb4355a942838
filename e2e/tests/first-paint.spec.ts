import type { Frame, Page, Route } from '@playwright/test'
import { expect, test } from '../fixtures/embed-test.ts'
import { dialogHost, iframeHost, toFrameUrl } from '../hosts/host-pages.ts'

const BACKGROUND = { light: 'rgb(255, 255, 255)', dark: 'rgb(20, 28, 34)' } as const
const INK = { light: 'rgb(20, 33, 43)', dark: 'rgb(234, 240, 244)' } as const
const OTHER = { light: 'dark', dark: 'light' } as const
const SCHEMES = ['light', 'dark'] as const

/** Runs in the page: how busy the machine is that this runs on says nothing of a line. */
const pretendLine = (answerMs: number): void => {
  const read = performance.getEntriesByType.bind(performance)
  const page = { requestStart: 100, responseStart: 100 + answerMs, responseEnd: 110 + answerMs }
  Object.assign(performance, {
    getEntriesByType: (type: string) => (type === 'navigation' ? [page] : read(type)),
  })
}

/** Nothing comes but the page's own HTML. */
const holdBack = (page: Page) => page.route('**/assets/**', () => new Promise(() => {}))

/** What is painted while everything else is held back. */
const readPaint = async (page: Page | Frame) => {
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByName('first-paint').length))
    .toBeGreaterThan(0)
  return page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body)
    return { backgroundColor, color, scheme: getComputedStyle(document.documentElement).colorScheme }
  })
}

test('what the first screen waits for is asked for beside the code of the page, not after it', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'empty-room' })
  const asked: string[] = []
  await page.route('**/assets/**', (route) => {
    asked.push(new URL(route.request().url()).pathname.replace(/-[\w-]{8}\.js$/, ''))
    return new Promise(() => {})
  })
  await page.goto(verificationUrl, { waitUntil: 'commit' })
  await expect
    .poll(() => asked)
    .toEqual(expect.arrayContaining(['page', 'device-key', 'en'].map((name) => `/widget/assets/${name}`)))
})

for (const [line, answerMs, isEarly] of [
  ['quick', 50, true],
  ['slow', 500, false],
] as const) {
  test(`the engine is asked for ${isEarly ? 'before' : 'after'} the session is told on a ${line} line`, async ({
    applicantId,
    cameraPage,
    partner,
    partnerSite,
  }) => {
    const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
    const page = await cameraPage({ scene: 'portrait' })
    const seen: string[] = []
    await page.context().route('**/engine/**', async (route) => {
      seen.push(route.request().url())
      await route.continue()
    })
    await page.addInitScript(pretendLine, answerMs)
    await page.route('**/capture/session', async (route) => {
      // Long enough for an engine that asks by itself, and for a test that has to see that none does.
      await new Promise((resolve) => setTimeout(resolve, 3000))
      seen.push('session')
      await route.continue()
    })
    let workers = 0
    page.on('worker', () => {
      workers += 1
    })
    await page.goto(verificationUrl)
    await expect(page.getByTestId('screen-start')).toBeVisible()
    await expect.poll(() => new Set(seen).size).toBeGreaterThan(1)
    expect(seen[0] !== 'session').toBe(isEarly)
    await page.getByRole('button', { name: 'Agree and start' }).click()
    await page.waitForURL(`${partnerSite.origin}/**`)
    // Whichever way it came, once.
    expect(workers).toBe(1)
  })
}

test('an engine that was asked for early and did not come is asked for anew', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' }, { expectedMessages: /404/, expectedStatuses: [404] })
  await page.addInitScript(pretendLine, 50)
  let workers = 0
  await page.route('**/assets/detector-worker-*.js', (route) => {
    workers += 1
    return workers === 1 ? route.fulfill({ status: 404 }) : route.continue()
  })
  await page.goto(verificationUrl)
  await page.getByRole('button', { name: 'Agree and start' }).click()
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect(workers).toBe(2)
})

for (const scheme of SCHEMES) {
  test(`the first paint has the device's colours, ${scheme}`, async ({
    applicantId,
    cameraPage,
    partner,
    partnerSite,
  }) => {
    const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
    const page = await cameraPage({ scene: 'empty-room' })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: scheme })
    await holdBack(page)
    await page.goto(verificationUrl, { waitUntil: 'commit' })
    expect(await readPaint(page)).toMatchObject({ backgroundColor: BACKGROUND[scheme], color: INK[scheme] })
  })

  test(`the first paint of a frame has the colours that its page asks for, ${scheme}`, async ({ embed }) => {
    const { page, host } = await embed((link) => dialogHost(link, `{ theme: '${scheme}' }`), {
      before: async (opened) => {
        await opened.emulateMedia({ colorScheme: OTHER[scheme] })
        await holdBack(opened)
      },
    })
    await page.getByRole('button', { name: 'Sign in' }).click()
    expect(await readPaint(await host.frame())).toEqual({
      backgroundColor: BACKGROUND[scheme],
      color: INK[scheme],
      scheme,
    })
  })

  test(`a bare iframe has the colours of its address, ${scheme}, until told otherwise`, async ({ embed }) => {
    const { page, host } = await embed(({ verificationUrl }) =>
      iframeHost(
        `<iframe allow="camera" src="${toFrameUrl(verificationUrl).replace('#', `?theme=${scheme}#`)}"></iframe>`,
      ),
    )
    await page.emulateMedia({ colorScheme: OTHER[scheme] })
    await expect((await host.capture()).screen('start')).toBeVisible()
    const frame = await host.frame()
    await expect(frame.locator('body')).toHaveCSS('background-color', BACKGROUND[scheme])
  })
}

test('colours that are set later go before those of the address, and those of the device come back', async ({
  embed,
}) => {
  const { page, host } = await embed((link) => dialogHost(link, `{ theme: 'dark' }`))
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect((await host.capture()).screen('start')).toBeVisible()
  const body = (await host.frame()).locator('body')
  await page.evaluate("capture.setTheme('light')")
  await expect(body).toHaveCSS('background-color', BACKGROUND.light)
  await page.evaluate("capture.setTheme('auto')")
  await expect(body).toHaveCSS('background-color', BACKGROUND.dark)
})

test('of colours that are set while the frame still loads, the last ones count', async ({ embed }) => {
  const held: Route[] = []
  const { page, host } = await embed((link) => dialogHost(link, `{ theme: 'dark' }`), {
    before: (opened) => opened.route('**/assets/follow-host-*.js', (route) => void held.push(route)),
  })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect((await host.capture()).screen('start')).toBeVisible()
  // Many: what of two comes first may be chance.
  for (const theme of ['auto', 'dark', 'auto', 'dark', 'auto', 'dark', 'light']) {
    await page.evaluate(`capture.setTheme('${theme}')`)
  }
  for (const route of held) await route.continue()
  await expect((await host.frame()).locator('body')).toHaveCSS('background-color', BACKGROUND.light)
})

test('nothing that is given for colours becomes a token in the address of the frame', async ({ embed }) => {
  const { page, host } = await embed((link) => dialogHost(link, `{ theme: 'dark#other-token' }`))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect((await host.capture()).screen('start')).toBeVisible()
  const address = new URL((await page.locator('iframe').getAttribute('src')) ?? '')
  expect(address.hash).toBe('')
})
