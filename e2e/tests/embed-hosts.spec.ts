/** Pages around the frame that make it hard. */
import { expect, test } from '../fixtures/embed-test.ts'
import { dialogHost, elementHost, iframeHost, toFrameUrl } from '../hosts/host-pages.ts'
import { EmbeddingPage } from '../pages/EmbeddingPage.ts'

const HOSTILE_CSS = `
  * { box-sizing: content-box !important; line-height: 3 !important; letter-spacing: 9px !important }
  div, dialog, iframe, button { display: none !important; opacity: 0 !important; pointer-events: none !important }
  iframe { width: 1px !important; height: 1px !important; transform: translateX(-9999px) !important; border: 9px solid }
  body { color: transparent; cursor: none; visibility: hidden; direction: rtl }
`

test('hostile styles of the page reach neither the element nor the dialog', async ({
  bff,
  embed,
  partner,
  partnerSite,
}) => {
  const { started, page, host } = await embed((link) => elementHost(link, 'none', HOSTILE_CSS), {
    before: (opened) => opened.setViewportSize({ width: 390, height: 844 }),
  })
  await host.hear('capture.ready')
  const box = await page.locator('visavis-capture iframe').boundingBox()
  expect(box?.width).toBeGreaterThan(350)
  expect(box?.height).toBeGreaterThanOrEqual(600)
  await (await host.capture()).begin()
  await host.hear('capture.started')

  const again = await partner.retry(started.faceAuthenticationId, partnerSite.redirectUrl)
  const html = dialogHost({ visavis: bff.url, ...again })
    .replace('<button id="sign-in">', '<button id="sign-in" style="all: revert !important">')
    .replace('<h1>', `<style>${HOSTILE_CSS}</style><h1>`)
  await host.open(partnerSite.serve(html))
  await page.evaluate(() => document.querySelector<HTMLElement>('#sign-in')?.click())
  await host.hear('capture.ready')
  const dialog = await page.getByRole('dialog', { name: 'Visavis' }).boundingBox()
  expect(dialog).toEqual({ x: 0, y: 0, width: 390, height: 844 })
  await (await host.capture()).begin()
  await host.hear('capture.started')
})

test('Escape asks the page first, then takes leave', async ({ embed, partner }) => {
  const confirm = `{ onEvent: (event) => {
    if (event.type === 'dialog.close-requested' && !window.confirmed) { window.confirmed = true; event.preventDefault() }
    keep(event)
  } }`
  const { started, page, host } = await embed((link) => dialogHost(link, confirm))
  await page.getByRole('button', { name: 'Sign in' }).click()
  const capture = await host.capture()
  await expect(capture.screen('start')).toBeVisible()
  await (await host.frame()).getByRole('heading').click()
  await page.keyboard.press('Escape')
  await host.hear('dialog.close-requested')
  await expect(capture.screen('start')).toBeVisible()
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')

  // From the page's side of the dialog, too.
  await page.getByRole('button', { name: 'Close' }).press('Escape')
  const aborted = await host.hear('capture.aborted')
  expect(aborted).toMatchObject({ event: 'face_authentication_capture_aborted', responseCode: 61121 })
  await host.hear('closed')
  expect((await partner.readAttempt(started)).status).toBe('capture_aborted')
})

test('language and colours follow the page', async ({ embed }) => {
  const { page, host } = await embed((link) => dialogHost(link, `{ locale: 'de', theme: 'dark' }`))
  await page.getByRole('button', { name: 'Sign in' }).click()
  const frame = await host.frame()
  await expect(frame.locator('html')).toHaveAttribute('lang', 'de')
  const background = () => frame.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await expect.poll(background).toBe('rgb(20, 28, 34)')
  const tell = (method: 'setLocale' | 'setTheme', value: string) =>
    page.evaluate(`window.capture.${method}(${JSON.stringify(value)})`)
  await tell('setTheme', 'light')
  await expect.poll(background).toBe('rgb(255, 255, 255)')
  const bar = page.getByRole('dialog').evaluate((dialog) => getComputedStyle(dialog).backgroundColor)
  expect(await bar).toBe('rgb(255, 255, 255)')
  await tell('setLocale', 'ar')
  await expect(frame.locator('html')).toHaveAttribute('dir', 'rtl')
  await frame.evaluate(() => location.reload())
  // Before there is anybody to hear it.
  await tell('setLocale', 'nl')
  await expect(frame.locator('html')).toHaveAttribute('lang', 'nl')
  await expect.poll(background).toBe('rgb(255, 255, 255)')
})

