import { readSnippet } from '../../scripts/read-snippet.ts'
import { findViolations } from '../fixtures/find-violations.ts'
import { openScreen, SCREEN_CASES } from '../fixtures/screen-cases.ts'
import { expect, test } from '../fixtures/test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

const LOGO =
  'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMjAiIGhlaWdodD0iMzIiPjxyZWN0IHdpZHRoPSIxMjAiIGhlaWdodD0iMzIiIGZpbGw9IiM3YTAwMTkiLz48L3N2Zz4='
const START = SCREEN_CASES.filter(({ name }) => name === 'start')

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the journey's look under the strict policy, legible, ${colorScheme}`, async ({
    applicantId,
    cameraPage,
    partner,
    partnerSite,
  }) => {
    const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
    const page = await cameraPage({ scene: 'portrait' })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const start of START) {
      // A yellow that nothing could be read on beside white.
      await openScreen(page, verificationUrl, start, {
        theme: { logo: LOGO, colors: { accent: '#ffd166' }, radius: 2 },
        copy: { 'start.title': 'Hello again', 'de.start.title': 'Hallo' },
      })
    }
    await expect(page.getByRole('heading', { name: 'Hello again' })).toBeVisible()
    await expect(page.locator('img.logo')).toHaveJSProperty('complete', true)
    await expect(page.locator('.button-primary')).toHaveCSS('border-radius', '2px')
    expect(await findViolations(page, (axe) => axe.withRules(['color-contrast']))).toEqual([])
  })
}

test('the way without a face leads out', async ({ applicantId, cameraPage, partner, partnerSite }) => {
  const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' })
  for (const start of START) {
    await openScreen(page, verificationUrl, {
      ...start,
      session: { alternative_url: partnerSite.redirectUrl },
    })
  }
  await page.getByRole('link', { name: 'Choose another way' }).click()
  await page.waitForURL(partnerSite.redirectUrl)
})

test('in words of the journey; loaded again it goes on where it was, and "back" never leads into it', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const { copy } = JSON.parse(await readSnippet('docs/user-journeys.md', 'texts'))
  copy['start.title'] = 'It’s {partner}'
  const journey = await partner.createJourney({ theme: { sound: true }, copy })
  const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl, journey)
  const page = await cameraPage({ scene: 'portrait' })
  await page.route('**/engine/**', (route) => route.fulfill({ status: 200, body: '' }))
  await page.goto(`${partnerSite.redirectUrl}?before`)
  const hosted = new HostedPage(page)
  await hosted.open(verificationUrl)
  await expect(page.getByRole('heading')).toHaveText('It’s Harbour Bank')
  await expect(page.getByText('Harbour Bank needs 10 seconds of your time.')).toBeVisible()
  await hosted.begin()
  await expect(hosted.guidance).toHaveAttribute('data-code', 'manual')
  // As the journey has it, then as the person does.
  const sound = page.getByRole('switch', { name: 'Voice guidance and tones' })
  await expect(sound).toBeChecked()
  await sound.click()
  await page.reload()
  await expect(hosted.guidance).toHaveAttribute('data-code', 'manual')
  await expect(sound).not.toBeChecked()
  await hosted.screen('camera').getByRole('button', { name: 'Cancel' }).click()
  await page.waitForURL(/event=/)
  await page.goBack()
  await expect(page).toHaveURL(`${partnerSite.redirectUrl}?before`)
})
