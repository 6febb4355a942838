import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

/** What a browser says of a file that a test keeps back. */
const KEPT_BACK = /net::ERR_FAILED|Failed to fetch dynamically imported module|assets\/later/
const SENTENCE = 'Check your internet connection, then try again.'

/** The page's own lines, and the screens that follow them, say it alike. */
const expectWayOn = async (page: Page) => {
  await expect(page.getByText(SENTENCE)).toBeVisible({ timeout: 40_000 })
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
}

const openLink = {
  start: (url: string) => url,
  claim: (url: string) => new URL('/handoff#hnd_a.b', url).href,
  frame: (url: string) => url.replace('/verify/', '/frame/'),
} as const

const CASES: { part: string; file: string; path?: keyof typeof openLink }[] = [
  { part: 'the page’s entry', file: 'hosted-*.js' },
  { part: 'the frame’s entry', file: 'frame-*.js', path: 'frame' },
  { part: 'the code of every page', file: 'page-*.js' },
  { part: 'the first words', file: 'en-*.js' },
  { part: 'the claim page', file: 'mount-claim-*.js', path: 'claim' },
  { part: 'the claim page’s styles', file: 'later-*.css', path: 'claim' },
  { part: 'the claim page’s words', file: 'en-*.js', path: 'claim' },
]

for (const { part, file, path = 'start' } of CASES) {
  test(`without ${part} there is a sentence and a way on, which works once it can be had`, async ({
    applicantId,
    cameraPage,
    partner,
    partnerSite,
  }) => {
    const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
    const page = await cameraPage(
      { scene: 'empty-room' },
      { expectedMessages: KEPT_BACK, expectedStatuses: [404] },
    )
    await page.route(`**/assets/${file}*`, (route) => route.abort())
    await page.goto(openLink[path](verificationUrl))
    await expectWayOn(page)
    await page.unrouteAll()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByTestId('shell')).toHaveCount(0)
    await expect(page.getByTestId(path === 'claim' ? 'claim-invalid' : 'screen-start')).toBeVisible()
  })
}

test('a part that fails once is asked for again, unseen', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'empty-room' }, { expectedMessages: KEPT_BACK })
  const failed = new Set<string>()
  // What other files import is asked for once: there, only loading the page anew helps.
  await page.route(/assets\/(?:hosted|page|en|later-screens|load-later-copy|upload-picture)-/, (route) => {
    const { pathname } = new URL(route.request().url())
    if (failed.has(pathname)) return route.continue()
    failed.add(pathname)
    return route.abort()
  })
  const hosted = new HostedPage(page)
  await hosted.open(verificationUrl)
  await expect(hosted.screen('start')).toHaveCSS('display', 'flex', { timeout: 40_000 })
  await hosted.begin()
  await expect(page.locator('.controls')).toBeVisible()
  expect([...failed]).toHaveLength(9)
})

test('a page that came after all is not loaded anew under its reader', async ({ bff, cameraPage }) => {
  const page = await cameraPage(
    { scene: 'empty-room' },
    { expectedMessages: KEPT_BACK, expectedStatuses: [404] },
  )
  const screen = page.getByTestId('claim-invalid')
  let tries = 0
  await page.route('**/assets/later-*.css', async (route) => {
    tries += 1
    if (tries === 1) return route.abort()
    // Whether it can be had, the page hears last.
    if (route.request().resourceType() === 'xhr') await screen.waitFor()
    return route.continue()
  })
  const probed = page.waitForResponse(
    (response) => response.request().resourceType() === 'xhr' && response.url().endsWith('.css'),
  )
  await page.goto(`${bff.url}/handoff#hnd_a.b`)
  await (await probed).finished()
  await expect(screen).toBeVisible()
  expect(await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.toJSON().type)).toBe(
    'navigate',
  )
})

test('large text on a small screen is scrolled to', async ({ bff, cameraPage }) => {
  const page = await cameraPage({ scene: 'empty-room' }, { expectedMessages: KEPT_BACK })
  await page.setViewportSize({ width: 256, height: 120 })
  await page.route('**/assets/page-*.js', (route) => route.abort())
  await page.goto(`${bff.url}/verify/x`)
  await expectWayOn(page)
  const heading = page.getByRole('heading')
  await heading.scrollIntoViewIfNeeded()
  await expect(heading).toBeInViewport({ ratio: 1 })
  await page.getByRole('button', { name: 'Try again' }).scrollIntoViewIfNeeded()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeInViewport({ ratio: 1 })
})