test('a frame without allow says so on the console, and a photo still does', async ({ embed }) => {
  const messages: string[] = []
  const { host } = await embed(
    ({ verificationUrl }) =>
      iframeHost(`<iframe src="${toFrameUrl(verificationUrl)}" width="400" height="700"></iframe>`),
    {
      expectedMessages: /may not use the camera|Permissions policy/,
      before: (opened) => opened.on('console', (message) => messages.push(message.text())),
    },
  )
  const capture = await host.capture()
  await capture.begin()
  const failure = (await host.frame()).getByTestId('camera-failure')
  await expect(failure).toHaveAttribute('data-code', 'policy')
  expect(messages).toContainEqual(expect.stringContaining('allow="camera; fullscreen"'))
})

for (const embedderPolicy of ['require-corp', 'credentialless']) {
  test(`a page with Cross-Origin-Embedder-Policy: ${embedderPolicy}`, async ({ embed, partner }) => {
    const { started, page, host } = await embed(
      (link) => ({
        html: dialogHost(link),
        headers: {
          'cross-origin-embedder-policy': embedderPolicy,
          'cross-origin-opener-policy': 'same-origin',
        },
      }),
      { scene: 'portrait' },
    )
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
    await page.getByRole('button', { name: 'Sign in' }).click()
    // Nobody presses the button for the picture: the worker runs.
    await (await host.capture()).begin()
    await host.hear('capture.completed')
    expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
  })
}

test('an origin that is not on the list gets no frame, and is told why', async ({
  applicantId,
  bff,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  // The same site under its other name is another origin.
  const otherOrigins = [partnerSite.origin.replace('127.0.0.1', 'localhost')]
  const page = await cameraPage(
    { scene: 'portrait' },
    { expectedMessages: /frame-ancestors|allowed_frame_origins/, otherOrigins },
  )
  const messages: string[] = []
  page.on('console', (message) => messages.push(message.text()))
  const host = new EmbeddingPage(page)
  const url = partnerSite
    .serve(dialogHost({ visavis: bff.url, ...started }))
    .replace('127.0.0.1', 'localhost')
  await host.open(url)
  await page.getByRole('button', { name: 'Sign in' }).click()
  const failed = await host.hear('capture.failed')
  expect(failed).toEqual({ type: 'capture.failed', attemptId: '', code: 'frame_refused', isFinal: true })
  expect(messages).toContainEqual(
    expect.stringContaining(`${new URL(url).origin} is not in the journey's allowed_frame_origins`),
  )
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('pending')
  await page.getByRole('button', { name: 'Close' }).click()
  await host.hear('closed')
})

test('a frame that did not come at first is tried again', async ({ embed }) => {
  let tries = 0
  const { page, host } = await embed(dialogHost, {
    expectedMessages: /ERR_FAILED|ERR_CONNECTION/,
    before: (opened) =>
      opened.route('**/frame/**', async (route) => {
        tries += 1
        return tries === 1 ? route.abort() : route.continue()
      }),
  })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await host.hear('capture.ready')
  expect(tries).toBe(2)
})

/** What browsers do to frames of others. */
const refuseStorage = () => {
  const refuse = () => {
    throw new DOMException('Access is denied for this document.', 'SecurityError')
  }
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
    Object.defineProperty(window, name, { get: refuse })
  }
  Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse })
}

test('a frame that may keep nothing, as browsers have it for frames of others', async ({
  embed,
  partner,
}) => {
  const { started, page, host } = await embed(dialogHost, {
    scene: 'portrait',
    before: (opened) => opened.addInitScript(refuseStorage),
  })
  await page.getByRole('button', { name: 'Sign in' }).click()
  const reading = (await host.frame()).evaluate(() => localStorage.length)
  await expect(reading).rejects.toThrow('Access is denied')
  await (await host.capture()).begin()
  await host.hear('capture.completed')
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})

for (const [width, height] of [
  [280, 400],
  [320, 480],
  [640, 300],
] as const) {
  test(`a frame of ${width} × ${height} shows all there is to press and to read`, async ({ embed }) => {
    const { host } = await embed(({ verificationUrl }) => {
      const src = toFrameUrl(verificationUrl)
      return iframeHost(`<iframe src="${src}" allow="camera" width="${width}" height="${height}"></iframe>`)
    })
    const frame = await host.frame()
    const capture = await host.capture()
    await expect(capture.screen('start')).toBeVisible()
    const overflow = () => frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(await overflow()).toBeLessThanOrEqual(0)
    await capture.begin()
    await expect(capture.guidance.and(frame.locator('[data-code=no_face]'))).toBeInViewport({ ratio: 1 })
    await expect(frame.locator('video')).toBeInViewport({ ratio: 0.9 })
    expect(await overflow()).toBeLessThanOrEqual(0)
  })
}
