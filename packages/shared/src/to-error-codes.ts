import type * as z from 'zod'

/** What a schema found wrong in Checkout's grammar: `{attribute}__{error}` or `{object}__{attribute}__{error}`. */
export const toErrorCodes = (issues: readonly z.core.$ZodIssue[], input: unknown): string[] => [
  ...new Set(issues.flatMap((issue) => toCodes(issue, input))),
]

const toCodes = (issue: z.core.$ZodIssue, input: unknown): string[] => {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => join(path, key, 'unknown'))
  return [join(path, toError(issue, valueAt(input, issue.path)))]
}

const join = (path: readonly string[], ...rest: string[]): string => [...path, ...rest].join('__')

const toError = (issue: z.core.$ZodIssue, value: unknown): string => {
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
