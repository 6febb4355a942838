import { expect, it } from 'vitest'
import { nextVendorLook } from './schedule-rules.ts'

const START = new Date('2026-01-01T00:00:00Z')

it.each([
  [0, 5, 30],
  [119, 5, 30],
  [120, 15, 30],
  [600, 60, 60],
  [3600, 600, 600],
  [200_000, 600, 600],
])('%d s after the start: in %d s, with webhooks in %d s', (ageS, waitS, withWebhooksS) => {
  const now = new Date(START.getTime() + ageS * 1000)
  const wait = (hasWebhooks: boolean) =>
    (nextVendorLook(START, now, { hasWebhooks }).getTime() - now.getTime()) / 1000
  expect([wait(false), wait(true)]).toEqual([waitS, withWebhooksS])
})
