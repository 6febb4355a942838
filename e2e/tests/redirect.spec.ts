import { portraitPhoto } from '@visavis/testing/camera'
import type { RunningBff } from '../../scripts/start-bff.ts'
import { goOnWithPhone } from '../fixtures/go-on-with-phone.ts'
import { createPartner } from '../fixtures/partner.ts'
import { SERVER_TIMEOUT_MS, startServer } from '../fixtures/start-server.ts'
import { test as base, expect } from '../fixtures/test.ts'
import { dialogHost } from '../hosts/host-pages.ts'
import { EmbeddingPage } from '../pages/EmbeddingPage.ts'
import { HostedPage } from '../pages/HostedPage.ts'

/** Two servers, each a process: ours, and one whose partner we are. It speaks the API of the vendor `checkout`. */
const test = base.extend<
  object,
  { vendor: RunningBff; ours: RunningBff; away: Awaited<ReturnType<typeof setUp>> }
>({
  vendor: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from this pattern
    async ({}, use) => {
      const vendor = await startServer({ env: { WEBHOOK_ALLOW_PRIVATE: '1' } })
      await use(vendor)
      await vendor.stop()
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
  away: [
    async ({ vendor, ours, partnerSite }, use) => use(await setUp(vendor, ours, partnerSite)),
    { scope: 'worker', timeout: SERVER_TIMEOUT_MS },
  ],
})

const setUp = async (vendor: RunningBff, ours: RunningBff, partnerSite: { origin: string }) => {
  const atVendor = await createPartner(vendor, { origin: ours.url })
  const person = await atVendor.enrol(await portraitPhoto('ada'))
  const partner = await createPartner(ours, partnerSite, {
    provider: 'checkout',
    provider_settings: {
      base_url: vendor.url,
      secret_key: vendor.apiKey,
      user_journey_id: atVendor.userJourneyId,
    },
  })
  const applicantId = await partner.note({ provider: 'checkout', vendor_reference: person })
  return { partner, applicantId }
}

const cases = [
  { who: 'the person the vendor knows', device: 'computer', scene: 'portrait', expected: 'approved 10000' },
  { who: 'another person', device: 'phone', scene: 'other-person', expected: 'declined 62321' },
] as const

for (const { who, device, scene, expected } of cases) {
  test(`${who} goes by ${device} to the vendor's page and comes back: ${expected}`, async ({
    vendor,
    ours,
    away,
    cameraPage,
    partnerSite,
  }) => {
    const { partner, applicantId } = away
    const started = await partner.start(applicantId, partnerSite.redirectUrl)
    const page = await cameraPage({ scene }, { origin: ours.url, otherOrigins: [vendor.url] })
    const hosted = new HostedPage(page)
    const first =
      device === 'computer'
        ? page
        : await cameraPage({ scene: 'no-camera' }, { origin: ours.url, expectedStatuses: [401] })
    await (first === page
      ? hosted.open(started.verificationUrl)
      : goOnWithPhone(first, page, started.verificationUrl))
    await hosted.beginAtVendor()
    await page.waitForURL(`${vendor.url}/verify/**`)
    expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')

    await hosted.begin()
    await first.waitForURL(`${partnerSite.origin}/**`)
    if (first !== page) await expect(hosted.screen('done')).toContainText('Back to your other device')
    expect(Object.fromEntries(new URL(first.url()).searchParams)).toEqual({
      order: '42',
      id: started.faceAuthenticationId,
      event: 'face_authentication_capture_completed',
    })
    const { status, response_codes } = await partner.read(started.faceAuthenticationId)
    expect([status, ...response_codes.map(({ code }) => code)].join(' ')).toBe(expected)
    expect((await partner.readAttempt(started)).status).toBe('completed')
    expect(ours.output()).not.toContain(vendor.apiKey)
  })
}

test("from a frame the vendor's page opens beside it, as does the way without a face", async ({
  vendor,
  ours,
  away: { partner, applicantId },
  cameraPage,
  partnerSite,
}) => {
  await partner.change({ alternative_url: partnerSite.redirectUrl })
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' }, { origin: ours.url, otherOrigins: [vendor.url] })
  const host = new EmbeddingPage(page)
  const shop = partnerSite.serve(dialogHost({ visavis: ours.url, ...started }))
  await host.open(shop)
  await page.getByRole('button', { name: 'Sign in' }).click()
  const frame = await host.frame()
  const openBeside = async (name: string) => {
    const opened = page.waitForEvent('popup')
    await frame.getByRole('link', { name }).click()
    return opened
  }
  const otherWay = await openBeside('Choose another way')
  await otherWay.waitForURL(partnerSite.redirectUrl)
  await otherWay.close()
  expect(page.url()).toBe(shop)

  await new HostedPage(frame).beginAtVendor()
  const beside = await openBeside('Open the check')
  await new HostedPage(beside).begin()
  await beside.waitForURL(`${partnerSite.origin}/**`)
  expect(await host.hear('capture.completed')).toMatchObject({ id: started.faceAuthenticationId })
  await host.hear('closed')
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})

test('whoever says no at the vendor has said no', async ({ vendor, ours, away, cameraPage, partnerSite }) => {
  const started = await away.partner.start(away.applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' }, { origin: ours.url, otherOrigins: [vendor.url] })
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await hosted.beginAtVendor()
  await page.waitForURL(`${vendor.url}/verify/**`)
  await hosted.refuse()
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect(new URL(page.url()).searchParams.get('response_code')).toBe('63001')
  const { status } = await away.partner.read(started.faceAuthenticationId)
  expect(status).toBe('refused')
})

test('a vendor that is down: the person is told, and can go on when it is back', async ({
  cameraPage,
  partnerSite,
  ours,
  ownServer,
}) => {
  const vendor = await startServer()
  const { partner, applicantId } = await setUp(vendor, ours, partnerSite)
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage(
    { scene: 'portrait' },
    { origin: ours.url, otherOrigins: [vendor.url], expectedStatuses: [503] },
  )
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await expect(hosted.screen('vendor-start')).toBeVisible()
  await vendor.kill()
  await hosted.beginAtVendor()
  await expect(hosted.screen('problem')).toBeVisible()
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')
  await ownServer({ dataDir: vendor.dataDir, port: vendor.port, env: { ENGINE_WORKERS: '1' } })
  await hosted.screen('problem').getByRole('button').first().click()
  await page.waitForURL(`${vendor.url}/verify/**`)
})
