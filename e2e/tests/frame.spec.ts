import type { Page } from '@playwright/test'
import { portraitPhoto } from '@visavis/testing/camera'
import { startYotiSandbox } from '@visavis/vendor-sandbox/yoti'
import type { RunningBff } from '../../scripts/start-bff.ts'
import { createPartner, type Partner } from '../fixtures/partner.ts'
import { SERVER_TIMEOUT_MS, startServer } from '../fixtures/start-server.ts'
import { test as base, expect } from '../fixtures/test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

type Sandbox = Awaited<ReturnType<typeof startYotiSandbox>>

/** A vendor whose page stands in a frame of ours, and a person whose picture is here. */
const test = base.extend<
  object,
  { vendor: Sandbox; ours: RunningBff; known: { partner: Partner; journeyId: string; applicantId: string } }
>({
  vendor: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from this pattern
    async ({}, use) => {
      const vendor = await startYotiSandbox()
      await use(vendor)
      await vendor.close()
    },
    { scope: 'worker', timeout: SERVER_TIMEOUT_MS },
  ],
  ours: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from this pattern
    async ({}, use) => {
      const ours = await startServer({ env: { VENDOR_ALLOW_PRIVATE: '1' } })
      await use(ours)
      await ours.stop()
    },
    { scope: 'worker', timeout: SERVER_TIMEOUT_MS },
  ],
  known: [
    async ({ vendor, ours, partnerSite }, use) => {
      const partner = await createPartner(ours, partnerSite)
      const settings = { provider: 'yoti', provider_settings: vendor.credentials }
      const journeyId = await partner.createJourney(settings)
      await use({ partner, journeyId, applicantId: await partner.enrol(await portraitPhoto('ada')) })
    },
    { scope: 'worker', timeout: SERVER_TIMEOUT_MS },
  ],
})

const agree = (page: Page) =>
  new HostedPage(page).screen('vendor-start').getByRole('button', { name: 'Agree and start' }).click()
const vendorFrame = (page: Page) => new HostedPage(page).screen('vendor-frame').frameLocator('iframe')

const cases = [
  { who: 'the enrolled person', scene: 'portrait', expected: 'approved 10000' },
  { who: 'another person', scene: 'other-person', expected: 'declined 62321' },
] as const

for (const { who, scene, expected } of cases) {
  test(`${who} is taken by the vendor's page in the frame: ${expected}`, async ({
    vendor,
    ours,
    known: { partner, journeyId, applicantId },
    cameraPage,
    partnerSite,
  }) => {
    const started = await partner.start(applicantId, partnerSite.redirectUrl, journeyId)
    const page = await cameraPage({ scene }, { origin: ours.url, otherOrigins: [vendor.origin] })
    await new HostedPage(page).open(started.verificationUrl)
    await agree(page)
    await vendorFrame(page).getByTestId('take').click()
    await page.waitForURL(`${partnerSite.origin}/**`)

    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      order: '42',
      id: started.faceAuthenticationId,
      event: 'face_authentication_capture_completed',
    })
    const { status, response_codes } = await partner.read(started.faceAuthenticationId)
    expect([status, ...response_codes.map(({ code }) => code)].join(' ')).toBe(expected)
    expect((await partner.readAttempt(started)).status).toBe('completed')
    // The page learnt its token by a message.
    const pages = vendor.requests.filter((request) => request.includes('/web/index.html'))
    expect(new Set(pages)).toEqual(new Set(['GET /idverify/v1/web/index.html']))
    expect(ours.output()).not.toContain('PRIVATE KEY')
  })
}

test('whoever leaves the frame is back at the partner, and the vendor keeps nothing', async ({
  vendor,
  ours,
  known: { partner, journeyId, applicantId },
  cameraPage,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl, journeyId)
  const page = await cameraPage({ scene: 'portrait' }, { origin: ours.url, otherOrigins: [vendor.origin] })
  await new HostedPage(page).open(started.verificationUrl)
  await agree(page)
  await expect(vendorFrame(page).getByTestId('take')).toBeEnabled()
  await new HostedPage(page)
    .screen('vendor-frame')
    .getByRole('button', { name: 'Cancel', exact: true })
    .click()
  await page.waitForURL(`${partnerSite.origin}/**`)

  expect(new URL(page.url()).searchParams.get('response_code')).toBe('61121')
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('retry_required')
  expect(vendor.requests.at(-1)).toMatch(/^DELETE \/idverify\/v1\/sessions\//)
})

test('without a camera it ends, and says so', async ({
  vendor,
  ours,
  known: { partner, journeyId, applicantId },
  cameraPage,
  partnerSite,
}) => {
  const started = await partner.start(applicantId, partnerSite.redirectUrl, journeyId)
  const page = await cameraPage({ scene: 'no-camera' }, { origin: ours.url, otherOrigins: [vendor.origin] })
  await new HostedPage(page).open(started.verificationUrl)
  await agree(page)
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect(new URL(page.url()).searchParams.get('response_code')).toBe('61203')
})
