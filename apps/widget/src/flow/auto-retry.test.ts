import { describe, expect, it, vi } from 'vitest'
import { failing, runCapture, stopTheClock } from '../testing/run-capture.ts'

stopTheClock()

describe('a server that is not available', () => {
  it('is asked again by itself, a few times', async () => {
    let asked = 0
    const { say, state } = await runCapture({
      giveConsent: () => {
        asked += 1
        return failing('PROVIDER_UNAVAILABLE')()
      },
    })
    await say({ type: 'consent.given' })
    expect(state()).toBe('problem')
    await vi.advanceTimersByTimeAsync(14_999)
    expect(asked).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(asked).toBe(2)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(asked).toBe(5)
    await say({ type: 'problem.retried' })
    expect(asked).toBe(6)
  })
  it('any other trouble waits for the person', async () => {
    const { say, state } = await runCapture({ giveConsent: failing('NETWORK') }, { type: 'consent.given' })
    await vi.advanceTimersByTimeAsync(600_000)
    expect(state()).toBe('problem')
    await say({ type: 'problem.retried' })
    expect(state()).toBe('problem')
  })
})
