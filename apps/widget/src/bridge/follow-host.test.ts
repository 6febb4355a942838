import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createActor } from 'xstate'
import { createCaptureMachine } from '../flow/capture-machine.ts'
import type { CaptureActor } from '../flow/create-capture.ts'
import { scriptActors } from '../testing/scripted-actors.ts'
import { followHost } from './follow-host.ts'

const begin = async () => {
  const { actors, seen } = scriptActors()
  const capture = createActor(createCaptureMachine(actors)).start() as CaptureActor
  await vi.advanceTimersByTimeAsync(0)
  const controls = { capture, sayClosed: vi.fn(), setLocale: vi.fn() }
  return { seen, controls, capture }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('close is going back, at once', async () => {
  const { controls, seen, capture } = await begin()
  followHost({ visavis: 1, type: 'close' }, controls)
  await vi.advanceTimersByTimeAsync(0)
  expect(seen.farewells).toEqual([{ kind: 'abort', reason: 'left' }])
  expect(capture.getSnapshot().value).toBe('going')
  expect(controls.sayClosed).not.toHaveBeenCalled()
})

it('close said twice is close said once', async () => {
  const { controls, seen, capture } = await begin()
  followHost({ visavis: 1, type: 'close' }, controls)
  followHost({ visavis: 1, type: 'close' }, controls)
  expect(controls.sayClosed).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(0)
  expect(seen.farewells).toHaveLength(1)
  expect(capture.getSnapshot().value).toBe('going')
})

it('close ends what waits for a phone, not what a phone has', async () => {
  const { controls, seen, capture } = await begin()
  capture.send({ type: 'handoff.requested' })
  const seeing = (state: 'waiting' | 'connected') =>
    capture.send({ type: 'handoff.seen', view: { state, next: { next: 'capture' } } })
  seeing('connected')
  followHost({ visavis: 1, type: 'close' }, controls)
  expect(controls.sayClosed).toHaveBeenCalledOnce()
  expect(capture.getSnapshot().value).toBe('handoff')
  seeing('waiting')
  followHost({ visavis: 1, type: 'close' }, controls)
  await vi.advanceTimersByTimeAsync(0)
  expect(seen.farewells).toEqual([{ kind: 'abort', reason: 'left' }])
})

it('close leaves alone what is over or not begun', async () => {
  const { controls, seen } = await begin()
  followHost({ visavis: 1, type: 'close' }, controls)
  await vi.advanceTimersByTimeAsync(0)
  followHost({ visavis: 1, type: 'close' }, controls)
  followHost({ visavis: 1, type: 'close' }, { ...controls, capture: undefined })
  expect(controls.sayClosed).toHaveBeenCalledTimes(2)
  expect(seen.farewells).toHaveLength(1)
})

it('changes the language', async () => {
  const { controls } = await begin()
  followHost({ visavis: 1, type: 'set-locale', locale: 'de' }, controls)
  expect(controls.setLocale).toHaveBeenCalledWith('de')
})

it.each([
  ['text', 'close'],
  ['no version', { type: 'close' }],
  ['another version', { visavis: 2, type: 'close' }],
  ['an event', { visavis: 1, type: 'capture.completed', attemptId: 'a', id: 'b', event: 'c' }],
  ['a huge language', { visavis: 1, type: 'set-locale', locale: 'x'.repeat(10_000) }],
  ['a prototype', { visavis: 1, type: '__proto__' }],
  ['something inherited', Object.create({ visavis: 1, type: 'close' })],
])('does nothing about %s', async (_, data) => {
  const { controls, seen } = await begin()
  followHost(data, controls)
  await vi.advanceTimersByTimeAsync(0)
  expect(seen.farewells).toEqual([])
  expect(controls.sayClosed).not.toHaveBeenCalled()
  expect(controls.setLocale).not.toHaveBeenCalled()
})
