import { describe, expect, it } from 'vitest'
import { createBrowserClient } from '../../../testing/clients.ts'
import { fakeFrame } from '../../../testing/fake-frame.ts'
import { back } from '../../../testing/open-captures.ts'
import { openTurns } from '../../../testing/open-turns.ts'
import { DECLINED } from '../../../testing/scripted-provider.ts'
import { fakeJpeg } from '../../../testing/test-app.ts'

const { test, partner, open, liveness, setPolicy, begin, send, turnHead } = await openTurns()
const NOT_LIVE = {
  status: 'declined',
  response_codes: [{ code: 62305, summary: 'face_not_live' }],
  risk_labels: ['face_not_live'],
}
const spoof = [{ kind: 'spoof', reason: 'flat' }] as const
const unclear = [{ kind: 'unclear', reason: 'not_turned' }] as const
const counted: unknown[] = []
Object.assign(test.deps, { observeCapture: (capture: unknown) => counted.push(capture) })

const readVerdict = async (authenticationId: string) => {
  const { body } = await partner.get('/events')
  // biome-ignore lint/suspicious/noExplicitAny: whatever came back
  const all: any[] = body.data
  const of = all.find(
    ({ type, data }) =>
      type === 'face_authentication_checks_completed' && data.face_authentication_id === authenticationId,
  )
  return of?.data.details
}

describe('after both turns', () => {
  it('a living person is approved, and nothing of the frames is left', async () => {
    const { browser, read, readAttempt, attemptId, authenticationId } = await open()
    const { id } = await turnHead(browser)
    const answer = await browser.upload()
    expect(answer.body).toEqual({ next: 'done', redirect_url: back(authenticationId, 'capture_completed') })
    expect(await read()).toMatchObject({ status: 'approved', risk_labels: [] })
    const found = {
      result: 'passed',
      method: 'active',
      certified: false,
      model_id: 'scripted-liveness',
      score_band: 'high',
    }
    expect((await readAttempt()).details).toMatchObject({ liveness: found })
    expect(await readVerdict(authenticationId)).toMatchObject({ liveness: found })
    // The selfie and both turns, each frame once.
    const asker = { tenantId: test.partner.tenantId, isPersonWaiting: true }
    expect(liveness.observed).toEqual(Array.from({ length: 1 + 2 * 5 }, () => asker))
    expect(await test.deps.database.assets.listByOwner(test.partner.tenantId, id)).toEqual([])
    const attempt = await test.deps.database.attempts.find(test.partner.tenantId, attemptId)
    expect(attempt?.checkResults).toEqual({
      passive: { outcome: 'passed', score: 0.95, modelId: 'scripted-liveness' },
      turn: { outcome: 'passed', score: null, modelId: 'scripted-liveness' },
      replay: { outcome: 'passed', score: null },
    })
    expect(counted.at(-1)).toMatchObject({ outcome: 'matched' })
  })

  it('somebody else is declined for that', async () => {
    test.provider.script(DECLINED)
    const { browser, read, readAttempt } = await open()
    await turnHead(browser)
    await browser.upload()
    expect(await read()).toMatchObject({
      status: 'declined',
      response_codes: [{ code: 62321 }],
      risk_labels: [],
    })
    expect((await readAttempt()).details.liveness).toMatchObject({ result: 'passed' })
  })

  it.each([
    ['a turn that no head makes', () => liveness.problems.push([], [...spoof])],
    [
      'a print or a screen',
      () => {
        liveness.passive = { outcome: 'failed', score: 0.1 }
      },
    ],
    [
      'a picture of somebody else than who turned',
      () => {
        liveness.personOf = (image) => (image.length === 64 ? 'Bob' : 'Ada')
      },
    ],
    ['a spoof beside what could not be seen', () => liveness.problems.push([...unclear], [...spoof])],
  ])('%s is declined, and the browser learns nothing of it', async (_, script) => {
    const fine = await open()
    await turnHead(fine.browser)
    const approved = await fine.browser.upload()
    const verified = test.provider.verified
    script()
    const { browser, read, readAttempt, authenticationId } = await open()
    await turnHead(browser)
    const answer = await browser.upload()
    expect(answer.status).toBe(approved.status)
    expect(answer.body).toEqual({ next: 'done', redirect_url: back(authenticationId, 'capture_completed') })
    expect(Object.keys(answer.body)).toEqual(Object.keys(approved.body))
    expect(JSON.stringify((await browser.session()).body)).not.toMatch(/live|score|62305|passive|spoof/)
    expect(await read()).toMatchObject(NOT_LIVE)
    const { details } = await readAttempt()
    expect(details.liveness).toMatchObject({ result: 'failed', method: 'active', certified: false })
    // Nobody was compared with it.
    expect(details).not.toHaveProperty('match_level')
    expect(test.provider.verified).toBe(verified)
    expect(counted.at(-1)).toMatchObject({ outcome: 'not_live' })
  })

  it('a file that stands in both turns is declined', async () => {
    const { browser, read } = await open()
    const frames = Array.from({ length: 5 }, () => fakeFrame())
    await turnHead(browser, { frames })
    await browser.upload()
    expect(await read()).toMatchObject(NOT_LIVE)
  })

  it('a frame that came twice in one turn is a slow camera', async () => {
    const { browser, read } = await open()
    const { id, step } = await begin(browser)
    const frames = Array.from({ length: 5 }, () => fakeFrame())
    const { body } = await send(browser, id, step, {
      frames: [...frames.slice(0, 4), frames[3] ?? fakeFrame()],
    })
    await send(browser, id, body.step)
    await browser.upload()
    expect(await read()).toMatchObject({ status: 'approved' })
  })

  it('a spoof counts towards the lockout', async () => {
    await setPolicy({ liveness_policy: 'active', lockout: { declines: 1, window: 3600, for: 3600 } })
    const applicantId = await partner.createApplicant()
    await partner.enrol(applicantId)
    const attempt = await partner.startAttempt(await partner.startAuthentication(applicantId))
    const browser = createBrowserClient(test, attempt.token)
    await browser.session()
    await browser.consent()
    liveness.problems.push([...spoof])
    await turnHead(browser)
    await browser.upload()
    const lockout = (await partner.get(`/applicants/${applicantId}/lockout`)).body
    expect(lockout.declines).toHaveLength(1)
    expect(lockout.status).toBe('LOCKED')
    await partner.delete(`/applicants/${applicantId}/lockout`)
  })
})

