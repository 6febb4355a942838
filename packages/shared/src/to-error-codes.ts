import type * as z from 'zod'
import { type ErrorDetail, type FieldError, toFieldError } from './error-details.ts'

/** What a schema found wrong in Checkout's grammar: `{attribute}__{error}` or `{object}__{attribute}__{error}`. */
export const toErrorCodes = (issues: readonly z.core.$ZodIssue[], input: unknown): FieldError[] => [
  ...new Set(issues.flatMap((issue) => toCodes(issue, input))),
]

const toCodes = (issue: z.core.$ZodIssue, input: unknown): FieldError[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => toFieldError([...issue.path, key], 'unknown'))
  }
  return [toFieldError(issue.path, toError(issue, valueAt(input, issue.path)))]
}

const toError = (issue: z.core.$ZodIssue, value: unknown): ErrorDetail => {
  if (value === undefined) return 'required'
  if (issue.code === 'invalid_type') return 'invalid_type'
  if (issue.code === 'too_big') return 'too_long'
  if (issue.code === 'too_small') return 'too_short'
  return 'invalid_format'
}

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown => {
  let value = input
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = Reflect.get(value, key)
  }
  return value
}
