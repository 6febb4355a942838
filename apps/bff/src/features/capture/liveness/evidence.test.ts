import { beforeEach, describe, expect, it } from 'vitest'
import { deleteExpiredData } from '../../../jobs/delete-expired-data.ts'
import { createBrowserClient } from '../../../testing/clients.ts'
import { openConsole } from '../../../testing/console-client.ts'
import { fakeVideo } from '../../../testing/fake-video.ts'
import { openTurns } from '../../../testing/open-turns.ts'
import { fakeJpeg } from '../../../testing/test-app.ts'

const DAY_MS = 86_400_000
const { test, partner, open, liveness, setPolicy, begin, send, turnHead } = await openTurns()
const { database } = test.deps
const { tenantId } = test.partner
const keepsFrames = { liveness_policy: 'active', liveness_evidence_days: 7, face_video: false }
const keepsVideo = { ...keepsFrames, face_video: true }

beforeEach(() => setPolicy(keepsFrames))

const sendVideo = (
  browser: ReturnType<typeof createBrowserClient>,
  id: string,
  body: Uint8Array<ArrayBuffer> = fakeVideo(),
) => browser.request('PUT', `challenge/${id}/video`, { body, headers: { 'content-type': 'video/webm' } })

const typesOf = async (attemptId: string) =>
  (await database.assets.listByOwner(tenantId, attemptId)).map(({ type }) => type)

const fetchAsset = async (href: string) => {
  const { pathname, search } = new URL(href)
  const answer = await test.app.request(`${pathname}${search}`)
  return { type: answer.headers.get('content-type'), bytes: new Uint8Array(await answer.arrayBuffer()) }
}

