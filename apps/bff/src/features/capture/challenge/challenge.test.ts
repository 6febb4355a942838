import { TURN_DELAYS_MS, TURN_SIDES } from '@visavis/shared/liveness'
import { describe, expect, it } from 'vitest'
import { recover } from '../../../jobs/recover.ts'
import { createBrowserClient } from '../../../testing/clients.ts'
import { fakeFrame } from '../../../testing/fake-frame.ts'
import { openTurns, toOffsets } from '../../../testing/open-turns.ts'

const { test, partner, open, setPolicy, begin, send, turnHead } = await openTurns()
const OVER = { status: 409, body: { code: 'CHALLENGE_OVER', retryable: false } }
const INVALID = { status: 422, body: { code: 'CHALLENGE_FRAMES_INVALID' } }

const findRow = (attemptId: string) =>
  test.deps.database.livenessChallenges.findByOwner({
    tenantId: test.partner.tenantId,
    attemptId,
    faceEnrollmentId: null,
  })
const countFrames = async (challengeId: string) =>
  (await test.deps.database.assets.listByOwner(test.partner.tenantId, challengeId)).length

describe('a journey that asks for turns', () => {
  it('deals them out one at a time, and then asks for the picture', async () => {
    const { browser } = await open()
    expect((await browser.session()).body.next).toEqual({ next: 'turn' })
    const challenge = await begin(browser)
    expect(challenge).toEqual({
      id: expect.stringMatching(/^chl_/),
      step: { n: 1, side: expect.any(String), after_ms: expect.any(Number) },
      steps: 2,
      expires_at: expect.any(String),
    })
    const second = await send(browser, challenge.id, challenge.step)
    expect(second.body).toEqual({
      next: 'turn',
      step: { n: 2, side: expect.any(String), after_ms: expect.any(Number) },
      expires_at: expect.any(String),
    })
    expect((await browser.next()).body).toEqual({ next: 'turn' })
    expect((await send(browser, challenge.id, second.body.step)).body).toEqual({ next: 'capture' })
    expect((await browser.next()).body).toEqual({ next: 'capture' })
  })

  it('draws sides and delays at random, and the second step when the first is here', async () => {
    const drawn = new Set<string>()
    for (let round = 0; round < 15; round += 1) {
      const { browser, attemptId } = await open()
      for (let count = 0; count < 3; count += 1) {
        const { id, step } = await begin(browser)
        const row = await findRow(attemptId)
        expect(row).toMatchObject({ id, step: 1, side: step.side, afterMs: step.after_ms, turns: {} })
        drawn.add(`${step.side} ${step.after_ms}`)
      }
    }
    expect(drawn.size).toBe(TURN_SIDES.length * TURN_DELAYS_MS.length)
  })

  it('takes no picture before', async () => {
    const { browser } = await open()
    const refused = { status: 409, body: { code: 'CHALLENGE_REQUIRED' } }
    expect(await browser.upload()).toMatchObject(refused)
    const { id, step } = await begin(browser)
    expect(await browser.upload()).toMatchObject(refused)
    await send(browser, id, step)
    expect(await browser.upload()).toMatchObject(refused)
  })

  it('takes no picture too long after', async () => {
    const { browser } = await open()
    await turnHead(browser)
    test.clock.skewMs += 120_001
    expect(await browser.upload()).toMatchObject({ body: { code: 'CHALLENGE_REQUIRED' } })
  })

  it('needs consent, and an attempt that is open', async () => {
    const { browser } = await open({ consent: false })
    expect(await browser.post('challenge')).toMatchObject({ status: 409, body: { code: 'CONSENT_REQUIRED' } })
    await browser.refuse()
    expect(await browser.post('challenge')).toMatchObject({ body: { code: 'ATTEMPT_CLOSED' } })
  })

  it('does not open where nobody looks for a living person', async () => {
    const { liveness, ...deps } = test.deps
    Object.assign(test.deps, { liveness: undefined })
    const { token } = await partner.startAttempt()
    const answer = await createBrowserClient(test, token).session()
    Object.assign(test.deps, { ...deps, liveness })
    expect(answer).toMatchObject({ status: 409, body: { code: 'LIVENESS_UNAVAILABLE' } })
  })

  it('gives more time once, to the present step', async () => {
    const { browser } = await open()
    const { id, step, expires_at } = await begin(browser)
    const extended = await browser.post(`challenge/${id}/extension`)
    expect(Date.parse(extended.body.expires_at) - Date.parse(expires_at)).toBe(6000)
    expect(await browser.post(`challenge/${id}/extension`)).toMatchObject(OVER)
    const late = { elapsedMs: step.after_ms + 12_000 + 4000, offsets: toOffsets(step.after_ms + 11_000) }
    const second = await send(browser, id, step, late)
    expect(second.status).toBe(200)
    expect(await browser.post(`challenge/${id}/extension`)).toMatchObject(OVER)
  })
})

