import { ATTEMPT_STATUSES } from '@visavis/shared/statuses'
import { expect, it } from 'vitest'
import { dueTrigger } from './lifetime-rules.ts'

const expiresOn = new Date('2026-01-01T00:00:00Z')
const before = new Date(expiresOn.getTime() - 1)

it.each(ATTEMPT_STATUSES)('%s is left alone until its time is up', (status) => {
  expect(dueTrigger({ status, expiresOn }, before)).toBeUndefined()
})

it('expires a link, leaves a capture and touches nothing else when the time is up', () => {
  const due = Object.fromEntries(
    ATTEMPT_STATUSES.map((status) => [status, dueTrigger({ status, expiresOn }, expiresOn)?.trigger]),
  )
  expect(due).toEqual({
    ...Object.fromEntries(ATTEMPT_STATUSES.map((status) => [status, undefined])),
    pending_redirection: 'link_expired',
    capture_in_progress: 'capture_aborted',
  })
})
