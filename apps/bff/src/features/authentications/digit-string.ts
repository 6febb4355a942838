import { randomInt } from 'node:crypto'
import { toPlainDigits } from '@visavis/shared/plain-digits'
import type { AuthenticationsDeps } from './deps.ts'

const DIGITS = 8
/** Clashes are rare as long as fewer than one in a thousand of all digit strings waits to be typed. */
const MAX_TRIES = 10

export interface DigitString {
  /** Shown this once. */
  digits: string
  /** Keyed, since eight digits can be guessed from a plain hash. */
  hash: Uint8Array
}

/** Eight digits that no other waiting attempt or hand-off has. */
export const createDigitString = async ({
  database,
  keyedHash,
}: AuthenticationsDeps): Promise<DigitString> => {
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const digits = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')
    const hash = keyedHash('digit-string', digits)
    if (!(await database.attempts.isDigitStringTaken(hash))) return { digits, hash }
  }
  throw new Error('no free digit string was found')
}

/** The eight digits in what a person typed, however grouped; `undefined` when there are not eight. */
export const parseDigitString = (typed: string): string | undefined => {
  const digits = toPlainDigits(typed).replace(/[\s\-–—.]/g, '')
  return new RegExp(`^\\d{${DIGITS}}$`).test(digits) ? digits : undefined
}
