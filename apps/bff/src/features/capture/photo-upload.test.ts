import { afterEach, describe, expect, it } from 'vitest'
import { createMetrics } from '../../telemetry/metrics.ts'
import { openCaptures } from '../../testing/open-captures.ts'
import { fakeJpeg } from '../../testing/test-app.ts'

const { test, partner, open } = await openCaptures()
const path = `/user-journeys/${test.partner.userJourneyId}`
const FROM_FILE = { 'capture-source': 'photo' }
afterEach(() => partner.patch(path, { photo_upload: null }))

describe('where a picture came from', () => {
  it('is told of the attempt, its picture, the events and the metric', async () => {
    const metrics = createMetrics({ readDepths: test.deps.database.queue.depths })
    test.deps.observeCapture = metrics.observeCapture
    const { browser, authenticationId, attemptId, readAttempt } = await open()
    await browser.upload(fakeJpeg(), { 'capture-source': 'camera' })
    expect((await readAttempt()).source).toBe('camera')
    const assets = `/face-authentications/${authenticationId}/attempts/${attemptId}/assets`
    expect((await partner.get(assets)).body.data).toMatchObject([{ source: 'camera' }])
    const { rows } = await test.deps.database.events.list(test.partner.tenantId, { skip: 0, limit: 4 })
    expect(rows.map(({ type, payload }) => [type, 'source' in payload ? payload.source : null])).toEqual([
      ['face_authentication_checks_completed', 'camera'],
      ['face_authentication_capture_completed', 'camera'],
      ['face_authentication_started', null],
      ['face_authentication_opened', null],
    ])
    const { text } = await metrics.render()
    expect(text).toContain(
      'visavis_captures_total{purpose="authentication",source="camera",outcome="matched"} 1',
    )
  })

  it('that is no word we know is refused, and the picture can be sent again', async () => {
    const { browser } = await open()
    expect(await browser.upload(fakeJpeg(), { 'capture-source': 'scanner' })).toMatchObject({
      status: 400,
      body: { code: 'PICTURE_SOURCE_INVALID' },
    })
    expect((await browser.upload()).body).toMatchObject({ next: 'done' })
  })
})

describe('a file in place of the camera', () => {
  it('is refused for a face authentication unless the journey allows it', async () => {
    const { browser, read } = await open()
    expect((await browser.session()).body.photo_upload).toBe('never')
    expect(await browser.upload(fakeJpeg(), FROM_FILE)).toMatchObject({
      status: 403,
      body: { code: 'PHOTO_NOT_ALLOWED' },
    })
    await partner.patch(path, { photo_upload: 'fallback' })
    expect((await browser.session()).body.photo_upload).toBe('fallback')
    await browser.upload(fakeJpeg(), FROM_FILE)
    expect((await read()).status).toBe('approved')
  })

  it('is nothing that a caller without a page has to speak of', async () => {
    const { browser, read, readAttempt } = await open()
    await browser.upload()
    expect((await read()).status).toBe('approved')
    expect((await readAttempt()).source).toBeUndefined()
  })
})