describe('a turn that could not be seen', () => {
  it('is asked for again, and the last one closes the attempt', async () => {
    liveness.problems.push([...unclear], [], [...unclear], [], [...unclear])
    const { browser, read, readAttempt, authenticationId } = await open()
    for (const _ of [1, 2]) {
      await turnHead(browser)
      expect((await browser.upload()).body).toEqual({ next: 'turn', again: true })
      expect((await browser.next()).body).toEqual({ next: 'turn' })
      expect(await browser.upload()).toMatchObject({ body: { code: 'CHALLENGE_REQUIRED' } })
    }
    const { id } = await turnHead(browser)
    expect((await browser.upload()).body).toEqual({
      next: 'done',
      redirect_url: back(authenticationId, 'checks_inconclusive', 61412),
    })
    expect(await read()).toMatchObject({ status: 'retry_required', response_codes: [{ code: 61412 }] })
    expect((await readAttempt()).status).toBe('checks_inconclusive')
    expect(await test.deps.database.assets.listByOwner(test.partner.tenantId, id)).toEqual([])
  })

  it('in another light is asked for again', async () => {
    liveness.sceneOf = (image) => (image.length === 64 ? 'outside' : 'at home')
    const { browser } = await open()
    await turnHead(browser)
    expect((await browser.upload()).body).toEqual({ next: 'turn', again: true })
    liveness.sceneOf = () => 'at home'
    await turnHead(browser)
    expect((await browser.upload()).body.next).toBe('done')
  })
})

it('a picture that cannot be used is taken again, and the turns count for the next one', async () => {
  liveness.refusalOf = (image) =>
    image.length === 64 ? { outcome: 'face_refused', reason: 'face_blurry' } : undefined
  const { browser, read } = await open()
  await turnHead(browser)
  expect((await browser.upload()).body).toEqual({ next: 'retry', reasons: ['face_blurry'] })
  liveness.refusalOf = () => undefined
  expect((await browser.upload()).body.next).toBe('done')
  expect((await read()).status).toBe('approved')
})

it('frames without a face are left out, and what is left is judged', async () => {
  liveness.refusalOf = (image) =>
    image.length === 64 ? undefined : { outcome: 'face_refused', reason: 'no_face' }
  const judged: number[] = []
  const { judgeTurn } = liveness
  liveness.judgeTurn = (frames, side) => {
    judged.push(frames.length)
    return judgeTurn(frames, side)
  }
  const { browser } = await open()
  await turnHead(browser)
  await browser.upload()
  liveness.judgeTurn = judgeTurn
  expect(judged).toEqual([0, 0])
})

it('new turns begun while a picture is compared are what counts', async () => {
  const { browser, read } = await open()
  await turnHead(browser)
  test.provider.duringVerify = async () => {
    test.provider.duringVerify = async () => {}
    await begin(browser)
  }
  expect(await browser.upload()).toMatchObject({ status: 409, body: { code: 'UPLOAD_REPLACED' } })
  expect((await read()).status).toBe('capture_in_progress')
})

it('an engine that is down decides nothing, and the turns still count', async () => {
  const { browser, read } = await open()
  await turnHead(browser)
  liveness.duringObserve = async () => {
    throw new Error('down')
  }
  expect(await browser.upload()).toMatchObject({ status: 503, body: { code: 'PROVIDER_UNAVAILABLE' } })
  liveness.duringObserve = async () => {}
  expect((await browser.upload()).body.next).toBe('done')
  expect((await read()).status).toBe('approved')
})

