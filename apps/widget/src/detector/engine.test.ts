import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createScriptedDetector, goodFace } from '../testing/scripted-detector.ts'
import { createEngine, ENGINE_TIMEOUT_MS } from './engine.ts'
import { DetectorError, type FaceDetector } from './face-detector.ts'

const untilAborted = (signal: AbortSignal) =>
  new Promise<FaceDetector>((_, reject) => {
    signal.addEventListener('abort', () => reject(new DetectorError('aborted')))
  })

describe('createEngine', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('starts one detector for the page, however often it is asked for', async () => {
    const start = vi.fn(async () => createScriptedDetector([goodFace()]))
    const engine = createEngine(start)
    expect(await engine.load()).toBe(await engine.load())
    expect(start).toHaveBeenCalledTimes(1)
  })

  it('tries once more', async () => {
    const detector = createScriptedDetector([])
    const start = vi.fn().mockRejectedValueOnce(new DetectorError('x')).mockResolvedValueOnce(detector)
    expect(await createEngine(start).load()).toBe(detector)
  })

  it('gives up after the second failure', async () => {
    const start = vi.fn().mockRejectedValue(new DetectorError('x'))
    await expect(createEngine(start).load()).rejects.toThrow(DetectorError)
    expect(start).toHaveBeenCalledTimes(2)
  })

  it('gives up a start that hangs, twice, and never waits for ever', async () => {
    const start = vi.fn(untilAborted)
    const outcome = expect(createEngine(start).load()).rejects.toThrow(DetectorError)
    await vi.advanceTimersByTimeAsync(2 * ENGINE_TIMEOUT_MS)
    await outcome
    expect(start).toHaveBeenCalledTimes(2)
  })

  it('closes the detector with the page', async () => {
    const detector = createScriptedDetector([])
    const close = vi.spyOn(detector, 'close')
    const engine = createEngine(async () => detector)
    await engine.load()
    engine.close()
    await vi.runAllTimersAsync()
    expect(close).toHaveBeenCalledTimes(1)
  })

  it('does not try again once the page is over', async () => {
    const start = vi.fn(untilAborted)
    const engine = createEngine(start)
    const outcome = expect(engine.load()).rejects.toThrow(DetectorError)
    engine.close()
    await outcome
    expect(start).toHaveBeenCalledTimes(1)
  })

  it('waits for a slow line as long as something comes', async () => {
    const detector = createScriptedDetector([])
    let tell = (_share: number) => {}
    let finish = (_detector: typeof detector) => {}
    const start = vi.fn(
      (_signal: AbortSignal, onProgress: (share: number) => void) =>
        new Promise<typeof detector>((resolve) => {
          tell = onProgress
          finish = resolve
        }),
    )
    const engine = createEngine(start)
    const loading = engine.load()
    for (const share of [0.2, 0.4, 0.6]) {
      await vi.advanceTimersByTimeAsync(ENGINE_TIMEOUT_MS - 1)
      tell(share)
    }
    finish(detector)
    expect(await loading).toBe(detector)
    expect(start).toHaveBeenCalledOnce()
  })
})
