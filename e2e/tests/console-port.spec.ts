/** The console at a port of its own: sign-in, pictures and the preview of a journey work there, and nothing of it is at the main one. */
import { portraitPhoto } from '@visavis/testing/camera'
import { captureByHand } from '../fixtures/capture-by-hand.ts'
import { SERVER_TIMEOUT_MS, startServer } from '../fixtures/start-server.ts'
import { test as base, expect } from '../fixtures/test.ts'
import { ConsolePage } from '../pages/ConsolePage.ts'

const test = base.extend<object, object>({
  bff: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from this pattern
    async ({}, use) => {
      const bff = await startServer({ env: { CONSOLE_PORT: '0' } })
      await use(bff)
      await bff.stop()
    },
    { scope: 'worker', timeout: SERVER_TIMEOUT_MS },
  ],
})

test('the desk at its own port: in, a picture, a journey as people see it', async ({
  bff,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const { origin } = new URL(bff.consoleInvite)
  expect(origin).toMatch(/^http:\/\/localhost:\d+$/)
  expect(origin).not.toBe(bff.url)
  for (const path of ['/console', '/console/team', '/console/api/me']) {
    expect((await fetch(`${bff.url}${path}`)).status, path).toBe(404)
  }
  for (const path of ['/verify/x', '/openapi.json', '/applicants', '/demo']) {
    expect((await fetch(`${origin}${path}`)).status, path).toBe(404)
  }
  const applicantId = await partner.enrol(await portraitPhoto('ada'))
  const begun = await partner.start(applicantId, partnerSite.redirectUrl)
  await captureByHand(begun.verificationUrl, await portraitPhoto('ada'))

  // The session is asked for before there is one.
  const page = await cameraPage({ scene: 'no-camera' }, { origin, expectedStatuses: [401] })
  const desk = new ConsolePage(page)
  await desk.plugInAuthenticator()
  await page.goto(`${origin}/`)
  await expect(desk.heading).toHaveText('Sign in')
  await desk.register(bff.consoleInvite)
  await desk.signOut()
  await desk.signIn()

  await page.getByRole('link', { name: 'Face authentications', exact: true }).click()
  await expect(desk.heading).toHaveText('Face authentications')
  await desk.rows.getByRole('link').first().click()
  await page.getByRole('button', { name: 'Show the picture', exact: true }).click()
  await expect(page.getByRole('img', { name: 'Selfie of attempt 1' })).toBeVisible()

  await page.getByRole('link', { name: 'Journeys' }).click()
  await expect(desk.heading).toHaveText('Journeys')
  await desk.rows.getByRole('link').first().click()
  const preview = page.frameLocator('iframe[title="The capture page as a preview"]')
  await expect(preview.getByRole('heading', { level: 1 })).toBeVisible()
  const lines = page.locator('details pre')
  await expect(lines.filter({ hasText: bff.url })).not.toHaveCount(0)
  for (const line of await lines.allTextContents()) expect(line).not.toContain(origin)

  await page.getByRole('link', { name: 'Team' }).click()
  await expect(desk.heading).toHaveText('Team')
  await page.getByLabel('Name').fill('Cy')
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByText(`${origin}/console/invite#`)).toBeVisible()
})
