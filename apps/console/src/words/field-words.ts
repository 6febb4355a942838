/** What the server says about a field, in words. */
import { ERROR_DETAILS } from '@visavis/shared/error-details'

const isDetail = (word: string): word is keyof typeof ERROR_DETAILS => Object.hasOwn(ERROR_DETAILS, word)

const toSentence = (code: string): string => {
  const word = code.split('__').at(-1) ?? ''
  return isDetail(word) ? ERROR_DETAILS[word].join(' ') : `The server says ${code}.`
}

/** Of a list of which one entry is wrong: which. */
const toPlace = (rest: string): string => {
  const [first = '', second] = rest.split('__')
  return second !== undefined && /^\d+$/.test(first) ? `Entry ${Number(first) + 1}: ` : ''
}

/**
 * @param codes `theme__colors__text__contrast_too_low`
 * @param field `theme__colors__text`
 * @returns what is wrong with that field or a part of it; `undefined`: nothing
 */
export const toFieldWords = (codes: readonly string[], field: string): string | undefined => {
  const own = codes.filter((code) => code.startsWith(`${field}__`))
  const sentences = own.map((code) => toPlace(code.slice(field.length + 2)) + toSentence(code))
  return own.length === 0 ? undefined : [...new Set(sentences)].join(' ')
}
