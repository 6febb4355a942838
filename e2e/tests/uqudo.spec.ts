/** What vendors do to people, with uqudo's sandbox: away, left, out of reach. */
import type { Page } from '@playwright/test'
import { test as base, expect } from '../fixtures/vendor-test.ts'
import { HostedPage } from '../pages/HostedPage.ts'
import { VendorPage } from '../pages/VendorPage.ts'

const SELFIE = { capture: 'selfie' }
const SESSION = { capture: 'session', browser_gets_account_token: true }

interface Link {
  page: Page
  hosted: HostedPage
  open: () => Promise<void>
  readStatus: () => Promise<string>
}

const test = base.extend<{ link: (settings: object, expectedStatuses?: number[]) => Promise<Link> }>({
  /** A link of a journey with uqudo, and a page to open it in. */
  link: async ({ applicantId, cameraPage, partner, partnerSite, uqudo }, use) => {
    await use(async (settings, expectedStatuses = []) => {
      await partner.change({ provider: 'uqudo', provider_settings: { ...uqudo.credentials, ...settings } })
      const started = await partner.start(applicantId, partnerSite.redirectUrl)
      const page = await cameraPage(
        { scene: 'portrait' },
        { expectedStatuses, otherOrigins: settings === SESSION ? [uqudo.origin] : [] },
      )
      const hosted = new HostedPage(page)
      return {
        page,
        hosted,
        open: async () => {
          await hosted.open(started.verificationUrl)
          await hosted.begin()
        },
        readStatus: async () => (await partner.read(started.faceAuthenticationId)).status,
      }
    })
  },
})

test.afterEach(({ uqudo }) => {
  uqudo.faults.clear()
  uqudo.verdicts.clear()
})

test('a vendor that is down is said so, and the same picture goes again', async ({
  link,
  partnerSite,
  uqudo,
}) => {
  const { page, hosted, open, readStatus } = await link(SELFIE, [503])
  uqudo.faults.add({ kind: 'status', status: 503, path: '/api/v1/face' })
  await open()
  await expect(hosted.screen('problem').getByTestId('problem')).toHaveAttribute('data-code', 'unavailable')
  expect(await readStatus()).toBe('capture_in_progress')

  uqudo.faults.clear()
  await hosted.screen('problem').getByRole('button', { name: 'Try again' }).click()
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect(await readStatus()).toBe('approved')
})

test('a vendor that is down before it begins is tried again from the start', async ({ link, uqudo }) => {
  const { page, hosted, open } = await link(SESSION, [503])
  uqudo.faults.add({ kind: 'status', status: 503, path: '/api/v1/face' })
  await open()
  await expect(hosted.screen('problem').getByTestId('problem')).toHaveAttribute('data-code', 'unavailable')
  uqudo.faults.clear()
  await hosted.screen('problem').getByRole('button', { name: 'Try again' }).click()
  await expect(VendorPage.byScript(page).around).toBeVisible()
})

test('who cancels in the vendor’s script comes back, and may try again', async ({ link, partnerSite }) => {
  const { page, open, readStatus } = await link(SESSION)
  await open()
  await VendorPage.byScript(page).cancel()
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect(new URL(page.url()).searchParams.get('event')).toBe('face_authentication_capture_aborted')
  expect(await readStatus()).toBe('retry_required')
})

test('a page loaded again goes on with the vendor', async ({ link, partnerSite }) => {
  const { page, open, readStatus } = await link(SESSION)
  const vendor = VendorPage.byScript(page)
  await open()
  await expect(vendor.around).toBeVisible()
  await page.reload()
  await vendor.take()
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect(await readStatus()).toBe('approved')
})
