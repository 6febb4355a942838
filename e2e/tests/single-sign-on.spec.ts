import { type RunningOpenid, startOpenidProvider } from '@visavis/vendor-sandbox/openid'
import { findFreePort } from '../../apps/bff/src/storage/testing/start-postgres.ts'
import { findViolations } from '../fixtures/find-violations.ts'
import { SERVER_TIMEOUT_MS, startServer } from '../fixtures/start-server.ts'
import { test as base, expect } from '../fixtures/test.ts'
import { ConsolePage } from '../pages/ConsolePage.ts'

interface OpenidFixtures {
  port: number
  openid: RunningOpenid
}

const test = base.extend<object, OpenidFixtures>({
  port: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from this pattern
    async ({}, use) => use(await findFreePort()),
    { scope: 'worker' },
  ],
  openid: [
    async ({ port }, use) => {
      const redirectUris = [`http://localhost:${port}/console/oidc/callback`]
      const openid = await startOpenidProvider({ redirectUris })
      await use(openid)
      await openid.close()
    },
    { scope: 'worker' },
  ],
  bff: [
    async ({ openid: { origin, credentials }, port }, use) => {
      const env = {
        CONSOLE_OIDC_ISSUER: origin,
        CONSOLE_OIDC_CLIENT_ID: credentials.clientId,
        CONSOLE_OIDC_CLIENT_SECRET: credentials.clientSecret,
        CONSOLE_OIDC_NAME: 'Acme',
      }
      const bff = await startServer({ port, env })
      await use(bff)
      await bff.stop()
    },
    { scope: 'worker', timeout: SERVER_TIMEOUT_MS },
  ],
})

test('a colleague who is invited by their address signs in at the provider, and confirms there', async ({
  bff,
  cameraPage,
  openid,
}) => {
  openid.accounts.set('cy', { sub: 'cy', email: 'cy@acme.example', email_verified: true })
  openid.accounts.set('eve', { sub: 'eve', email: 'eve@acme.example', email_verified: true })
  // The session is asked for before there is one; eve is not invited; nobody has signed in just now; the provider is down.
  const options = { expectedStatuses: [401, 403, 404, 503], otherOrigins: [openid.origin] }
  const page = await cameraPage({ scene: 'no-camera' }, options)
  const desk = new ConsolePage(page)
  const toProvider = page.getByRole('button', { name: 'Sign in with Acme' })
  const signInAs = async (name: string, at = page) => {
    await at.getByLabel('Name').fill(name)
    await at.getByRole('button', { name: 'Sign in' }).click()
  }

  await test.step('an invitation by e-mail', async () => {
    await desk.plugInAuthenticator()
    await desk.register(bff.consoleInvite)
    await page.getByRole('link', { name: 'Team' }).click()
    await page.getByLabel('Name').fill('Cy')
    await page.getByLabel('Role').selectOption('admin')
    await page.getByLabel('E-mail').fill('Cy@acme.example')
    await page.getByRole('button', { name: 'Make the link' }).click()
    await expect(page.getByText('The link for Cy')).toBeVisible()
    await expect(page.getByRole('table', { name: /Open invitations/ })).toContainText('cy@acme.example')
    await desk.signOut()
  })

  await test.step('nobody else is let in, and is told what to do', async () => {
    expect(await findViolations(page, (axe) => axe)).toEqual([])
    openid.isDown = true
    await toProvider.click()
    await expect(page.getByRole('alert').filter({ hasText: 'does not answer' })).toBeVisible()
    openid.isDown = false
    await toProvider.click()
    await signInAs('eve')
    await expect(desk.heading).toHaveText('Not signed in')
    await expect(page.getByRole('alert')).toContainText('ask an admin to invite you')
    expect(new URL(page.url()).search).toBe('')
    await page.getByRole('link', { name: 'Back to the sign-in page' }).click()
    await page.context().clearCookies({ domain: '127.0.0.1' })
  })

  await test.step('through the provider, which does not say since when it has known them', async () => {
    openid.forgery.claims = ({ auth_time: _, ...claims }) => claims
    await toProvider.click()
    await signInAs('cy')
    await expect(desk.heading).toHaveText('Overview')
    await page.reload()
    await expect(desk.heading).toHaveText('Overview')
    openid.forgery = {}
  })

  await test.step('once more, in a tab of its own: nothing is lost of what was typed', async () => {
    await page.getByRole('link', { name: 'Team' }).click()
    await page.getByLabel('Name').fill('Dan')
    await page.getByRole('button', { name: 'Make the link' }).click()
    const opened = page.context().waitForEvent('page')
    await page.getByRole('link', { name: 'Confirm in a new tab' }).click()
    const tab = await opened
    await tab.getByRole('button', { name: 'Go on to Acme' }).click()
    await signInAs('cy', tab)
    await expect(tab.getByRole('heading', { name: 'Confirmed' })).toBeVisible()
    await tab.close()
    await page.getByRole('button', { name: 'Make the link' }).click()
    await expect(page.getByText('The link for Dan')).toBeVisible()
  })
})
