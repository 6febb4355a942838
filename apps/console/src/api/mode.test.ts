import { expect, it } from 'vitest'
import { isTestDesk } from './mode.ts'

it.each([
  ['/console/test', true],
  ['/console/test/authentications/fav_1', true],
  ['/console', false],
  ['/console/testing', false],
  ['/console/authentications', false],
])('%s is the desk of test mode: %s', (pathname, isTest) => {
  expect(isTestDesk(pathname)).toBe(isTest)
})
