import { portraitPhoto } from '@visavis/testing/camera'
import { readOutcome, start } from '../fixtures/present.ts'
import { FILM_SEEDS, film, sendTurns } from '../fixtures/send-turns.ts'
import { expect, test } from '../fixtures/test.ts'

// The page sends nothing of what does not turn. Whoever leaves the page out sends it all the same.
for (const species of ['flat-print', 'bent-print', 'screen'] as const) {
  test(`${species}: sent without the page, declined`, async ({ partner, partnerSite }) => {
    const started = await start(partner, partnerSite.redirectUrl, { liveness_policy: 'active' })
    let answer = await sendTurns(started.verificationUrl, await film(species))
    // Bent to the left, the print is not seen to turn: where that is dealt twice, it is asked for again.
    for (let seed = 1 + FILM_SEEDS; answer.next === 'turn' && seed < 6 * FILM_SEEDS; seed += FILM_SEEDS) {
      answer = await sendTurns(started.verificationUrl, await film(species, seed))
    }
    expect(answer).toMatchObject({ next: 'done' })
    expect(await readOutcome(partner, started)).toMatchObject({
      status: 'declined',
      liveness: { result: 'failed', method: 'active', certified: false },
    })
  })
}

test('face-relief: a mask, sent without the page, known to pass', async ({ partner, partnerSite }) => {
  const started = await start(partner, partnerSite.redirectUrl, { liveness_policy: 'active' })
  await sendTurns(started.verificationUrl, await film('face-relief'))
  expect(await readOutcome(partner, started)).toMatchObject({
    status: 'approved',
    liveness: { result: 'passed', method: 'active', certified: false },
  })
})

test('photo-swap: sent without the page, asked for again', async ({ partner, partnerSite }) => {
  const started = await start(partner, partnerSite.redirectUrl, { liveness_policy: 'active' })
  expect(await sendTurns(started.verificationUrl, await film('photo-swap'))).toEqual({
    next: 'turn',
    again: true,
  })
  expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')
})

test('head: pictures of yesterday, sent without the page, do what they are asked to; the selfie is known', async ({
  partner,
  partnerSite,
}) => {
  const recorded = await film('head')
  const applicantId = await partner.enrol(await portraitPhoto('ada'))
  const journey = await partner.createJourney({ liveness_policy: 'active', replay_check: 'refuse' })
  const send = async () => {
    const started = await partner.start(applicantId, partnerSite.redirectUrl, journey)
    await sendTurns(started.verificationUrl, recorded)
    return partner.readAttempt(started)
  }
  expect(await send()).toMatchObject({ details: { liveness: { result: 'passed', method: 'active' } } })
  const again = await send()
  expect(again.response_codes.map(({ code }) => code)).toEqual([62902])
  expect(again.details?.liveness).toMatchObject({ result: 'passed', method: 'active' })
})

test('head: the first turn sent for the second one too, declined', async ({ partner, partnerSite }) => {
  const { turns, selfie } = await film('head')
  const [{ left = [] } = {}] = turns
  const started = await start(partner, partnerSite.redirectUrl, { liveness_policy: 'active' })
  const same = { left, right: left }
  await sendTurns(started.verificationUrl, { turns: [same, same], selfie })
  expect(await readOutcome(partner, started)).toMatchObject({
    status: 'declined',
    liveness: { result: 'failed', method: 'active', certified: false },
  })
})
