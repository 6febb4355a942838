import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { mainJob } from './migrations/0001-main-job.ts'
import { journeysAndAccess } from './migrations/0002-journeys-and-access.ts'
import { webhooks } from './migrations/0003-webhooks.ts'
import { facesAndErasure } from './migrations/0004-faces-and-erasure.ts'
import { faceIndex } from './migrations/0005-face-index.ts'
import { idempotencyKeys } from './migrations/0006-idempotency-keys.ts'
import { rateLimits } from './migrations/0007-rate-limits.ts'
import { vendorCaptures } from './migrations/0008-vendor-captures.ts'
import { vendorFaces } from './migrations/0009-vendor-faces.ts'
import { pictureQuality } from './migrations/0010-picture-quality.ts'
import { dataKey } from './migrations/0014-data-key.ts'
import { handoffs } from './migrations/0015-handoffs.ts'
import { vendorIndex } from './migrations/0018-vendor-index.ts'
import { faceTemplates } from './migrations/0019-face-templates.ts'
import { vendorEvents } from './migrations/0031-vendor-events.ts'
import { webhookBreakers } from './migrations/0032-webhook-breakers.ts'
import { lockouts } from './migrations/0041-lockouts.ts'
import { pictureSources } from './migrations/0042-picture-sources.ts'
import { recognitionPipelines } from './migrations/0051-recognition-pipelines.ts'
import { indexARecognition } from './migrations/0052-index-a-recognition.ts'
import { templateFailures } from './migrations/0053-template-failures.ts'
import { decisionChain } from './migrations/0054-decision-chain.ts'
import { keyLimits } from './migrations/0055-key-limits.ts'
import { replays } from './migrations/0056-replays.ts'
import { clientLimits } from './migrations/0057-client-limits.ts'
import { lists } from './migrations/0058-lists.ts'
import { comparisons } from './migrations/0059-comparisons.ts'
import { metadataRetention } from './migrations/0060-metadata-retention.ts'
import { attemptDetails } from './migrations/0061-attempt-details.ts'
import { audit } from './migrations/0062-audit.ts'
import { liveness } from './migrations/0063-liveness.ts'
import { consoleAccess } from './migrations/0064-console.ts'
import { sealingKeys } from './migrations/0065-sealing-keys.ts'
import { applicantDevices } from './migrations/0066-applicant-devices.ts'
import { forgottenMetadata } from './migrations/0068-forgotten-metadata.ts'
import { livenessEvidence } from './migrations/0069-liveness-evidence.ts'
import { captureCourse } from './migrations/0070-capture-course.ts'
import { undelivered } from './migrations/0071-undelivered.ts'
import { moreLists } from './migrations/0072-more-lists.ts'
import { reviews } from './migrations/0074-reviews.ts'
import { stepUp } from './migrations/0075-step-up.ts'
import { deviceKeys } from './migrations/0078-device-keys.ts'
import { lastUse } from './migrations/0082-last-use.ts'
import { dueByEndpoint } from './migrations/0084-due-by-endpoint.ts'
import { unerased } from './migrations/0085-unerased.ts'
import { consent } from './migrations/0086-consent.ts'
import { testTenants } from './migrations/0087-test-tenants.ts'
import { auditReason } from './migrations/0089-audit-reason.ts'
import { singleSignOn } from './migrations/0090-single-sign-on.ts'
import { erasedInOrder } from './migrations/0093-erased-in-order.ts'
import { settledLists } from './migrations/0094-settled-lists.ts'
import { consoleMemberships } from './migrations/0095-console-memberships.ts'
import { pictureAccess } from './migrations/0096-picture-access.ts'
import type { Handle } from './tables.ts'

/** In order of their names. Listed by hand, so that a bundle or a stray file cannot change what runs. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-main-job': mainJob,
  '0002-journeys-and-access': journeysAndAccess,
  '0003-webhooks': webhooks,
  '0004-faces-and-erasure': facesAndErasure,
  '0005-face-index': faceIndex,
  '0006-idempotency-keys': idempotencyKeys,
  '0007-rate-limits': rateLimits,
  '0008-vendor-captures': vendorCaptures,
  '0009-vendor-faces': vendorFaces,
  '0010-picture-quality': pictureQuality,
  '0014-data-key': dataKey,
  '0015-handoffs': handoffs,
  '0018-vendor-index': vendorIndex,
  '0019-face-templates': faceTemplates,
  '0031-vendor-events': vendorEvents,
  '0032-webhook-breakers': webhookBreakers,
  '0041-lockouts': lockouts,
  '0042-picture-sources': pictureSources,
  '0051-recognition-pipelines': recognitionPipelines,
  '0052-index-a-recognition': indexARecognition,
  '0053-template-failures': templateFailures,
  '0054-decision-chain': decisionChain,
  '0055-key-limits': keyLimits,
  '0056-replays': replays,
  '0057-client-limits': clientLimits,
  '0058-lists': lists,
  '0059-comparisons': comparisons,
  '0060-metadata-retention': metadataRetention,
  '0061-attempt-details': attemptDetails,
  '0062-audit': audit,
  '0063-liveness': liveness,
  '0064-console': consoleAccess,
  '0065-sealing-keys': sealingKeys,
  '0066-applicant-devices': applicantDevices,
  '0068-forgotten-metadata': forgottenMetadata,
  '0069-liveness-evidence': livenessEvidence,
  '0070-capture-course': captureCourse,
  '0071-undelivered': undelivered,
  '0072-more-lists': moreLists,
  '0074-reviews': reviews,
  '0075-step-up': stepUp,
  '0078-device-keys': deviceKeys,
  '0082-last-use': lastUse,
  '0084-due-by-endpoint': dueByEndpoint,
  '0085-unerased': unerased,
  '0086-consent': consent,
  '0087-test-tenants': testTenants,
  '0089-audit-reason': auditReason,
  '0090-single-sign-on': singleSignOn,
  '0093-erased-in-order': erasedInOrder,
  '0094-settled-lists': settledLists,
  '0095-console-memberships': consoleMemberships,
  '0096-picture-access': pictureAccess,
}

/**
 * Brings the tables up to date, all or nothing. On PostgreSQL an advisory lock makes processes that start together
 * wait for one another.
 * @param last where to stop. Default: the newest one
 */
export const migrate = async (db: Handle, last?: string): Promise<void> => {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  const { error } = await (last === undefined ? migrator.migrateToLatest() : migrator.migrateTo(last))
  if (error) throw new Error('the database could not be brought up to date', { cause: error })
}

/** Whether this version of the program knows it. */
export const isMigration = (name: string): boolean => Object.hasOwn(MIGRATIONS, name)

/** What `migrate` has done here and would do; it itself changes nothing. */
export const readMigrations = async (
  db: Handle,
): Promise<{
  done: number
  /** The newest one that is done. */
  last: string | undefined
  pending: string[] /** Of a newer version of the program. */
  unknown: string[]
}> => {
  const names = Object.keys(MIGRATIONS)
  const { rows } = await sql<{ there: boolean }>`
    SELECT to_regclass('kysely_migration') IS NOT NULL AS there`.execute(db)
  if (!rows[0]?.there) return { done: 0, last: undefined, pending: names, unknown: [] }
  const log = await sql<{ name: string }>`SELECT name FROM kysely_migration ORDER BY name`.execute(db)
  const done = new Set(log.rows.map(({ name }) => name))
  return {
    done: done.size,
    last: log.rows.at(-1)?.name,
    pending: names.filter((name) => !done.has(name)),
    unknown: [...done].filter((name) => !(name in MIGRATIONS)),
  }
}
