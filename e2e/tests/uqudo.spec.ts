/** What vendors do to people, with uqudo's sandbox: away, left, out of reach. */
import { expect, test } from '../fixtures/vendor-test.ts'
import { HostedPage } from '../pages/HostedPage.ts'
import { VendorPage } from '../pages/VendorPage.ts'

const SELFIE = { capture: 'selfie' }
const SESSION = { capture: 'session', browser_gets_account_token: true }

test.afterEach(({ uqudo }) => {
  uqudo.faults.clear()
  uqudo.verdicts.clear()
})

test('a vendor that is down is said so, and the same picture goes again', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
  uqudo,
}) => {
  await partner.change({ provider: 'uqudo', provider_settings: { ...uqudo.credentials, ...SELFIE } })
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' }, { expectedStatuses: [503] })
  const hosted = new HostedPage(page)
  uqudo.faults.add({ kind: 'status', status: 503, path: '/api/v1/face' })
  await hosted.open(started.verificationUrl)
  await hosted.begin()
  await expect(hosted.screen('problem').getByTestId('problem')).toHaveAttribute('data-code', 'unavailable')
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')

  uqudo.faults.clear()
  await hosted.screen('problem').getByRole('button', { name: 'Try again' }).click()
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})

test('a vendor that is down before it begins is tried again from the start', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
  uqudo,
}) => {
  await partner.change({ provider: 'uqudo', provider_settings: { ...uqudo.credentials, ...SESSION } })
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage(
    { scene: 'portrait' },
    { expectedStatuses: [503], otherOrigins: [uqudo.origin] },
  )
  const hosted = new HostedPage(page)
  uqudo.faults.add({ kind: 'status', status: 503, path: '/api/v1/face' })
  await hosted.open(started.verificationUrl)
  await hosted.begin()
  await expect(hosted.screen('problem').getByTestId('problem')).toHaveAttribute('data-code', 'unavailable')
  uqudo.faults.clear()
  await hosted.screen('problem').getByRole('button', { name: 'Try again' }).click()
  await expect(VendorPage.byScript(page).around).toBeVisible()
})

test('who cancels in the vendor’s script comes back, and may try again', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
  uqudo,
}) => {
  await partner.change({ provider: 'uqudo', provider_settings: { ...uqudo.credentials, ...SESSION } })
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' }, { otherOrigins: [uqudo.origin] })
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await hosted.begin()
  await VendorPage.byScript(page).cancel()
  await page.waitForURL(`${partnerSite.origin}/**`)
  const query = new URL(page.url()).searchParams
  expect(query.get('event')).toBe('face_authentication_capture_aborted')
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('retry_required')
})

test('a page loaded again goes on with the vendor', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
  uqudo,
}) => {
  await partner.change({ provider: 'uqudo', provider_settings: { ...uqudo.credentials, ...SESSION } })
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' }, { otherOrigins: [uqudo.origin] })
  const hosted = new HostedPage(page)
  const vendor = VendorPage.byScript(page)
  await hosted.open(started.verificationUrl)
  await hosted.begin()
  await expect(vendor.around).toBeVisible()
  await page.reload()
  await vendor.take()
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})
