import { CAMERA_FAILURES, COURSE_STEPS, GUIDANCE_CODES } from '@visavis/shared/capture-course'
import { FUNNEL_STEPS } from '@visavis/shared/overview-api'
import { expect, it } from 'vitest'
import {
  CAMERA_WORDS,
  FUNNEL_WORDS,
  formatShare,
  GUIDANCE_WORDS,
  STEP_WORDS,
  toCountry,
  toDeviceWords,
} from './course-words.ts'

it('knows a word for all that a capture page tells', () => {
  const sorted = (words: object) => Object.keys(words).sort()
  expect(sorted(CAMERA_WORDS)).toEqual([...CAMERA_FAILURES].sort())
  expect(sorted(STEP_WORDS)).toEqual([...COURSE_STEPS].sort())
  expect(sorted(GUIDANCE_WORDS)).toEqual([...GUIDANCE_CODES].sort())
  expect(sorted(FUNNEL_WORDS)).toEqual([...FUNNEL_STEPS].sort())
})

it('names countries, devices and shares', () => {
  expect([toCountry('NO'), toCountry('XQ')]).toEqual(['Norway', 'XQ'])
  expect(toDeviceWords('phone', 'iOS')).toBe('iOS phones')
  expect(toDeviceWords('desktop', undefined)).toBe('computers')
  expect([formatShare(1, 3), formatShare(0, 0)]).toEqual(['33.3%', '–'])
})
