import type { Challenge, ChallengeStep } from '@visavis/shared/liveness'
import { beforeEach } from 'vitest'
import type { createBrowserClient } from './clients.ts'
import { fakeFrame } from './fake-frame.ts'
import { openCaptures } from './open-captures.ts'
import { createScriptedLiveness, type ScriptedLiveness } from './scripted-liveness.ts'

type Browser = ReturnType<typeof createBrowserClient>

/** So long a head takes from one side of a step to the other, in five frames. */
const FRAME_MS = 100
const FRAMES = 5

export const toOffsets = (afterMs: number): number[] =>
  Array.from({ length: FRAMES }, (_, index) => afterMs + index * FRAME_MS)

interface SentTurn {
  frames?: Uint8Array<ArrayBuffer>[]
  offsets?: unknown
  /** From the answer with the step to the arrival. */
  elapsedMs?: number
}

/** One app whose engine looks for a living person as it is told, on a journey that asks for turns. */
export const openTurns = async (policy: object = { liveness_policy: 'active' }) => {
  const captures = await openCaptures()
  const { test, partner } = captures
  const liveness: ScriptedLiveness = createScriptedLiveness()
  Object.assign(test.deps, { liveness })
  const journey = `/user-journeys/${test.partner.userJourneyId}`
  const setPolicy = (change: object) =>
    partner.patch(journey, { liveness_policy: 'none', liveness_step_up: null, lockout: null, ...change })
  beforeEach(async () => {
    liveness.reset()
    await setPolicy(policy)
  })

  const begin = async (browser: Browser): Promise<Challenge> => (await browser.post('challenge')).body

  const send = (
    browser: Browser,
    id: string,
    { n, after_ms }: Pick<ChallengeStep, 'n' | 'after_ms'>,
    { frames, offsets = toOffsets(after_ms), elapsedMs = after_ms + FRAMES * FRAME_MS }: SentTurn = {},
  ) => {
    test.clock.skewMs += elapsedMs
    const form = new FormData()
    for (const frame of frames ?? Array.from({ length: FRAMES }, () => fakeFrame())) {
      form.append('frames', new Blob([frame], { type: 'image/jpeg' }), 'frame.jpg')
    }
    form.append('offsets', typeof offsets === 'string' ? offsets : JSON.stringify(offsets))
    return browser.request('PUT', `challenge/${id}/steps/${n}`, { body: form })
  }

  /** Both turns, as they are asked for. */
  const turnHead = async (browser: Browser, turn: SentTurn = {}) => {
    const { id, step } = await begin(browser)
    const second = await send(browser, id, step, turn)
    return { id, answer: await send(browser, id, second.body.step, turn) }
  }

  return { ...captures, liveness, setPolicy, begin, send, turnHead }
}
