import { randomBytes } from 'node:crypto'
import type { KeyedApplicant, ValueSealer } from '../assets/types.ts'
import type { SealedColumn } from './sealed-column.ts'

const APPLICANT_KEY_BYTES = 32

type Applicant = Pick<KeyedApplicant, 'tenantId' | 'applicantId'>

const toContext = ({ tenantId, applicantId }: Applicant): string => `applicant-key:${tenantId}:${applicantId}`

export const APPLICANT_KEY_COLUMN: SealedColumn = {
  what: 'keys of applicants',
  table: 'applicantKeys',
  column: 'sealed',
  key: ['applicantId'],
  columns: ['tenantId'],
  toContext,
}

/** A key for an applicant who has none yet, sealed: as its row is to hold it. */
export const newApplicantKey = (sealer: ValueSealer, applicant: Applicant): Uint8Array =>
  sealer.seal(randomBytes(APPLICANT_KEY_BYTES), toContext(applicant))

/** @throws Error when there is none, or it belongs to somebody else */
export const openApplicantKey = (sealer: ValueSealer, applicant: KeyedApplicant): Uint8Array => {
  const { applicantKey } = applicant
  if (!applicantKey) throw new Error('a sealed value belongs to an applicant whose key is not here')
  return sealer.open(applicantKey, toContext(applicant))
}
