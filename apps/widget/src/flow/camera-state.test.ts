import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createActor } from 'xstate'
import { type Script, scriptActors, sessionOf } from '../testing/scripted-actors.ts'
import { createCaptureMachine } from './capture-machine.ts'
import type { CaptureEvent } from './capture-types.ts'

const OPENED: CaptureEvent = { type: 'camera.opened', video: {} as HTMLVideoElement }
const ENDED: CaptureEvent = { type: 'camera.ended' }

/** The flow with the camera on. */
const start = async (changes: Partial<Script> = {}) => {
  const { actors, seen, script } = scriptActors({
    openSession: () => sessionOf({ consent_given: true }),
    ...changes,
  })
  const actor = createActor(createCaptureMachine(actors)).start()
  const say = async (...events: CaptureEvent[]) => {
    for (const event of events) {
      actor.send(event)
      await vi.advanceTimersByTimeAsync(0)
    }
  }
  await vi.advanceTimersByTimeAsync(0)
  await say(OPENED)
  return { actor, seen, script, say, is: (state: string) => actor.getSnapshot().matches(state as 'camera') }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('takes the chosen camera, with one on at a time', async () => {
  const { seen, say, actor, is } = await start()
  await say({ type: 'camera.chosen', deviceId: 'cam-2' })
  expect(is('camera')).toBe(true)
  expect(seen).toMatchObject({ cameraIds: [null, 'cam-2'], cameras: 2, camerasOn: 1 })
  expect(actor.getSnapshot().context.isResuming).toBe(true)
  await say(OPENED)
  expect(actor.getSnapshot().context.live.video).not.toBeNull()
})

it('is off while the page is away, and comes back by itself', async () => {
  const { seen, script, say, is } = await start()
  script.isPageShown = () => false
  await say({ type: 'page.hidden' })
  expect(is('resuming')).toBe(true)
  expect(seen.camerasOn).toBe(0)
  await say({ type: 'page.shown' })
  expect(is('camera')).toBe(true)
  expect(seen).toMatchObject({ cameras: 2, camerasOn: 1 })
})

it('stays while the browser asks, though its question hides the page', async () => {
  const { actors } = scriptActors({ openSession: () => sessionOf({ consent_given: true }) })
  const actor = createActor(createCaptureMachine(actors)).start()
  await vi.advanceTimersByTimeAsync(0)
  actor.send({ type: 'page.hidden' })
  expect(actor.getSnapshot().matches({ camera: 'asking' })).toBe(true)
  actor.send(OPENED)
  actor.send({ type: 'page.shown' })
  await vi.advanceTimersByTimeAsync(5000)
  expect(actor.getSnapshot().matches({ camera: 'live' })).toBe(true)
})

it('does not stay on in a page that nobody sees, left while the browser asked', async () => {
  const { actors, seen, script } = scriptActors({ openSession: () => sessionOf({ consent_given: true }) })
  const actor = createActor(createCaptureMachine(actors)).start()
  await vi.advanceTimersByTimeAsync(0)
  script.isPageShown = () => false
  actor.send({ type: 'page.hidden' })
  actor.send(OPENED)
  expect(seen.camerasOn).toBe(1)
  await vi.advanceTimersByTimeAsync(2000)
  expect(actor.getSnapshot().matches('resuming')).toBe(true)
  expect(seen.camerasOn).toBe(0)
  script.isPageShown = () => true
  actor.send({ type: 'page.shown' })
  actor.send(OPENED)
  await vi.advanceTimersByTimeAsync(5000)
  expect(actor.getSnapshot().matches({ camera: 'live' })).toBe(true)
})

it('comes back twice when it stops by itself, then says that it does not respond', async () => {
  const { seen, say, actor, is } = await start()
  await say(ENDED, OPENED, ENDED, OPENED)
  expect(is('camera')).toBe(true)
  expect(seen).toMatchObject({ cameras: 3, camerasOn: 1 })
  await say(ENDED)
  expect(is('denied')).toBe(true)
  expect(actor.getSnapshot().context.cameraFailure).toBe('busy')
  expect(seen.camerasOn).toBe(0)
  await say({ type: 'camera.retried' }, OPENED, ENDED)
  expect(is('camera')).toBe(true)
})

it('can be left while the page is away', async () => {
  const { script, say, seen } = await start()
  script.isPageShown = () => false
  await say({ type: 'page.hidden' }, { type: 'capture.cancelled' })
  expect(seen.farewells).toEqual([{ kind: 'abort', reason: 'left' }])
})
