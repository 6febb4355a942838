import {
  type AccessRepositories,
  apiKeysRepo,
  oauthClientsRepo,
  oauthTokensRepo,
  tenantsRepo,
} from '../features/access/index.ts'
import { applicantsRepo } from '../features/applicants/index.ts'
import { attemptsRepo, faceAuthenticationsRepo, lockoutsRepo } from '../features/authentications/index.ts'
import { linkJourneysRepo, vendorCapturesRepo } from '../features/capture/index.ts'
import { type ErasureRepositories, erasureReceiptsRepo } from '../features/erasure/index.ts'
import { faceEnrollmentsRepo, facesRepo, vendorFacesRepo } from '../features/faces/index.ts'
import { codeTriesRepo, type HandoffRepositories, handoffsRepo } from '../features/handoff/index.ts'
import { idempotencyKeysRepo } from '../features/idempotency/index.ts'
import { retiredSettingsRepo, userJourneysRepo } from '../features/journeys/index.ts'
import { assetsRepo } from '../features/pictures/index.ts'
import {
  type FaceIndexSupport,
  faceIndexRepo,
  prepareFaceIndex,
  vendorIndexRepo,
} from '../features/search/index.ts'
import {
  eventsRepo,
  webhookBreakersRepo,
  webhookDeliveriesRepo,
  webhookEndpointsRepo,
} from '../features/webhooks/index.ts'
import { type DataKeysRepo, dataKeysRepo } from '../storage/crypto/data-keys-repo.ts'
import type { Database } from '../storage/database.ts'
import type { OpenJobQueue } from '../storage/job-queue.ts'
import type { QueryWatch } from '../storage/kysely-options.ts'
import { type DatabaseOptions, openDatabase } from '../storage/open-database.ts'
import { type Handle, tablesOf } from '../storage/tables.ts'

/** Every room's repositories, together. */
export type AllRepositories = AccessRepositories &
  ErasureRepositories &
  HandoffRepositories & { dataKeys: DataKeysRepo }

export type AllDatabase = Database<AllRepositories> & { readonly faceIndexSupport: FaceIndexSupport }

const toRepositories = (db: Handle, jobs: OpenJobQueue): AllRepositories => ({
  tenants: tenantsRepo(tablesOf(db)),
  apiKeys: apiKeysRepo(tablesOf(db)),
  oauthClients: oauthClientsRepo(tablesOf(db)),
  oauthTokens: oauthTokensRepo(tablesOf(db)),
  userJourneys: userJourneysRepo(tablesOf(db)),
  applicants: applicantsRepo(tablesOf(db)),
  faces: facesRepo(tablesOf(db)),
  faceEnrollments: faceEnrollmentsRepo(tablesOf(db)),
  faceAuthentications: faceAuthenticationsRepo(tablesOf(db)),
  attempts: attemptsRepo(tablesOf(db)),
  lockouts: lockoutsRepo(tablesOf(db)),
  assets: assetsRepo(tablesOf(db)),
  codeTries: codeTriesRepo(tablesOf(db)),
  dataKeys: dataKeysRepo(tablesOf(db)),
  erasureReceipts: erasureReceiptsRepo(tablesOf(db)),
  faceIndex: faceIndexRepo(tablesOf(db)),
  events: eventsRepo(tablesOf(db)),
  webhookEndpoints: webhookEndpointsRepo(tablesOf(db)),
  webhookDeliveries: webhookDeliveriesRepo(tablesOf(db)),
  webhookBreakers: webhookBreakersRepo(tablesOf(db)),
  jobs: jobs.repo(db),
  idempotencyKeys: idempotencyKeysRepo(tablesOf(db)),
  handoffs: handoffsRepo(tablesOf(db)),
  linkJourneys: linkJourneysRepo(tablesOf(db)),
  vendorCaptures: vendorCapturesRepo(tablesOf(db)),
  vendorFaces: vendorFacesRepo(tablesOf(db)),
  vendorIndex: vendorIndexRepo(tablesOf(db)),
  retiredSettings: retiredSettingsRepo(tablesOf(db)),
})

/**
 * Opens the database with its job queue and brings the tables of both up to date.
 * @throws Error when it cannot be reached, DatabaseInUseError when another process has the PGlite folder open
 */
export const createDatabase = (options: DatabaseOptions, watch: QueryWatch = {}): Promise<AllDatabase> =>
  openDatabase(options, {
    watch,
    toRepositories,
    prepare: async (db) => ({ faceIndexSupport: await prepareFaceIndex(db) }),
  })
