import type { ResponseCode } from '@visavis/shared/response-codes'
import { hasReturnParameter } from '@visavis/shared/return-address'
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

it.each([
  ['https://p.example/a?cart=7#top', '&', '#top'],
  ['https://p.example/a?name=A%20B+C&old=%E9&flag&sig=%2B%2f==', '&', ''],
  ['https://p.example/a?', '', ''],
  ['https://p.example/a?x=1&', '', ''],
  ['https://p.example/a?return=/b?c=d', '&', ''],
  ['https://p.example', '?', ''],
  ['https://p.example/%7Euser/./', '?', '#a?b#c'],
  ['HTTPS://P.example:443/A', '?', ''],
])('leaves every byte of %s', (given, separator, fragment) => {
  const [address] = given.split('#')
  expect(back(`${address}${fragment}`, 'completed')).toBe(
    `${address}${separator}id=fav_x&event=face_authentication_capture_completed${fragment}`,
  )
})

it('writes letters that no header takes as a browser would', () => {
  expect(back('https://p.example/straße?q=é', 'completed')).toBe(
    'https://p.example/stra%C3%9Fe?q=%C3%A9&id=fav_x&event=face_authentication_capture_completed',
  )
})

it.each([
  ['https://p.example/?id=7', true],
  ['https://p.example/?a=1&event=x', true],
  ['https://p.example/?response_code', true],
  ['https://p.example/?%69d=7', true],
  ['https://p.example/?cart_id=7&Event=x#?id=1', false],
])('knows a name of ours in %s: %s', (url, isOurs) => {
  expect(hasReturnParameter(url)).toBe(isOurs)
})

it('names an enrolment by its own event', () => {
  const link = { redirectUrl: 'https://p.example/', id: 'fenr_x', prefix: 'face_enrollment' } as const
  expect(toReturnUrl({ ...link, status: 'completed', responseCodes: [10000] })).toBe(
    'https://p.example/?id=fenr_x&event=face_enrollment_capture_completed',
  )
})