describe('what was judged of the turns', () => {
  it.each([
    ['believed', [], 'approved'],
    ['refused', [{ kind: 'spoof', reason: 'flat' }], 'declined'],
  ] as const)('is kept of a challenge that was %s, as a strip', async (_, problems, status) => {
    liveness.problems.push([...problems])
    const { browser, read, authenticationId, attemptId } = await open()
    const { id } = await turnHead(browser)
    const picture = fakeJpeg()
    await browser.upload(picture)
    expect((await read()).status).toBe(status)
    // A row each turn, of the frames as they came.
    expect(liveness.strips.map((rows) => rows.map((row) => row.length))).toEqual([[5, 5]])
    expect(await database.assets.listByOwner(tenantId, id)).toEqual([])
    const attempt = `/face-authentications/${authenticationId}/attempts/${attemptId}`
    const { body } = await partner.get(`${attempt}/liveness-evidence`)
    expect(body).toMatchObject({ total_count: 1, data: [{ type: 'turn_filmstrip' }] })
    expect((await fetchAsset(body.data[0]._links.asset_url.href)).type).toBe('image/jpeg')
    // What the wire API lists, and the picture of the decision, are what they were.
    const assets = (await partner.get(`${attempt}/assets`)).body
    expect(assets).toMatchObject({ total_count: 1, data: [{ type: 'face_image' }] })
    expect((await fetchAsset((await read()).face.image_signed_url)).bytes).toEqual(picture)
  })

  it('is bound to tenant, person and attempt, as every picture is', async () => {
    const { browser, attemptId } = await open()
    await turnHead(browser)
    await browser.upload()
    const strip = (await database.assets.listByOwner(tenantId, attemptId)).find(
      ({ type }) => type === 'turn_filmstrip',
    )
    if (!strip) throw new Error('no strip')
    expect(await test.deps.assets.get(strip)).toBeDefined()
    for (const change of [{ tenantId: 'tnt_x' }, { applicantId: 'aplt_x' }, { ownerId: 'fatp_x' }]) {
      await expect(test.deps.assets.get({ ...strip, ...change })).rejects.toThrow()
    }
  })

  it('is kept of no turn that could not be seen, and nowhere unless the journey says so', async () => {
    liveness.problems.push([{ kind: 'unclear', reason: 'not_turned' }])
    const unseen = await open()
    await turnHead(unseen.browser)
    expect((await unseen.browser.upload()).body).toEqual({ next: 'turn', again: true })
    expect(await typesOf(unseen.attemptId)).toEqual([])
    await setPolicy({ liveness_policy: 'active', liveness_evidence_days: 0, face_video: true })
    const { browser, attemptId } = await open()
    expect((await browser.session()).body).not.toHaveProperty('turn_video')
    const { id } = await turnHead(browser)
    expect(await sendVideo(browser, id)).toMatchObject({ status: 404 })
    await browser.upload()
    expect(await typesOf(attemptId)).toEqual(['face_image'])
    expect(liveness.strips).toEqual([])
  })

  it('stays where the picture itself is not kept', async () => {
    await setPolicy({ ...keepsFrames, retention_days: 0 })
    const { browser, attemptId, read } = await open()
    await turnHead(browser)
    await browser.upload()
    await setPolicy({ retention_days: 30 })
    expect(await typesOf(attemptId)).toEqual(['turn_filmstrip'])
    expect(await read()).not.toHaveProperty('face')
  })

  it('goes after its days, and the picture after its own', async () => {
    await setPolicy(keepsVideo)
    const { browser, attemptId } = await open()
    const { id } = await turnHead(browser)
    await sendVideo(browser, id)
    await browser.upload()
    test.clock.skewMs += 6 * DAY_MS
    await deleteExpiredData(test.deps)
    expect((await typesOf(attemptId)).toSorted()).toEqual(['face_image', 'face_video', 'turn_filmstrip'])
    test.clock.skewMs += 1.5 * DAY_MS
    expect((await deleteExpiredData(test.deps)).pictures).toBeGreaterThanOrEqual(2)
    expect(await typesOf(attemptId)).toEqual(['face_image'])
  })

  it('goes with the person', async () => {
    const { browser, attemptId, authenticationId } = await open()
    await turnHead(browser)
    await browser.upload()
    await partner.post(`/face-authentications/${authenticationId}/anonymize`, {})
    expect(await typesOf(attemptId)).toEqual([])
    const { body } = await partner.get(`/face-authentications/${authenticationId}/erasure-receipt`)
    expect(body.erased).toContainEqual({ kind: 'picture', count: 2 })
  })

  it('is shown in the console, each look in the audit log', async () => {
    const { browser, attemptId, authenticationId } = await open()
    await turnHead(browser)
    await browser.upload()
    const [admin, viewer] = [await openConsole(test, 'admin'), await openConsole(test, 'viewer')]
    const [attempt] = (await admin.get(`/face-authentications/${authenticationId}`)).body.attempts
    expect(attempt.attempt.id).toBe(attemptId)
    expect(attempt.pictures.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual([
      'filmstrip',
      'selfie',
    ])
    const { id } = attempt.pictures.find(({ kind }: { kind: string }) => kind === 'filmstrip')
    expect((await viewer.get(`/pictures/${id}`)).status).toBe(403)
    expect((await admin.get(`/pictures/${id}`)).status).toBe(200)
    const [entry] = (await admin.get('/audit-events?action=picture.read&limit=1')).body.data
    expect(entry).toMatchObject({ subject: { type: 'picture', id } })
  })
})

describe('a video of the turns', () => {
  beforeEach(() => setPolicy(keepsVideo))

  it('becomes an asset of the attempt, which the person was told of', async () => {
    const { browser, authenticationId, attemptId } = await open()
    expect((await browser.session()).body.turn_video).toBe(true)
    const { id } = await turnHead(browser)
    expect((await sendVideo(browser, id)).status).toBe(204)
    expect(await typesOf(attemptId)).toEqual([])
    await browser.upload()
    const { body } = await partner.get(
      `/face-authentications/${authenticationId}/attempts/${attemptId}/assets`,
    )
    const video = body.data.find(({ type }: { type: string }) => type === 'face_video')
    expect(await fetchAsset(video._links.asset_url.href)).toEqual({ type: 'video/webm', bytes: fakeVideo() })
    expect(await database.assets.listByOwner(tenantId, id)).toEqual([])
  })

  it('is of no importance: without one the picture is judged as ever', async () => {
    const { browser, read, attemptId } = await open()
    await turnHead(browser)
    await browser.upload()
    expect((await read()).status).toBe('approved')
    expect((await typesOf(attemptId)).toSorted()).toEqual(['face_image', 'turn_filmstrip'])
  })

  it.each([
    ['a picture', () => fakeJpeg(), 415, 'CONTENT_TYPE_UNSUPPORTED'],
    ['nothing', () => new Uint8Array(), 415, 'CONTENT_TYPE_UNSUPPORTED'],
    ['too large', () => fakeVideo(512 * 1024 + 1), 413, 'BODY_TOO_LARGE'],
  ])('%s is none', async (_, body, status, code) => {
    const { browser } = await open()
    const { id } = await turnHead(browser)
    expect(await sendVideo(browser, id, body())).toMatchObject({ status, body: { code } })
  })

  it('is taken once, after the last step, for that challenge', async () => {
    const { browser } = await open()
    const { id, step } = await begin(browser)
    const over = { body: { code: 'CHALLENGE_OVER' } }
    expect(await sendVideo(browser, id)).toMatchObject(over)
    const second = await send(browser, id, step)
    await send(browser, id, second.body.step)
    const other = await open()
    expect(await sendVideo(other.browser, id)).toMatchObject(over)
    expect((await sendVideo(browser, id)).status).toBe(204)
    expect(await sendVideo(browser, id)).toMatchObject(over)
    // A new challenge takes the place of both.
    await begin(browser)
    expect(await database.assets.listByOwner(tenantId, id)).toEqual([])
  })

  it('is asked of nobody who gives a face its picture', async () => {
    const { body } = await partner.post(`/applicants/${await partner.createApplicant()}/face-enrollments`, {
      redirect_url: 'https://partner.example/back',
    })
    const browser = createBrowserClient(test, new URL(body._links.verification_url.href).hash.slice(1))
    expect((await browser.session()).body).not.toHaveProperty('turn_video')
    await browser.consent()
    const { id } = await turnHead(browser)
    expect(await sendVideo(browser, id)).toMatchObject({ status: 404 })
    await browser.upload()
    const face = await database.assets.listByOwner(tenantId, body.face_id)
    expect(face.map(({ type }) => type)).toEqual(['face_image'])
  })
})
