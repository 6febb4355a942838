import { present, readOutcome } from '../fixtures/present.ts'
import { expect, test } from '../fixtures/test.ts'

// What does not turn, whatever else the machine does. Its sisters, which have to turn in time, are in `liveness.spec.ts`.

for (const species of ['flat-print', 'bent-print', 'screen'] as const) {
  test(`${species}: does not turn, so no turn of it is sent`, async ({
    cameraPage,
    partner,
    partnerSite,
  }) => {
    const { started, turns } = await present(species, { cameraPage, partner, partnerSite })
    // The time of the first challenge ran out.
    await expect.poll(() => turns.dealt.length).toBe(2)
    expect(turns).toMatchObject({ dealt: [[expect.any(String)], [expect.any(String)]], sent: 0 })
    expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')
  })
}

test('photo-swap: nothing of it is sent, and the page asks at last what would help', async ({
  cameraPage,
  partner,
  partnerSite,
}) => {
  const { hosted, started, turns } = await present('photo-swap', { cameraPage, partner, partnerSite })
  await expect(hosted.screen('turn-ways')).toBeVisible()
  expect(turns.dealt).toHaveLength(3)
  expect(turns.sent).toBe(0)
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')
})

for (const species of ['raster-print', 'phone'] as const) {
  test(`${species}: held still where the head is to be turned, declined`, async ({
    cameraPage,
    partner,
    partnerSite,
  }) => {
    const { started, turns, back } = await present(species, { cameraPage, partner, partnerSite })
    await expect(back).toBeVisible({ timeout: 120_000 })
    expect(turns.sent).toBe(0)
    expect(await partner.read(started.faceAuthenticationId)).toMatchObject({
      status: 'declined',
      response_codes: [{ code: 62305 }],
      risk_labels: ['face_not_live'],
    })
    expect((await readOutcome(partner, started)).liveness).toMatchObject({
      result: 'failed',
      certified: false,
    })
  })
}

for (const [species, what] of [
  ['head', 'a person who does not turn'],
  ['flat-print', 'a fine print, which the look at the picture takes for one'],
] as const) {
  test(`${species}: ${what}, not declined, and offered the other ways`, async ({
    cameraPage,
    partner,
    partnerSite,
  }) => {
    const setting = { cameraPage, partner, partnerSite }
    const { hosted, page, started, turns } = await present(species, setting, { camera: { holdsStill: true } })
    const looked = page.waitForResponse((answer) => answer.url().endsWith('/capture/selfie'))
    expect(await (await looked).json()).toEqual({ next: 'turn', again: true })
    await expect(hosted.screen('turn-ways')).toBeVisible()
    await expect(page.getByTestId('turn-trouble')).toHaveAttribute('data-code', 'slow')
    await expect(page.getByTestId('more-time')).toBeVisible()
    expect(turns.sent).toBe(0)
    expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')
    await page.getByTestId('more-time').click()
    await expect(hosted.screen('turn')).toBeVisible()
  })
}

for (const [species, what, status, result] of [
  [
    'raster-print',
    'a coarse print for a journey that looks at the picture alone, declined',
    'declined',
    'failed',
  ],
  [
    'phone',
    'a phone that is held up for a journey that looks at the picture alone, declined',
    'declined',
    'failed',
  ],
  ['flat-print', 'for a journey that looks at the picture alone, known to pass', 'approved', 'passed'],
  ['screen', 'for a journey that looks at the picture alone, known to pass', 'approved', 'passed'],
] as const) {
  test(`${species}: ${what}`, async ({ cameraPage, partner, partnerSite }) => {
    const setting = { cameraPage, partner, partnerSite }
    const { started, back } = await present(species, setting, { liveness_policy: 'passive' })
    await expect(back).toBeVisible()
    expect(await readOutcome(partner, started)).toMatchObject({
      status,
      liveness: { result, method: 'passive', certified: false },
    })
  })
}
