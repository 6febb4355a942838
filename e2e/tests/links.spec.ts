import { DEFAULT_LINK_LIFETIME_S } from '@visavis/shared/limits'
import { portraitPhoto } from '@visavis/testing/camera'
import { startBff } from '../../scripts/start-bff.ts'
import { createPartner } from '../fixtures/partner.ts'
import { createDataDir, ONE_ENGINE } from '../fixtures/start-server.ts'
import { expect, test } from '../fixtures/test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

test('a link that was used says so and leads back to the partner', async ({
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

  await hosted.open(started.verificationUrl)
  await expect(hosted.screen('link-used')).toBeVisible()
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})

test('a link that a newer one replaced is no longer good', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const old = await partner.start(applicantId, partnerSite.redirectUrl)
  const current = await partner.retry(old.faceAuthenticationId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' })
  const hosted = new HostedPage(page)
  await hosted.open(old.verificationUrl)
  await expect(hosted.screen('link-replaced')).toBeVisible()
  expect((await partner.readAttempt(old)).status).toBe('terminated')

  await hosted.open(current.verificationUrl)
  await expect(hosted.screen('start')).toBeVisible()
})

for (const [what, change] of [
  ['an unknown token', (url: string) => url.replace(/#.*/, `#${'a'.repeat(43)}`)],
  ['no token', (url: string) => url.replace(/#.*/, '')],
] as const) {
  test(`a link with ${what} is not valid`, async ({ applicantId, cameraPage, partner, partnerSite }) => {
    const started = await partner.start(applicantId, partnerSite.redirectUrl)
    const page = await cameraPage({ scene: 'portrait' }, { expectedStatuses: [401] })
    const hosted = new HostedPage(page)
    const before = new URL('/code', started.verificationUrl).href
    await page.goto(before)
    await hosted.open(change(started.verificationUrl))
    // Whose link it was is known by its address alone.
    await expect(hosted.screen('link-invalid')).toContainText('Harbour Bank')
    await page.getByRole('button', { name: 'Go back' }).click()
    await page.waitForURL(before)
    expect((await partner.read(started.faceAuthenticationId)).status).toBe('pending')
  })
}

test('a link belongs to the browser that opened it: a copy says so, a reload goes on', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' })
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await expect(hosted.screen('start')).toBeVisible()

  const thief = new HostedPage(await cameraPage({ scene: 'portrait' }, { expectedStatuses: [409] }))
  await thief.open(started.verificationUrl)
  await expect(thief.screen('link-in-use')).toBeVisible()

  await page.reload()
  await expect(hosted.screen('start')).toBeVisible()
  // Another tab is the same browser.
  const tab = await page.context().newPage()
  await new HostedPage(tab).open(started.verificationUrl)
  await expect(new HostedPage(tab).screen('start')).toBeVisible()
  await tab.close()
  await hosted.begin()
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})

test('a link that nobody opened in time has expired', async ({ cameraPage, ownServer, partnerSite }) => {
  const dataDir = await createDataDir()
  const before = await startBff({ dataDir, env: ONE_ENGINE })
  const partner = await createPartner(before, partnerSite)
  const applicantId = await partner.enrol(await portraitPhoto('ada'))
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  await before.stop()

  const later = await ownServer({
    dataDir,
    port: before.port,
    env: {
      ...ONE_ENGINE,
      NODE_OPTIONS: `--import ${new URL('../fixtures/later-clock.ts', import.meta.url)}`,
      CLOCK_AHEAD_MS: String((DEFAULT_LINK_LIFETIME_S + 1) * 1000),
    },
  })
  const page = await cameraPage({ scene: 'portrait' }, { origin: later.url })
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await expect(hosted.screen('link-expired')).toBeVisible()
  expect((await partner.readAttempt(started)).status).toBe('expired')
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('retry_required')
})
