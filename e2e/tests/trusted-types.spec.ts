import { expect, test } from '../fixtures/test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

test('text becomes neither markup nor script in our page, and the capture goes through', async ({
  applicantId,
  bff,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const refusing = await cameraPage(
    { scene: 'portrait' },
    { expectedMessages: /Trusted ?(Type|HTML|ScriptURL|Policy)/i },
  )
  await refusing.goto(`${bff.url}/frame/x`)
  const outcomes = await refusing.evaluate(() => {
    const attempts = [
      () => {
        document.body.innerHTML = '<p>'
      },
      () => new Worker('/widget/assets/other.js'),
      () =>
        (
          window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
        ).trustedTypes.createPolicy('other', {}),
    ]
    return attempts.map((attempt) => {
      try {
        attempt()
        return 'done'
      } catch (error) {
        return (error as Error).name
      }
    })
  })
  expect(outcomes).toEqual(['TypeError', 'TypeError', 'TypeError'])
  await refusing.close()

  // Nobody presses the button for the picture, so the worker runs; `cameraPage` fails on whatever the console shows.
  const started = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' })
  const hosted = new HostedPage(page)
  await hosted.open(started.verificationUrl)
  await hosted.begin()
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
})

test('the worker starts too where its code came at the second try', async ({
  applicantId,
  cameraPage,
  partner,
  partnerSite,
}) => {
  const { verificationUrl } = await partner.start(applicantId, partnerSite.redirectUrl)
  const page = await cameraPage({ scene: 'portrait' }, { expectedMessages: /ERR_FAILED/ })
  let tries = 0
  await page.route('**/assets/on-device-*.js*', (route) => {
    tries += 1
    return tries === 1 ? route.abort() : route.continue()
  })
  const hosted = new HostedPage(page)
  await hosted.open(verificationUrl)
  await expect.poll(() => tries).toBe(2)
  // Nobody presses the button for the picture.
  await hosted.begin()
  await page.waitForURL(`${partnerSite.origin}/**`)
  expect(tries).toBe(2)
})
