import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CaptureActor } from '../flow/create-capture.ts'
import { followCapture } from './follow-capture.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const followSteps = () => {
  let step = 0
  let tell = () => {}
  const shown = followCapture({
    send: () => {},
    getSnapshot: () => step,
    subscribe: (listener: () => void) => {
      tell = listener
    },
  } as unknown as CaptureActor)
  const go = () => {
    step += 1
    tell()
  }
  const onChange = vi.fn()
  return { ...shown, onChange, stop: shown.subscribe(onChange), go }
}

it('shows a step a task later, and steps that follow at once as one', () => {
  const { getSnapshot, onChange, go } = followSteps()
  go()
  go()
  expect(onChange).not.toHaveBeenCalled()
  expect(getSnapshot()).toBe(0)
  vi.runAllTimers()
  expect(onChange).toHaveBeenCalledOnce()
  expect(getSnapshot()).toBe(2)
})

it('goes on, for whom it is still wanted', () => {
  const { getSnapshot, onChange, go, stop } = followSteps()
  go()
  vi.runAllTimers()
  stop()
  go()
  vi.runAllTimers()
  expect(onChange).toHaveBeenCalledOnce()
  expect(getSnapshot()).toBe(2)
})
