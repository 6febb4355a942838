import { type CourseEvent, courseReportSchema, GUIDANCE_CODES } from '@visavis/shared/capture-course'
import { describe, expect, it, vi } from 'vitest'
import type { GuidanceCode } from '../selfie/guidance.ts'
import { CONSENTED, OPENED, runCapture, stopTheClock, TAKEN } from '../testing/run-capture.ts'
import { DONE, type Script } from '../testing/scripted-actors.ts'
import type { CaptureEvent } from './capture-types.ts'
import { reportCourse } from './report-course.ts'

stopTheClock()

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const guide = (code: GuidanceCode): CaptureEvent => ({
  type: 'guidance.changed',
  code,
  steer: null,
  steadiness: 0,
})
const VIDEO = { type: 'camera.opened', video: { videoWidth: 1280, videoHeight: 720 } } as CaptureEvent

const follow = async (script: Partial<Script> = {}, ...events: CaptureEvent[]) => {
  const flow = await runCapture(script, ...events)
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(null, { status: 204 }))
  const start = Date.now()
  let show: (isShown: boolean) => void = () => {}
  reportCourse(flow.actor, {
    token: 'TOKEN',
    fetch,
    now: () => Date.now() - start,
    watch: (onChange) => {
      show = onChange
    },
  })
  /** Everything that was sent so far, report by report. */
  const sent = (): CourseEvent[][] =>
    fetch.mock.calls.map(([, init]) => courseReportSchema.parse(JSON.parse(String(init?.body))).events)
  return { ...flow, fetch, sent, show: (isShown: boolean) => show(isShown) }
}

it('says everything that the page may say of a hint', () => {
  const codes: readonly GuidanceCode[] = GUIDANCE_CODES
  expect(codes).toContain('too_far')
})

describe('reportCourse', () => {
  it('tells how long each step and each hint stood, as one report', async () => {
    const { say, sent, fetch } = await follow()
    await pass(3000)
    await say({ type: 'consent.given' })
    await pass(1000)
    await say(VIDEO)
    await pass(500)
    await say(guide('too_far'))
    await pass(2000)
    await say(guide('hold_still'))
    await pass(700)
    expect(sent()).toEqual([])
    await say(TAKEN)
    await pass(400)
    await say({ type: 'upload.answered', next: DONE })
    expect(sent()).toEqual([
      [
        { type: 'camera_ready', lines: 720 },
        { type: 'step', step: 'start', ms: 3000 },
        { type: 'step', step: 'camera_prompt', ms: 1000 },
        { type: 'step', step: 'camera', ms: 3200 },
        { type: 'step', step: 'sending', ms: 400 },
        { type: 'guidance', code: 'starting', ms: 500 },
        { type: 'guidance', code: 'too_far', ms: 2000 },
        { type: 'guidance', code: 'hold_still', ms: 700 },
      ],
    ])
    const [url, init] = fetch.mock.calls[0] ?? []
    expect(url).toBe('/capture/events')
    expect(init).toMatchObject({
      method: 'POST',
      keepalive: true,
      headers: { Authorization: 'Bearer TOKEN' },
    })
  })

  it('says why there is no camera, once, and again when it fails again', async () => {
    const { say, sent, show } = await follow({ openSession: CONSENTED })
    await pass(50)
    await say({ type: 'camera.failed', failure: 'refused' })
    await pass(100)
    await say({ type: 'camera.retried' }, { type: 'camera.failed', failure: 'busy' })
    show(false)
    expect(sent().flat()).toMatchObject([
      { type: 'camera_failed', reason: 'refused' },
      { type: 'camera_failed', reason: 'busy' },
      { type: 'step', step: 'camera_prompt', ms: 50 },
      { type: 'step', step: 'camera_denied', ms: 100 },
    ])
  })

  it('reports about every ten seconds while something happens, and what is new only', async () => {
    const { say, sent } = await follow({ openSession: CONSENTED }, OPENED)
    await pass(9_999)
    expect(sent()).toEqual([])
    await pass(1)
    await say(guide('too_far'))
    await pass(10_000)
    expect(sent()).toHaveLength(2)
    expect(sent()[1]).toEqual([
      { type: 'step', step: 'camera', ms: 10_000 },
      { type: 'guidance', code: 'too_far', ms: 10_000 },
    ])
  })

  it('reports when the page goes, and counts no time that nobody saw it', async () => {
    const { sent, show } = await follow()
    await pass(2000)
    show(false)
    expect(sent()).toEqual([[{ type: 'step', step: 'start', ms: 2000 }]])
    await pass(60_000)
    show(true)
    await pass(1000)
    show(false)
    expect(sent().at(-1)).toEqual([{ type: 'step', step: 'start', ms: 1000 }])
  })

  it('falls silent once another device has the link', async () => {
    const { say, sent, show, fetch } = await follow()
    await pass(2000)
    await say({ type: 'handoff.requested' })
    expect(sent()).toEqual([[{ type: 'step', step: 'start', ms: 2000 }]])
    await pass(60_000)
    show(false)
    expect(fetch).toHaveBeenCalledOnce()
  })

  it('does not mind that nobody hears it', async () => {
    const { say, fetch, state } = await follow()
    fetch.mockRejectedValue(new TypeError('Failed to fetch'))
    await pass(1000)
    await say({ type: 'consent.given' })
    await pass(10_000)
    expect(fetch).toHaveBeenCalledOnce()
    expect(state()).toBe('camera.asking')
  })

  it('says nothing of a link that is over', async () => {
    const { fetch, show } = await follow({
      openSession: () => ({ ...CONSENTED(), link: 'used', next: DONE }),
    })
    await pass(20_000)
    show(false)
    expect(fetch).not.toHaveBeenCalled()
  })
})
