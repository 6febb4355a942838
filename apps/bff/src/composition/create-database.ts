import {
  type AccessRepositories,
  apiKeysRepo,
  oauthClientsRepo,
  oauthTokensRepo,
  tenantsRepo,
} from '../features/access/index.ts'
import { applicantsRepo } from '../features/applicants/index.ts'
import { auditEventsRepo } from '../features/audit/index.ts'
import {
  attemptsRepo,
  decisionsRepo,
  faceAuthenticationsRepo,
  lockoutsRepo,
} from '../features/authentications/index.ts'
import {
  applicantDevicesRepo,
  linkJourneysRepo,
  livenessChallengesRepo,
  vendorCapturesRepo,
} from '../features/capture/index.ts'
import {
  type ConsoleRepositories,
  consoleIdentitiesRepo,
  consoleInvitesRepo,
  consoleSessionsRepo,
  consoleUsersRepo,
  installationRepo,
  overviewRepo,
  pictureRequestsRepo,
} from '../features/console/index.ts'
import { type ErasureRepositories, erasureReceiptsRepo } from '../features/erasure/index.ts'
import { faceEnrollmentsRepo, facesRepo, vendorFacesRepo } from '../features/faces/index.ts'
import { codeTriesRepo, type HandoffRepositories, handoffsRepo } from '../features/handoff/index.ts'
import { idempotencyKeysRepo } from '../features/idempotency/index.ts'
import { retiredSettingsRepo, userJourneysRepo } from '../features/journeys/index.ts'
import { assetsRepo } from '../features/pictures/index.ts'
import { reviewsRepo } from '../features/reviews/index.ts'
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
import { applicantKeysRepo } from '../storage/crypto/applicant-keys-repo.ts'
import { type DataKeysRepo, dataKeysRepo } from '../storage/crypto/data-keys-repo.ts'
import { type SealedColumnsRepo, sealedColumnsRepo } from '../storage/crypto/sealed-columns-repo.ts'
import type { Database } from '../storage/database.ts'
import type { QueryWatch } from '../storage/kysely-options.ts'
import { lazyRepositories } from '../storage/lazy-repositories.ts'
import { type DatabaseOptions, openDatabase } from '../storage/open-database.ts'
import type { Handle } from '../storage/tables.ts'

/** Every room's repositories, together. */
export type AllRepositories = AccessRepositories &
  ConsoleRepositories &
  ErasureRepositories &
  HandoffRepositories & { dataKeys: DataKeysRepo; sealedColumns: SealedColumnsRepo }

export type AllDatabase = Database<AllRepositories> & { readonly faceIndexSupport: FaceIndexSupport }

const toRepositories = lazyRepositories<AllRepositories>({
  tenants: tenantsRepo,
  apiKeys: apiKeysRepo,
  oauthClients: oauthClientsRepo,
  oauthTokens: oauthTokensRepo,
  userJourneys: userJourneysRepo,
  applicants: applicantsRepo,
  applicantDevices: applicantDevicesRepo,
  applicantKeys: applicantKeysRepo,
  faces: facesRepo,
  faceEnrollments: faceEnrollmentsRepo,
  faceAuthentications: faceAuthenticationsRepo,
  attempts: attemptsRepo,
  lockouts: lockoutsRepo,
  decisions: decisionsRepo,
  auditEvents: auditEventsRepo,
  assets: assetsRepo,
  codeTries: codeTriesRepo,
  consoleIdentities: consoleIdentitiesRepo,
  consoleInvites: consoleInvitesRepo,
  consoleSessions: consoleSessionsRepo,
  consoleUsers: consoleUsersRepo,
  installation: installationRepo,
  pictureRequests: pictureRequestsRepo,
  overview: overviewRepo,
  dataKeys: dataKeysRepo,
  sealedColumns: sealedColumnsRepo,
  erasureReceipts: erasureReceiptsRepo,
  faceIndex: faceIndexRepo,
  events: eventsRepo,
  webhookEndpoints: webhookEndpointsRepo,
  webhookDeliveries: webhookDeliveriesRepo,
  webhookBreakers: webhookBreakersRepo,
  jobs: (db: Handle, jobs) => jobs.repo(db),
  idempotencyKeys: idempotencyKeysRepo,
  handoffs: handoffsRepo,
  linkJourneys: linkJourneysRepo,
  livenessChallenges: livenessChallengesRepo,
  vendorCaptures: vendorCapturesRepo,
  vendorFaces: vendorFacesRepo,
  vendorIndex: vendorIndexRepo,
  retiredSettings: retiredSettingsRepo,
  reviews: reviewsRepo,
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