it('a journey that asks for none deals none', async () => {
  await setPolicy({ liveness_policy: 'none' })
  const { browser } = await open()
  expect((await browser.session()).body.next).toEqual({ next: 'capture' })
  expect(await browser.post('challenge')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
})

describe('refused as over is', () => {
  it('step 2 before step 1', async () => {
    const { browser, attemptId } = await open()
    const { id, step } = await begin(browser)
    expect(await send(browser, id, { ...step, n: 2 })).toMatchObject(OVER)
    expect(await countFrames(id)).toBe(0)
    expect(await findRow(attemptId)).toMatchObject({ step: 1, turns: {} })
  })

  it('step 1 again, and a step that there is not', async () => {
    const { browser } = await open()
    const { id, step } = await begin(browser)
    await send(browser, id, step)
    expect(await send(browser, id, step)).toMatchObject(OVER)
    for (const n of [0, 3, -1, 1.5]) expect(await send(browser, id, { ...step, n })).toMatchObject(OVER)
  })

  it('step 1 twice at once: one counts', async () => {
    const { browser } = await open()
    const { id, step } = await begin(browser)
    test.clock.skewMs += step.after_ms + 1000
    const answers = await Promise.all([1, 2].map(() => send(browser, id, step, { elapsedMs: 0 })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await countFrames(id)).toBe(1)
  })

  it('a step of a challenge that another one replaced, with its frames gone', async () => {
    const { browser } = await open()
    const first = await begin(browser)
    const { body } = await send(browser, first.id, first.step)
    expect(await countFrames(first.id)).toBe(1)
    const second = await begin(browser)
    expect(await send(browser, first.id, body.step)).toMatchObject(OVER)
    expect(await countFrames(first.id)).toBe(0)
    expect((await send(browser, second.id, second.step)).status).toBe(200)
  })

  it('of two challenges that begin at once all but the later one', async () => {
    const { browser, attemptId } = await open()
    const both = await Promise.all([begin(browser), begin(browser)])
    const row = await findRow(attemptId)
    const [kept, other] = both[0].id === row?.id ? both : [both[1], both[0]]
    expect(kept.id).toBe(row?.id)
    expect(row?.begun).toBe(2)
    expect(await send(browser, other.id, other.step)).toMatchObject(OVER)
    const offsets = toOffsets(kept.step.after_ms)
    expect((await send(browser, kept.id, kept.step, { offsets })).status).toBe(200)
  })

  it('a step of a challenge that was dealt to another token of the same attempt', async () => {
    const { browser, attemptId } = await open()
    const { id, step } = await begin(browser)
    const row = await findRow(attemptId)
    if (!row) throw new Error('it was dealt')
    await test.deps.database.livenessChallenges.put({ ...row, tokenHash: new Uint8Array(32) })
    expect(await send(browser, id, step)).toMatchObject(OVER)
    expect(await countFrames(id)).toBe(0)
  })

  it('a step of the challenge of another attempt', async () => {
    const [one, other] = [await open(), await open()]
    const challenge = await begin(one.browser)
    await begin(other.browser)
    expect(await send(other.browser, challenge.id, challenge.step)).toMatchObject(OVER)
    expect(await other.browser.post(`challenge/${challenge.id}/extension`)).toMatchObject(OVER)
  })

  it('a step that comes before the person was asked', async () => {
    const { browser } = await open()
    const { id, step } = await begin(browser)
    const early = { elapsedMs: 0, offsets: toOffsets(step.after_ms) }
    expect(await send(browser, id, step, early)).toMatchObject(OVER)
    expect(await send(browser, id, step)).toMatchObject(OVER)
  })

  it('a step that comes late', async () => {
    const { browser } = await open()
    const { id, step } = await begin(browser)
    const { body } = await send(browser, id, step)
    const late = { elapsedMs: body.step.after_ms + 11_001 }
    expect(await send(browser, id, body.step, late)).toMatchObject(OVER)
    expect(await countFrames(id)).toBe(0)
    expect((await browser.next()).body).toEqual({ next: 'turn' })
  })

  it.each([
    ['back', -600_000],
    ['forth', 600_000],
  ])('a step while the clock jumps %s', async (_, jumpMs) => {
    const { browser } = await open()
    const { id, step } = await begin(browser)
    test.clock.skewMs += jumpMs
    const answer = await send(browser, id, step)
    test.clock.skewMs -= jumpMs
    expect(answer).toMatchObject(OVER)
  })
})

describe('refused as no frames of a turn are', () => {
  const frames = (count: number) => Array.from({ length: count }, () => fakeFrame())
  it.each([
    ['too few', () => ({ frames: frames(4), offsets: [1600, 1700, 1800, 1900] })],
    ['nine', () => ({ frames: frames(9), offsets: [...toOffsets(1600), 2100, 2200, 2300, 2400] })],
    [
      'a thousand',
      () => ({ frames: frames(1000), offsets: Array.from({ length: 1000 }, (_, at) => 1600 + at) }),
    ],
    ['more than offsets', () => ({ frames: frames(6), offsets: toOffsets(1600) })],
    ['PNGs', () => ({ frames: [...frames(4), new Uint8Array([0x89, 0x50, 0x4e, 0x47])] })],
    ['empty', () => ({ frames: [...frames(4), new Uint8Array()] })],
    ['of 40 megapixels', () => ({ frames: [...frames(4), fakeFrame({ width: 8000, height: 5000 })] })],
    ['too large', () => ({ frames: [...frames(4), fakeFrame({ bytes: 96 * 1024 + 1 })] })],
    ['without offsets', () => ({ offsets: '' })],
    ['with offsets that are no list', () => ({ offsets: '{"0":1}' })],
    ['with offsets that nest', () => ({ offsets: '['.repeat(100) })],
    ['with offsets in reverse', () => ({ offsets: toOffsets(1600).reverse() })],
    ['with one offset twice', () => ({ offsets: [1600, 1600, 1700, 1800, 1900] })],
    ['from before the step', () => ({ offsets: toOffsets(0) })],
    ['from the future', () => ({ offsets: toOffsets(5000) })],
  ])('frames %s', async (_, turn) => {
    const { browser } = await open()
    const { id, step } = await begin(browser)
    expect(await send(browser, id, step, { elapsedMs: 2200, ...turn() })).toMatchObject(INVALID)
    expect(await countFrames(id)).toBe(0)
    // Nothing is lost by it.
    const good = { elapsedMs: 0, offsets: toOffsets(step.after_ms) }
    expect((await send(browser, id, step, good)).status).toBe(200)
  })

  it('a body that is larger than all frames together, before it is read', async () => {
    const { browser } = await open()
    const { id, step } = await begin(browser)
    const large = { frames: Array.from({ length: 8 }, () => fakeFrame({ bytes: 110 * 1024 })) }
    expect(await send(browser, id, step, large)).toMatchObject({
      status: 413,
      body: { code: 'BODY_TOO_LARGE' },
    })
  })

  it('another kind of body', async () => {
    const { browser } = await open()
    const { id } = await begin(browser)
    const answer = await browser.request('PUT', `challenge/${id}/steps/1`, { body: '{}' })
    expect(answer).toMatchObject({ status: 415, body: { code: 'CONTENT_TYPE_UNSUPPORTED' } })
  })
})

it('a link begins six at most, and is closed then as one whose turns could not be seen', async () => {
  const { browser, readAttempt } = await open()
  for (let count = 0; count < 6; count += 1) expect((await browser.post('challenge')).status).toBe(200)
  expect(await browser.post('challenge')).toMatchObject({ status: 409, body: { code: 'ATTEMPT_CLOSED' } })
  expect(await readAttempt()).toMatchObject({
    status: 'checks_inconclusive',
    response_codes: [{ code: 61412 }],
  })
})

it('what nobody comes back for is swept, here and in the store', async () => {
  const { browser, attemptId } = await open()
  const { id } = await turnHead(browser)
  const objects = (await test.deps.database.assets.listByOwner(test.partner.tenantId, id)).map(
    (row) => row.id,
  )
  await recover(test.deps)
  expect(await test.deps.assets.list()).toEqual(expect.arrayContaining(objects))
  expect(await countFrames(id)).toBe(2)
  test.clock.skewMs += 250_000
  await recover(test.deps)
  expect(await countFrames(id)).toBe(0)
  expect(await findRow(attemptId)).toMatchObject({ state: 'over', turns: {} })
  expect((await test.deps.assets.list()).filter((object) => objects.includes(object))).toEqual([])
})

it('goes with the person, frames and all', async () => {
  const { browser, attemptId, authenticationId } = await open()
  const { id } = await turnHead(browser)
  const stored = (await test.deps.assets.list()).length
  await partner.post(`/face-authentications/${authenticationId}/anonymize`, {})
  expect(await findRow(attemptId)).toBeUndefined()
  expect(await countFrames(id)).toBe(0)
  expect(await test.deps.assets.list()).toHaveLength(stored - 2)
})
