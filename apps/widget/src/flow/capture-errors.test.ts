import { describe, expect, it } from 'vitest'
import { CaptureApiError } from '../api/capture-api-error.ts'
import { toProblem } from './capture-errors.ts'

describe('toProblem', () => {
  it.each([
    ['NETWORK', 'offline'],
    ['PROVIDER_UNAVAILABLE', 'unavailable'],
    ['REFERENCE_MISSING', 'no_reference'],
    ['APPLICANT_DELAYED', 'delayed'],
    ['APPLICANT_LOCKED', 'locked'],
    ['INTERNAL_ERROR', 'unexpected'],
    ['SOMETHING_NEW', 'unexpected'],
  ])('%s: %s', (code, problem) => {
    expect(toProblem(new CaptureApiError(code, { retryable: true }))).toBe(problem)
  })
  it('an error of our own', () => {
    expect(toProblem(new TypeError('offline'))).toBe('unexpected')
  })
})