test('later screens that do not come lead to a way on', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const files = [
    /later-screens-.*js/,
    /later-(?!screens).*js/,
    /later-.*css/,
    /load-later-copy-.*js/,
    /upload-picture-.*js/,
  ]
  for (const file of files) {
    await test.step(file.source, async () => {
      const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
      const page = await cameraPage({ scene: 'no-camera' }, { expectedMessages: KEPT_BACK })
      await page.route(file, (route) => route.abort())
      const hosted = new HostedPage(page)
      await hosted.open(verificationUrl)
      await hosted.begin()
      await expectWayOn(page)
      await page.close()
    })
  }
})

test('the words of a hand-off that do not come lead to a way on', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'empty-room' }, { expectedMessages: KEPT_BACK })
  const hosted = new HostedPage(page)
  await hosted.open(verificationUrl)
  await expect(hosted.screen('start')).toBeVisible()
  // By now the words of the other screens are here.
  await page.waitForLoadState('networkidle')
  await page.route('**/assets/en-*.js*', (route) => route.abort())
  await hosted.usePhone()
  await expectWayOn(page)
})

for (const file of ['page-*.js', '*.css']) {
  test(`a page that waits for ${file} for good says so after a while`, async ({ bff, cameraPage }) => {
    const page = await cameraPage({ scene: 'empty-room' })
    await page.clock.install()
    await page.route(`**/assets/${file}`, () => new Promise(() => {}))
    await page.goto(`${bff.url}/verify/x`, { waitUntil: 'commit' })
    const shell = page.getByTestId('shell')
    await expect(shell.getByRole('heading')).toHaveText('Confirm it’s you')
    await expect(shell.locator('.spinner')).toHaveCSS('animation-delay', '0s, 0.3s')
    await page.clock.runFor(21_000)
    await expectWayOn(page)
  })
}

test('a page whose styles are still on their way speaks the language of its reader', async ({
  bff,
  browsers,
}) => {
  const context = await browsers.open({ scene: 'no-camera' })
  const japanese = await context.browser()?.newContext({ locale: 'ja' })
  const page = await japanese?.newPage()
  if (!japanese || !page) throw new Error('no browser')
  await page.route('**/assets/*.css', () => new Promise(() => {}))
  await page.goto(`${bff.url}/verify/x`, { waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja')
  await expect(page.getByRole('heading')).toHaveText('ご本人であることの確認')
  await japanese.close()
  await context.close()
})

for (const path of ['start', 'frame'] as const) {
  test(`without JavaScript the page says so (${path})`, async ({
    applicantId,
    browsers,
    partner,
    partnerSite,
  }) => {
    const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
    const context = await browsers.open({ scene: 'no-camera' })
    const plain = await context.browser()?.newContext({ javaScriptEnabled: false })
    const page = await plain?.newPage()
    if (!plain || !page) throw new Error('no browser')
    await page.goto(openLink[path](verificationUrl))
    // Not by its text: Playwright reads none in there.
    await expect(page.locator('noscript p')).toBeVisible()
    await expect(page.locator('noscript p')).toContainText('This page needs JavaScript')
    await expect(page.locator('.spinner')).toBeHidden()
    await plain.close()
    await context.close()
  })
}

const runs = (body: string) => (page: Page) =>
  page.route('**/assets/hosted-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body }))

const OLD_BROWSERS: { name: string; arrange: (page: Page) => Promise<unknown> }[] = [
  { name: 'knows modules, but not what is written in them', arrange: runs('const now ??!= then') },
  { name: 'lacks what the code calls', arrange: runs('Object.notThereYet()') },
  {
    name: 'knows no modules',
    arrange: async (page) => {
      await page.addInitScript(() => {
        Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule')
      })
      await runs('')(page)
    },
  },
]

for (const { name, arrange } of OLD_BROWSERS) {
  test(`a browser that ${name} is told, in its language`, async ({
    applicantId,
    browsers,
    partner,
    partnerSite,
  }) => {
    const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
    const context = await browsers.open({ scene: 'no-camera' })
    const german = await context.browser()?.newContext({ locale: 'de-CH' })
    const page = await german?.newPage()
    if (!german || !page) throw new Error('no browser')
    await arrange(page)
    await page.goto(verificationUrl)
    await expect(page.getByRole('heading')).toHaveText('Dieser Browser kann die Seite nicht anzeigen')
    await expect(page.getByRole('alert')).toContainText('in einem anderen Browser')
    await expect(page.getByRole('button', { name: 'Noch einmal versuchen' })).toBeVisible()
    await expect(page).toHaveTitle('Dieser Browser kann die Seite nicht anzeigen')
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await german.close()
    await context.close()
  })
}
