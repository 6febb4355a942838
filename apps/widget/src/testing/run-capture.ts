import { afterEach, beforeEach, vi } from 'vitest'
import { createActor } from 'xstate'
import { CaptureApiError } from '../api/capture-api-error.ts'
import { createCaptureMachine } from '../flow/capture-machine.ts'
import type { CaptureEvent } from '../flow/capture-types.ts'
import { type Script, scriptActors, sessionOf } from './scripted-actors.ts'

export const PICTURE = new Blob(['jpeg'], { type: 'image/jpeg' })
export const OPENED = { type: 'camera.opened', video: {} as HTMLVideoElement } satisfies CaptureEvent
export const TAKEN: CaptureEvent = {
  type: 'picture.taken',
  picture: { blob: PICTURE, source: 'camera', quality: null },
}
export const CONSENTED = () => sessionOf({ consent_given: true })

export const failing =
  (code: string, retryable = true) =>
  (): never => {
    throw new CaptureApiError(code, { retryable })
  }

/** For files that use `runCapture`: their time stands still. */
export const stopTheClock = (): void => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
}

/** The flow after everything that is under way has settled. `events` are sent one after another. */
export const runCapture = async (script: Partial<Script> = {}, ...events: CaptureEvent[]) => {
  const { actors, seen, script: running } = scriptActors(script)
  const actor = createActor(createCaptureMachine(actors)).start()
  const settle = () => vi.advanceTimersByTimeAsync(0)
  await settle()
  const say = async (...more: CaptureEvent[]) => {
    for (const event of more) {
      actor.send(event)
      await settle()
    }
  }
  await say(...events)
  const state = () => {
    const { value } = actor.getSnapshot()
    return typeof value === 'string'
      ? value
      : JSON.stringify(value).replaceAll(/[{}"]/g, '').replace(':', '.')
  }
  return { actor, seen, script: running, say, state, context: () => actor.getSnapshot().context }
}
