/** A journey changes its vendor by one setting; what the partner does and reads stays the same. */
import type { Page } from '@playwright/test'
import { portraitPhoto } from '@visavis/testing/camera'
import { addUser, register } from '@visavis/vendor-sandbox/entrust'
import { addVerification, setWebhookUrl } from '@visavis/vendor-sandbox/idenfy'
import { goOnWithPhone } from '../fixtures/go-on-with-phone.ts'
import type { CameraPage } from '../fixtures/test.ts'
import { expect, test } from '../fixtures/vendor-test.ts'
import { HostedPage } from '../pages/HostedPage.ts'
import { VendorPage } from '../pages/VendorPage.ts'

const { byScript, inFrame } = VendorPage
const VENDORS = [
  { name: 'embedded', sandbox: undefined, settings: {}, openVendor: undefined },
  { name: 'uqudo', sandbox: 'uqudo', settings: { capture: 'selfie' }, openVendor: undefined },
  {
    name: 'uqudo, face session',
    sandbox: 'uqudo',
    settings: { capture: 'session', browser_gets_account_token: true },
    openVendor: byScript,
  },
  { name: 'yoti', sandbox: 'yoti', settings: {}, openVendor: inFrame },
] as const

for (const { name, sandbox, settings, openVendor } of VENDORS) {
  for (const [scene, status] of [
    ['portrait', 'approved'],
    ['other-person', 'declined'],
  ] as const) {
    test(`${name}: ${scene} is ${status}`, async ({
      applicantId,
      cameraPage,
      partner,
      partnerSite,
      uqudo,
      yoti,
    }) => {
      const vendor = sandbox && { uqudo, yoti }[sandbox]
      await partner.change({
        provider: sandbox ?? 'embedded',
        provider_settings: { ...vendor?.credentials, ...settings },
      })
      const started = await partner.start(applicantId, partnerSite.redirectUrl)
      const page = await cameraPage({ scene }, { otherOrigins: vendor && openVendor ? [vendor.origin] : [] })
      const hosted = new HostedPage(page)
      await hosted.open(started.verificationUrl)
      await hosted.begin()
      if (openVendor) {
        const shown = openVendor(page)
        await expect(shown.around).toBeVisible()
        await expect(async () => {
          if (page.url().startsWith(partnerSite.origin)) return
          // It may want another try; its button waits while it compares, and is gone once it has done so.
          await shown.take({ timeout: 1000 })
          await page.waitForURL(`${partnerSite.origin}/**`, { timeout: 1000 })
        }).toPass()
      }
      await page.waitForURL(`${partnerSite.origin}/**`)
      await expect.poll(async () => (await partner.read(started.faceAuthenticationId)).status).toBe(status)
    })
  }
}

/** Vendors that compare with something of their own: the person is known there before. */
for (const [scene, status, device] of [
  ['portrait', 'approved', 'computer'],
  ['other-person', 'declined', 'phone'],
] as const) {
  /** Begins where the camera is; the browser that goes back to the partner is the first one. */
  const begin = async (page: Page, cameraPage: CameraPage, verificationUrl: string): Promise<Page> => {
    const hosted = new HostedPage(page)
    const isHere = device === 'computer'
    const first = isHere ? page : await cameraPage({ scene: 'no-camera' }, { expectedStatuses: [401] })
    await (isHere ? hosted.open(verificationUrl) : goOnWithPhone(first, page, verificationUrl))
    await hosted.begin()
    return first
  }

  test(`idenfy, on a ${device}: ${scene} is ${status}`, async ({
    bff,
    cameraPage,
    idenfy,
    partner,
    partnerSite,
  }) => {
    await setWebhookUrl(idenfy, `${bff.url}/vendor/idenfy/${partner.userJourneyId}`)
    const settings = { ...idenfy.credentials, digit_string: true }
    await partner.change({ provider: 'idenfy', provider_settings: settings })
    const scanRef = await addVerification(idenfy, await portraitPhoto('ada'))
    const applicantId = await partner.note({ provider: 'idenfy', vendor_reference: scanRef })
    const started = await partner.start(applicantId, partnerSite.redirectUrl)
    const page = await cameraPage({ scene }, { otherOrigins: [idenfy.origin] })
    const first = await begin(page, cameraPage, started.verificationUrl)
    const shown = inFrame(page)
    await expect(shown.around).toContainText(/service’s app: \d{8}/)
    await shown.take()
    await first.waitForURL(`${partnerSite.origin}/**`)
    await expect.poll(async () => (await partner.read(started.faceAuthenticationId)).status).toBe(status)
  })

  test(`entrust, on a ${device}: ${scene} is ${status}`, async ({
    cameraPage,
    entrust,
    partner,
    partnerSite,
  }) => {
    await partner.change({
      provider: 'entrust',
      provider_settings: { ...entrust.credentials, create_version: 'v1' },
    })
    const { id: owner } = await addUser(entrust.origin)
    const details = await register(entrust.origin, await portraitPhoto('ada'))
    const applicantId = await partner.note({
      at_vendor: { user_journey_id: partner.userJourneyId, owner, details },
    })
    const started = await partner.start(applicantId, partnerSite.redirectUrl)
    const page = await cameraPage({ scene }, { otherOrigins: [entrust.origin] })
    const first = await begin(page, cameraPage, started.verificationUrl)
    const shown = byScript(page)
    await expect(shown.around).toBeVisible()
    await shown.take()
    await first.waitForURL(`${partnerSite.origin}/**`)
    await expect.poll(async () => (await partner.read(started.faceAuthenticationId)).status).toBe(status)
  })
}
