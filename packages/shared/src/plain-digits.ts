/** Noughts of the scripts whose keyboards have digits of their own: Arabic, Persian and Urdu, Devanagari. */
const NOUGHTS = [0x0660, 0x06f0, 0x0966]

const toPlain = (character: string): string => {
  const code = character.charCodeAt(0)
  const nought = NOUGHTS.find((first) => code >= first && code <= first + 9)
  return nought === undefined ? character : String(code - nought)
}

/** What a person typed, with every digit as one of `0` to `9`: full-width ones too. */
export const toPlainDigits = (typed: string): string => [...typed.normalize('NFKC')].map(toPlain).join('')
