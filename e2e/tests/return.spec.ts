/** There and back: history, second tabs, previews, browsers inside apps. */
import { expect, test } from '../fixtures/test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

const INSTAGRAM =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22C152 Instagram 361.0.0.35.82'

test('back does not lead into a link that is over', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const shop = partnerSite.serve(
    `<!doctype html><title>Shop</title><link rel="icon" href="data:,"><a href="${started.verificationUrl}">Sign in</a>`,
  )
  const page = await cameraPage({ scene: 'portrait' })
  const hosted = new HostedPage(page)
  await page.goto(shop)
  await page.getByRole('link', { name: 'Sign in' }).click()
  await hosted.refuse()
  await page.waitForURL(`${partnerSite.origin}/back**`)
  await page.goBack()
  await expect(page).toHaveURL(shop)
  // And from there the link says what became of it.
  await page.getByRole('link', { name: 'Sign in' }).click()
  await expect(hosted.screen('link-used')).toBeVisible()
})

test('the app around the page hears what a page around a frame would', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'empty-room' })
  const heard: string[] = []
  await page.exposeFunction('hearInApp', (text: string) => heard.push(text))
  await page.addInitScript(() =>
    Object.assign(window, {
      visavis: { postMessage: (text: string) => Reflect.get(window, 'hearInApp')(text) },
    }),
  )
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await hosted.refuse()
  await page.waitForURL(`${partnerSite.origin}/back**`)
  const events = heard.map((text) => JSON.parse(text))
  expect(events.map(({ type }) => type)).toEqual(['capture.ready', 'capture.aborted'])
  expect(events.at(-1)).toMatchObject({ visavis: 1, id: started.faceAuthenticationId })
  expect(heard.join()).not.toContain(new URL(started.verificationUrl).hash.slice(1))
})

test('back in the middle and in again goes on', async ({ applicantId, cameraPage, partner, partnerSite }) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'empty-room' })
  const hosted = new HostedPage(page)
  await page.goto(partnerSite.serve('<!doctype html><title>Shop</title><link rel="icon" href="data:,">'))
  await hosted.open(started.verificationUrl)
  await hosted.begin()
  await expect(hosted.screen('camera')).toBeVisible()
  await page.goBack()
  await page.goForward()
  await expect(hosted.screen('camera')).toBeVisible()
  expect((await partner.readAttempt(started)).status).toBe('capture_in_progress')
})

test('opened in two tabs, a link gives one answer', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' }, { expectedStatuses: [409] })
  const second = await page.context().newPage()
  const [one, two] = [new HostedPage(page), new HostedPage(second)]
  await one.open(started.verificationUrl)
  await two.open(started.verificationUrl)
  await expect(two.screen('start')).toBeVisible()
  await page.bringToFront()
  await one.begin()
  await page.waitForURL(`${partnerSite.origin}/**`)
  await second.bringToFront()
  await two.begin()
  await expect(two.screen('link-used')).toBeVisible()
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})

test('what looks at links before people do leaves them unopened', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  for (const agent of [
    'facebookexternalhit/1.1',
    'Slackbot-LinkExpanding 1.0',
    'WhatsApp/2.24',
    'Mozilla/5.0',
  ]) {
    for (const method of ['HEAD', 'GET']) {
      const answer = await fetch(started.verificationUrl, { method, headers: { 'user-agent': agent } })
      expect(answer.status).toBe(200)
      expect(await answer.text()).not.toContain(started.attemptId)
    }
  }
  expect((await partner.readAttempt(started)).status).toBe('pending_redirection')
  const page = await cameraPage({ scene: 'empty-room' })
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await expect(hosted.screen('start')).toBeVisible()
})

test('a browser inside an app that has no camera hands the same link on', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  // What it still tells of itself comes from a browser that the link is not in use in any more.
  const inApp = await cameraPage({ scene: 'portrait', permission: 'denied' }, { expectedStatuses: [409] })
  await inApp.addInitScript((userAgent) => {
    Object.defineProperty(navigator, 'userAgent', { get: () => userAgent })
    Object.defineProperty(navigator, 'clipboard', {
      get: () => ({
        writeText: async (text: string) => {
          const isFirst = !Reflect.has(window, 'copied')
          Reflect.set(window, 'copied', text)
          if (isFirst) throw new DOMException('', 'NotAllowedError')
        },
      }),
    })
  }, INSTAGRAM)
  const hosted = new HostedPage(inApp)
  await hosted.open(started.verificationUrl)
  await hosted.begin()
  const elsewhere = hosted.screen('denied').getByRole('button', { name: 'Copy the link' })
  await elsewhere.click()
  await expect(inApp.getByText(started.verificationUrl)).toBeVisible()
  await elsewhere.click()
  await expect(inApp.getByText('Link copied')).toBeVisible()
  const link = await inApp.evaluate(() => String(Reflect.get(window, 'copied')))
  expect(link).toBe(started.verificationUrl)

  const page = await cameraPage({ scene: 'portrait' })
  const browser = new HostedPage(page)
  await browser.open(link)
  // It goes on where it was: the person has agreed already.
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect((await partner.readAttempt(started)).status).toBe('completed')
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})
