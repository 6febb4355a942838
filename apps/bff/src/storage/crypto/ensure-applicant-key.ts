import type { KeyedApplicant, ValueSealer } from '../assets/types.ts'
import { newApplicantKey } from './applicant-key.ts'
import type { ApplicantKeysRepo } from './applicant-keys-repo.ts'

/**
 * The key of an applicant of an earlier version, who has none yet. Outside transactions.
 * @returns undefined: there is no such applicant, or they were erased
 */
export const ensureApplicantKey = (
  { database, sealer }: { database: { applicantKeys: ApplicantKeysRepo }; sealer: ValueSealer },
  { tenantId, applicantId }: Pick<KeyedApplicant, 'tenantId' | 'applicantId'>,
): Promise<Uint8Array | undefined> => {
  const sealed = newApplicantKey(sealer, { tenantId, applicantId })
  return database.applicantKeys.insertIfNone({ tenantId, applicantId, sealed })
}