describe('a journey that asks for a look at the picture', () => {
  const passive = (...when: string[]) =>
    setPolicy({
      liveness_policy: 'passive',
      liveness_step_up: when.length > 0 ? { from: 'passive', to: 'active', when } : null,
    })

  it.each([
    [0.95, 'high'],
    [0.8, 'medium'],
    [0.55, 'low'],
  ])('approves at %d with the band %s', async (score, band) => {
    await passive()
    liveness.passive = { outcome: 'passed', score }
    const { browser, read, readAttempt } = await open()
    expect((await browser.session()).body.next).toEqual({ next: 'capture' })
    await browser.upload()
    expect((await read()).status).toBe('approved')
    const { details } = await readAttempt()
    expect(details.liveness).toMatchObject({ result: 'passed', method: 'passive', score_band: band })
  })

  it('declines a print', async () => {
    await passive()
    liveness.passive = { outcome: 'failed', score: 0.2 }
    const { browser, read, readAttempt } = await open()
    await browser.upload()
    expect(await read()).toMatchObject(NOT_LIVE)
    expect((await readAttempt()).details.liveness).toMatchObject({ result: 'failed', method: 'passive' })
  })

  it.each([
    ['turned', null, 'face_turned'],
    ['too close', 0.8, 'face_too_close'],
  ])('asks for another picture of a face that is %s', async (_, score, reason) => {
    await passive()
    liveness.passive = { outcome: 'not_done', score }
    const { browser } = await open()
    expect((await browser.upload()).body).toEqual({ next: 'retry', reasons: [reason] })
  })

  it('has the head turned after a low score, and stays with that', async () => {
    await passive('low_passive_score')
    liveness.passive = { outcome: 'passed', score: 0.6 }
    const { browser, read, readAttempt } = await open()
    expect((await browser.upload()).body).toEqual({ next: 'turn' })
    liveness.passive = { outcome: 'passed', score: 0.99 }
    // Another, better picture does not get around it.
    expect(await browser.upload()).toMatchObject({ body: { code: 'CHALLENGE_REQUIRED' } })
    expect((await browser.session()).body.next).toEqual({ next: 'turn' })
    await turnHead(browser)
    await browser.upload()
    expect((await read()).status).toBe('approved')
    expect((await readAttempt()).details.liveness).toMatchObject({ method: 'active' })
  })

  it('has the head turned where the picture is a file', async () => {
    await passive('photo_source')
    await setPolicy({
      photo_upload: 'always',
      liveness_policy: 'passive',
      liveness_step_up: { from: 'passive', to: 'active', when: ['photo_source'] },
    })
    const { browser } = await open()
    const file = () => browser.upload(fakeJpeg(), { 'capture-source': 'photo' })
    expect((await file()).body).toEqual({ next: 'turn' })
    await turnHead(browser)
    expect((await file()).body.next).toBe('done')
    const other = await open()
    expect((await other.browser.upload(fakeJpeg(), { 'capture-source': 'camera' })).body.next).toBe('done')
  })

  it('has the head turned after two declines', async () => {
    await passive('repeated_declines')
    const applicantId = await partner.createApplicant()
    await partner.enrol(applicantId)
    test.provider.script(DECLINED)
    for (const _ of [1, 2]) await partner.finishAttempt(applicantId)
    const { token } = await partner.startAttempt(await partner.startAuthentication(applicantId))
    const browser = createBrowserClient(test, token)
    expect((await browser.session()).body.next).toEqual({ next: 'turn' })
  })
})

describe('a link that gives a face its picture', () => {
  const enrol = async () => {
    const applicantId = await partner.createApplicant()
    const { body } = await partner.post(`/applicants/${applicantId}/face-enrollments`, {
      redirect_url: 'https://partner.example/back',
    })
    const browser = createBrowserClient(test, new URL(body._links.verification_url.href).hash.slice(1))
    const session = await browser.session()
    await browser.consent()
    const read = async () => (await partner.get(`/applicants/${applicantId}/faces/${body.face_id}`)).body
    const readLink = async () =>
      (await partner.get(`/applicants/${applicantId}/face-enrollments/${body.id}`)).body
    return { browser, session, read, readLink }
  }

  it('asks for the turns too', async () => {
    const { browser, session, read } = await enrol()
    expect(session.body.next).toEqual({ next: 'turn' })
    expect(await browser.upload()).toMatchObject({ body: { code: 'CHALLENGE_REQUIRED' } })
    await turnHead(browser)
    expect((await browser.upload()).body.next).toBe('done')
    expect((await read()).status).toBe('ACTIVE')
  })

  it('sends a face that is not alive to review', async () => {
    const { browser, read, readLink } = await enrol()
    liveness.problems.push([...spoof])
    await turnHead(browser)
    await browser.upload()
    expect((await read()).status).toBe('REVIEW')
    expect((await readLink()).response_codes).toMatchObject([{ code: 62305 }])
  })
})
