import { afterEach, expect, it, vi } from 'vitest'
import { warnAboutPolicy } from './warn-about-policy.ts'

afterEach(() => vi.restoreAllMocks())

const pageOf = (isAllowed?: boolean) =>
  (isAllowed === undefined
    ? {}
    : { featurePolicy: { allowsFeature: () => isAllowed } }) as unknown as Document

it.each([
  ['at once, where the browser says it', pageOf(false), { isFound: false }, 1],
  ['not again when the camera is asked for', pageOf(false), { isFound: true }, 0],
  ['when it is found, where the browser does not say it', pageOf(), { isFound: true }, 1],
  ['not before', pageOf(), { isFound: false }, 0],
  ['not where the camera is passed on', pageOf(true), { isFound: false }, 0],
] as const)('says it %s', (_, page, found, times) => {
  const console = vi.spyOn(globalThis.console, 'error').mockReturnValue()
  warnAboutPolicy(found, page)
  expect(console).toHaveBeenCalledTimes(times)
})
