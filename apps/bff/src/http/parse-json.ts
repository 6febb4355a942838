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

/** Brackets inside of strings do not count. Those are leapt over: a picture in one is megabytes of base64. */
const isDeeperThan = (text: string, most: number): boolean => {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '"') at = findEndOfString(text, at)
    else if (character === '[' || character === '{') depth += 1
    else if (character === ']' || character === '}') depth -= 1
    if (depth > most) return true
  }
  return false
}

/** A quote ends a string unless an odd number of backslashes stands before it (RFC 8259 §7). */
const findEndOfString = (text: string, start: number): number => {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let escapes = 0
    while (text[at - 1 - escapes] === '\\') escapes += 1
    if (escapes % 2 === 0) return at
  }
  return text.length
}
