import { addErased, type Erased, NOTHING_ERASED } from '../../storage/erased.ts'
import {
  type Attempt,
  advance,
  emitEvent,
  type FaceAuthentication,
  type HeldAuthentication,
} from '../authentications/index.ts'
import { queueVendorLooks } from '../capture/index.ts'
import { eraseFaces } from '../faces/index.ts'
import type { ErasureRepositories } from './deps.ts'

/**
 * Takes the person out of a face authentication: pictures, what is known of their browser, and every face that took
 * its picture from here. An open one is closed with 64001. Call it inside a transaction that holds the row, then
 * `removeErasedPictures` after it.
 */
export const eraseFaceAuthentication = async (
  repositories: ErasureRepositories,
  held: HeldAuthentication,
  now: Date,
): Promise<{ authentication: FaceAuthentication; erased: Erased }> => {
  const { authentication } = held
  const { tenantId, id } = authentication
  const closed = await advance(repositories, held, [{ trigger: 'closed', codes: [64001] }], { now })
  const attempts = await repositories.attempts.listAll(tenantId, id)
  const attemptIds = attempts.map((row) => row.id)
  const faces = await repositories.faces.listBySourceAttempts(tenantId, attemptIds)
  const erased = addErased(
    { ...NOTHING_ERASED, picture: await repositories.assets.markErasing(tenantId, attemptIds) },
    await eraseFaces(repositories, tenantId, faces, now),
    await eraseAtVendors(repositories, tenantId, attemptIds, now),
    ...(await scrubAttempts(repositories, attempts, now)),
  )
  await repositories.faceAuthentications.update(id, { anonymizedOn: now }, now)
  await repositories.idempotencyKeys.forget(tenantId, [id, ...attemptIds])
  const anonymized = { ...(closed?.authentication ?? authentication), anonymizedOn: now, modifiedOn: now }
  await emitEvent(repositories, { authentication: anonymized, type: 'face_authentication_anonymized', now })
  return { authentication: anonymized, erased }
}

/** Ordered here, done by a job: a vendor may be down. */
const eraseAtVendors = async (
  repositories: ErasureRepositories,
  tenantId: string,
  attemptIds: readonly string[],
  now: Date,
): Promise<Erased> => {
  const captures = await repositories.vendorCaptures.markErasing(tenantId, attemptIds, now)
  await queueVendorLooks(repositories, captures, now)
  return { ...NOTHING_ERASED, vendor_capture: captures.length }
}

const PERSONAL = ['ipAddress', 'residenceCountry', 'language', 'locale'] as const

const scrubAttempts = async (
  { attempts }: ErasureRepositories,
  rows: readonly Attempt[],
  now: Date,
): Promise<Erased[]> => {
  const erased: Erased[] = []
  for (const row of rows) {
    const redirectUrl = withoutQuery(row.redirectUrl)
    const known = PERSONAL.filter((name) => row[name] !== null).length
    erased.push({ ...NOTHING_ERASED, attempt_field: known + (redirectUrl === row.redirectUrl ? 0 : 1) })
    const nothing = { ipAddress: null, residenceCountry: null, language: null, locale: null }
    await attempts.update(row.id, { ...nothing, digitStringHash: null, redirectUrl }, now)
  }
  return erased
}

/** A partner's address may carry who its customer is after the `?`. */
const withoutQuery = (address: string): string => {
  const url = new URL(address)
  if (url.search === '' && url.hash === '') return address
  url.search = ''
  url.hash = ''
  return url.href
}
