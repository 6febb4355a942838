import { describe, expect, it } from 'vitest'
import { nextWebhookAttempt } from './retry-rules.ts'

const NOW = new Date('2026-02-28T23:59:59.987Z')

describe('the next attempt of a webhook', () => {
  it.each([
    [1, 5],
    [2, 10],
    [3, 15],
    [4, 30],
    [5, 60],
    [6, 4 * 60],
    [7, 12 * 60],
    [8, 12 * 60],
  ])('after %i failures comes in %i minutes', (failures, minutes) => {
    expect(nextWebhookAttempt(failures, NOW)).toEqual(new Date(NOW.getTime() + minutes * 60_000))
  })

  it('does not come after the ninth failure', () => {
    expect(nextWebhookAttempt(9, NOW)).toBeUndefined()
  })
})
