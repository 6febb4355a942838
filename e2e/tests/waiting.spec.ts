import type { CaptureSession } from '@visavis/shared/capture-api'
import { empty, hang, openScreen, type ScreenCase } from '../fixtures/screen-cases.ts'
import { expect, test } from '../fixtures/test.ts'

const AGREED: Partial<CaptureSession> = { consent_given: true }

/** Requests that never come back. */
const CASES: readonly ScreenCase[] = [
  { name: 'the session', arrange: hang('**/capture/session'), ready: '[data-testid=screen-loading]' },
  {
    name: 'the outcome',
    session: { ...AGREED, next: { next: 'wait' } },
    arrange: hang('**/capture/next'),
    ready: '[data-testid=screen-waiting]',
  },
  {
    name: 'a code for the phone',
    session: { handoff: true },
    arrange: hang('**/capture/handoff'),
    act: (page) => page.getByTestId('use-phone').click(),
    ready: '[data-testid=screen-handoff]',
  },
  {
    name: 'the goodbye',
    arrange: hang('**/capture/refuse'),
    act: (page) => page.getByRole('button', { name: 'No thanks' }).click(),
    ready: '[data-testid=screen-done]',
  },
  {
    name: 'a picture that is compared',
    session: AGREED,
    arrange: async (page) => {
      await page.route('**/capture/selfie', (route) => route.fulfill({ json: { next: 'wait' } }))
      await hang('**/capture/next')(page)
      // No engine: the button is there at once.
      await empty('**/engine/**')(page)
    },
    act: (page) => page.getByRole('button', { name: 'Take the photo' }).click(),
    ready: '[data-testid=screen-upload]:has([data-testid=slow])',
  },
]

for (const screenCase of CASES) {
  test(`waiting for ${screenCase.name} changes its words, then has a way out`, async ({
    applicantId,
    cameraPage,
    partner,
    partnerSite,
  }) => {
    const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
    const page = await cameraPage({ scene: 'portrait' })
    await page.clock.install()
    await openScreen(page, verificationUrl, screenCase)
    const screen = page.locator(screenCase.ready)
    await expect(screen.getByTestId('slow')).toBeEmpty()
    await page.clock.runFor(8500)
    await expect(screen.getByTestId('slow')).toContainText('longer than usual')
    await page.clock.runFor(13_000)
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  })
}
