import type { CourseEvent, CourseStep, ToldGuidance } from '@visavis/shared/capture-course'
import type { SnapshotFrom } from 'xstate'
import { type Sign, withoutProof } from '../api/sign.ts'
import type { createCaptureMachine } from './capture-machine.ts'
import { watchPage } from './watch-page.ts'

type Snapshot = SnapshotFrom<ReturnType<typeof createCaptureMachine>>

/** Long enough to make few of them, short enough that little is lost with a browser that dies. */
const REPORT_EVERY_MS = 10_000
/** The server's own limit: nobody stands before one thing for longer. */
const MAX_MS = 600_000

/** By state of the flow; of the camera's by its inner one. */
const STEP_OF: Readonly<Record<string, CourseStep>> = {
  start: 'start',
  consenting: 'start',
  asking: 'camera_prompt',
  live: 'camera',
  turning: 'turn',
  turnWays: 'turn',
  denied: 'camera_denied',
  preparing: 'sending',
  uploading: 'sending',
  checking: 'waiting',
  retry: 'retry',
  departing: 'vendor',
  away: 'vendor',
  vendor: 'vendor',
  reporting: 'vendor',
  problem: 'problem',
}

const toState = ({ value }: Snapshot): string => {
  if (typeof value === 'string') return value
  const [[outer, inner] = ['', '']] = Object.entries(value)
  return outer === 'camera' ? String(inner) : outer
}

/** Time that stood, by name, since it was last taken. */
const createClock = <Name extends string>() => {
  const total = new Map<Name, number>()
  return {
    add: (name: Name | undefined, ms: number) => {
      if (name) total.set(name, (total.get(name) ?? 0) + ms)
    },
    take: <Event>(toEvent: (name: Name, ms: number) => Event): Event[] => {
      const events = [...total].flatMap(([name, ms]) =>
        ms < 1 ? [] : toEvent(name, Math.min(Math.round(ms), MAX_MS)),
      )
      total.clear()
      return events
    },
  }
}

export interface ReportCourseOptions {
  /** The capture token. */
  token: string
  fetch?: typeof globalThis.fetch
  /** A link that this browser has takes nothing without its proof. */
  sign?: Sign
  /** Milliseconds since the page was asked for. */
  now?: () => number
  watch?: (onChange: (isShown: boolean) => void) => void
}

interface Followed {
  getSnapshot(): Snapshot
  subscribe(onSnapshot: (snapshot: Snapshot) => void): unknown
}

/**
 * Tells the server how it goes, in few words and seldom: how long each step and each hint stood, and why there was no
 * camera. Nobody waits for it, and what does not arrive is forgotten.
 */
export const reportCourse = (
  flow: Followed,
  {
    token,
    sign = withoutProof,
    fetch = globalThis.fetch.bind(globalThis),
    now = () => performance.now(),
    watch = watchPage,
  }: ReportCourseOptions,
): void => {
  const steps = createClock<CourseStep>()
  const hints = createClock<ToldGuidance>()
  const first = flow.getSnapshot()
  let happened: CourseEvent[] = []
  // It stood already while this code was on its way.
  let step = first.matches('start') ? STEP_OF.start : undefined
  let hint: ToldGuidance | undefined
  let since = 0
  let isShown = true
  let isElsewhere = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let before: Pick<Snapshot['context'], 'cameraFailure' | 'live'> = {
    cameraFailure: null,
    live: { ...first.context.live, video: null },
  }

  const addUp = () => {
    const at = now()
    if (isShown) {
      steps.add(step, at - since)
      hints.add(hint, at - since)
    }
    since = at
  }
  const report = () => {
    clearTimeout(timer)
    timer = undefined
    // The link is another device's then, and this one's token says nothing any more.
    if (isElsewhere) return
    addUp()
    const events: CourseEvent[] = [
      ...happened,
      ...steps.take((name, ms) => ({ type: 'step', step: name, ms }) as const),
      ...hints.take((code, ms) => ({ type: 'guidance', code, ms }) as const),
    ]
    happened = []
    if (events.length === 0) return
    // `sendBeacon` could not say whose it is; this outlives the page as well (Fetch §2.2.5, keepalive flag).
    const body = JSON.stringify({ events })
    sign('POST', '/capture/events', async (proof) => {
      const headers = { ...proof, Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
      const answer = await fetch('/capture/events', { method: 'POST', keepalive: true, headers, body })
      const text = answer.ok ? '' : await answer.text()
      return { status: answer.status, text, nonce: answer.headers.get('DPoP-Nonce') }
    }).catch(() => {})
  }
  const follow = (snapshot: Snapshot) => {
    const { cameraFailure, live } = snapshot.context
    const state = toState(snapshot)
    if (state === 'handoff') report()
    isElsewhere = state === 'handoff'
    addUp()
    step = STEP_OF[state]
    hint = step === 'camera' ? live.guidance : undefined
    if (cameraFailure && cameraFailure !== before.cameraFailure) {
      happened.push({ type: 'camera_failed', reason: cameraFailure })
    }
    if (live.video && !before.live.video) {
      happened.push({
        type: 'camera_ready',
        lines: Math.min(live.video.videoWidth, live.video.videoHeight) || 0,
      })
    }
    before = { cameraFailure, live }
    if (snapshot.hasTag('over')) report()
    else if (step) timer ??= setTimeout(report, REPORT_EVERY_MS)
  }

  follow(first)
  flow.subscribe(follow)
  watch((isNowShown) => {
    if (isNowShown) addUp()
    else report()
    isShown = isNowShown
  })
}
