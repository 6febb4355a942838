import { createHash } from 'node:crypto'
import type { CaptureSession } from '@visavis/shared/capture-api'
import { CONSENT_TEXT_VERSION, type GivenConsent } from '@visavis/shared/consent'
import type { UserJourney } from '../journeys/index.ts'
import type { HeldCapture } from './capture-subject.ts'

/** Which words somebody agrees to: ours, and what the journey puts in their place or beside them. */
export const toGivenConsent = (
  journey: Pick<UserJourney, 'consentNotice' | 'copy'> | undefined,
  language: string | undefined,
): GivenConsent => {
  const { consentNotice = null, copy = {} } = journey ?? {}
  const isOurs = consentNotice === null && Object.keys(copy).length === 0
  return {
    ...(language === undefined ? {} : { language }),
    textVersion: CONSENT_TEXT_VERSION,
    ...(isOurs ? {} : { noticeVersion: hashOf([toSorted(consentNotice ?? {}), toSorted(copy)]) }),
  }
}

/** The database keeps the names of an object in an order of its own. */
const toSorted = (fields: object) => Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))

const hashOf = (said: unknown): string =>
  createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16)

/** What the start screen says of the journey, with how long it keeps a picture. */
export const toShownNotice = ({ journey }: HeldCapture): CaptureSession['notice'] =>
  journey?.consentNotice ? { ...journey.consentNotice, picture_days: journey.retentionDays } : undefined
