import { sql } from 'kysely'
import { apiKeysRepo } from '../features/access/api-keys-repo.ts'
import { oauthClientsRepo } from '../features/access/oauth-clients-repo.ts'
import { oauthTokensRepo } from '../features/access/oauth-tokens-repo.ts'
import { tenantsRepo } from '../features/access/tenants-repo.ts'
import { applicantsRepo } from '../features/applicants/applicants-repo.ts'
import { attemptsRepo } from '../features/authentications/attempts-repo.ts'
import { faceAuthenticationsRepo } from '../features/authentications/face-authentications-repo.ts'
import { vendorCapturesRepo } from '../features/capture/hosted/vendor-captures-repo.ts'
import { erasureReceiptsRepo } from '../features/erasure/erasure-receipts-repo.ts'
import { faceEnrollmentsRepo } from '../features/faces/enrolments/face-enrollments-repo.ts'
import { facesRepo } from '../features/faces/faces-repo.ts'
import { vendorFacesRepo } from '../features/faces/vendor-faces-repo.ts'
import { codeTriesRepo } from '../features/handoff/code-tries-repo.ts'
import { handoffsRepo } from '../features/handoff/handoffs-repo.ts'
import { idempotencyKeysRepo } from '../features/idempotency/idempotency-keys-repo.ts'
import { retiredSettingsRepo } from '../features/journeys/retired-settings-repo.ts'
import { userJourneysRepo } from '../features/journeys/user-journeys-repo.ts'
import { assetsRepo } from '../features/pictures/assets-repo.ts'
import { faceIndexRepo } from '../features/search/face-index-repo.ts'
import { type FaceIndexSupport, prepareFaceIndex } from '../features/search/prepare-face-index.ts'
import { vendorIndexRepo } from '../features/search/vendor-index-repo.ts'
import { eventsRepo } from '../features/webhooks/events-repo.ts'
import { webhookDeliveriesRepo } from '../features/webhooks/webhook-deliveries-repo.ts'
import { webhookEndpointsRepo } from '../features/webhooks/webhook-endpoints-repo.ts'
import { dataKeysRepo } from './crypto/data-keys-repo.ts'
import { type OpenJobQueue, openJobQueue } from './job-queue.ts'
import type { QueryWatch } from './kysely-options.ts'
import { migrate } from './migrate.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'
import type { Handle } from './schema.ts'
import type { Database, Repositories } from './types.ts'

export type DatabaseOptions =
  /** A folder of its own, or `memory`: gone with the process. */
  | { kind: 'pglite'; dataDir: string | 'memory' }
  /** `postgresql://user:password@host:port/database` */
  | { kind: 'postgres'; url: string }

const toRepositories = (db: Handle, jobs: OpenJobQueue): Repositories => ({
  tenants: tenantsRepo(db),
  apiKeys: apiKeysRepo(db),
  oauthClients: oauthClientsRepo(db),
  oauthTokens: oauthTokensRepo(db),
  userJourneys: userJourneysRepo(db),
  applicants: applicantsRepo(db),
  faces: facesRepo(db),
  faceEnrollments: faceEnrollmentsRepo(db),
  faceAuthentications: faceAuthenticationsRepo(db),
  attempts: attemptsRepo(db),
  assets: assetsRepo(db),
  codeTries: codeTriesRepo(db),
  dataKeys: dataKeysRepo(db),
  erasureReceipts: erasureReceiptsRepo(db),
  faceIndex: faceIndexRepo(db),
  events: eventsRepo(db),
  webhookEndpoints: webhookEndpointsRepo(db),
  webhookDeliveries: webhookDeliveriesRepo(db),
  jobs: jobs.repo(db),
  idempotencyKeys: idempotencyKeysRepo(db),
  handoffs: handoffsRepo(db),
  vendorCaptures: vendorCapturesRepo(db),
  vendorFaces: vendorFacesRepo(db),
  vendorIndex: vendorIndexRepo(db),
  retiredSettings: retiredSettingsRepo(db),
})

/**
 * Opens the database with its job queue and brings the tables of both up to date.
 * @throws Error when it cannot be reached, DatabaseInUseError when another process has the PGlite folder open
 */
export const createDatabase = async (options: DatabaseOptions, watch: QueryWatch = {}): Promise<Database> => {
  const { db, jobStore, close } =
    options.kind === 'pglite' ? await openPglite(options.dataDir, watch) : openPostgres(options.url, watch)
  let faceIndexSupport: FaceIndexSupport
  let jobs: OpenJobQueue
  try {
    await migrate(db)
    faceIndexSupport = await prepareFaceIndex(db)
    jobs = await openJobQueue(jobStore)
  } catch (cause) {
    await close()
    throw cause
  }
  return {
    engine: options.kind,
    faceIndexSupport,
    ...toRepositories(db, jobs),
    transaction: (work) =>
      db
        .transaction()
        .setIsolationLevel('read committed')
        .execute((trx) => work(toRepositories(trx, jobs))),
    queue: jobs.queue,
    ping: async () => {
      await sql`select 1`.execute(db)
    },
    close: async () => {
      await jobs.queue.stop()
      await close()
    },
  }
}
