import { AppError } from '@visavis/shared/errors'

/** Deeper than anything a person writes; whoever walks through what was parsed uses the stack for each level. */
const MAX_DEPTH = 64

/**
 * JSON of strangers. How deep it nests is told by its brackets before anything is built of it: a body of brackets alone
 * would take seconds to parse and overflow the stack of what reads it.
 * @throws AppError REQUEST_MALFORMED, JSON_TOO_DEEP
 */
export const parseJson = (text: string): unknown => {
  if (isDeeperThan(text, MAX_DEPTH)) throw new AppError('JSON_TOO_DEEP')
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('REQUEST_MALFORMED', { cause })
  }
}

/**
 * What is escaped, and what begins or ends something. Strings are not matched whole: a picture in base64 would take
 * seconds, and one of 9 MB the stack.
 */
const ESCAPED_QUOTE_OR_BRACKET = /\\.|["[\]{}]/gs

/** Brackets inside of strings do not count. */
const isDeeperThan = (text: string, most: number): boolean => {
  let depth = 0
  let isInString = false
  for (const [part] of text.matchAll(ESCAPED_QUOTE_OR_BRACKET)) {
    if (part === '"') isInString = !isInString
    else if (isInString) continue
    else if (part === '[' || part === '{') depth += 1
    else if (part === ']' || part === '}') depth -= 1
    if (depth > most) return true
  }
  return false
}
