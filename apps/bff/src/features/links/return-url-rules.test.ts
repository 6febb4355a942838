import type { ResponseCode } from '@visavis/shared/response-codes'
import type { AttemptStatus } from '@visavis/shared/statuses'
import { expect, it } from 'vitest'
import { toReturnUrl } from './return-url-rules.ts'

const back = (redirectUrl: string, status: AttemptStatus, responseCodes: ResponseCode[] = []) =>
  toReturnUrl({ redirectUrl, id: 'fav_x', prefix: 'face_authentication', status, responseCodes })

it.each([
  ['completed', [10000], 'https://p.example/?id=fav_x&event=face_authentication_capture_completed'],
  ['completed', [62321], 'https://p.example/?id=fav_x&event=face_authentication_capture_completed'],
  [
    'capture_aborted',
    [61113],
    'https://p.example/?id=fav_x&event=face_authentication_capture_aborted&response_code=61113',
  ],
  [
    'capture_refused',
    [63001],
    'https://p.example/?id=fav_x&event=face_authentication_capture_refused&response_code=63001',
  ],
  [
    'expired',
    [61101],
    'https://p.example/?id=fav_x&event=face_authentication_link_expired&response_code=61101',
  ],
] as const)('%s %j', (status, codes, url) => {
  expect(back('https://p.example/', status, [...codes])).toBe(url)
})

it("keeps the partner's own query and fragment, and takes its place where the names collide", () => {
  expect(back('https://p.example/a?cart=7&id=old&response_code=1#top', 'completed')).toBe(
    'https://p.example/a?cart=7&id=fav_x&event=face_authentication_capture_completed#top',
  )
})

it('names an enrolment by its own event', () => {
  const link = { redirectUrl: 'https://p.example/', id: 'fenr_x', prefix: 'face_enrollment' } as const
  expect(toReturnUrl({ ...link, status: 'completed', responseCodes: [10000] })).toBe(
    'https://p.example/?id=fenr_x&event=face_enrollment_capture_completed',
  )
})
