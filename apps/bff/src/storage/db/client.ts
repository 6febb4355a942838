import { sql } from 'kysely'
import { apiKeysRepo } from './api-keys-repo.ts'
import { applicantsRepo } from './applicants-repo.ts'
import { assetsRepo } from './assets-repo.ts'
import { attemptsRepo } from './attempts-repo.ts'
import { codeTriesRepo } from './code-tries-repo.ts'
import { dataKeysRepo } from './data-keys-repo.ts'
import { erasureReceiptsRepo } from './erasure-receipts-repo.ts'
import { eventsRepo } from './events-repo.ts'
import { faceAuthenticationsRepo } from './face-authentications-repo.ts'
import { faceEnrollmentsRepo } from './face-enrollments-repo.ts'
import { faceIndexRepo } from './face-index-repo.ts'
import { facesRepo } from './faces-repo.ts'
import { handoffsRepo } from './handoffs-repo.ts'
import { idempotencyKeysRepo } from './idempotency-keys-repo.ts'
import { type OpenJobQueue, openJobQueue } from './job-queue.ts'
import type { QueryWatch } from './kysely-options.ts'
import { migrate } from './migrate.ts'
import { oauthClientsRepo } from './oauth-clients-repo.ts'
import { oauthTokensRepo } from './oauth-tokens-repo.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'
import { type FaceIndexSupport, prepareFaceIndex } from './prepare-face-index.ts'
import { retiredSettingsRepo } from './retired-settings-repo.ts'
import type { Handle } from './schema.ts'
import { tenantsRepo } from './tenants-repo.ts'
import type { Database, Repositories } from './types.ts'
import { userJourneysRepo } from './user-journeys-repo.ts'
import { vendorCapturesRepo } from './vendor-captures-repo.ts'
import { vendorFacesRepo } from './vendor-faces-repo.ts'
import { vendorIndexRepo } from './vendor-index-repo.ts'
import { webhookDeliveriesRepo } from './webhook-deliveries-repo.ts'
import { webhookEndpointsRepo } from './webhook-endpoints-repo.ts'

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
