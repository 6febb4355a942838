import { sql } from 'kysely'
import { apiKeysRepo } from './api-keys-repo.ts'
import { applicantsRepo } from './applicants-repo.ts'
import { assetsRepo } from './assets-repo.ts'
import { attemptsRepo } from './attempts-repo.ts'
import { codeTriesRepo } from './code-tries-repo.ts'
import { erasureReceiptsRepo } from './erasure-receipts-repo.ts'
import { faceAuthenticationsRepo } from './face-authentications-repo.ts'
import { faceEnrollmentsRepo } from './face-enrollments-repo.ts'
import { faceIndexRepo } from './face-index-repo.ts'
import { facesRepo } from './faces-repo.ts'
import { migrate } from './migrate.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'
import { type FaceIndexSupport, prepareFaceIndex } from './prepare-face-index.ts'
import type { Handle } from './schema.ts'
import { tenantsRepo } from './tenants-repo.ts'
import type { Database, Repositories } from './types.ts'
import { userJourneysRepo } from './user-journeys-repo.ts'

export type DatabaseOptions =
  /** A folder of its own, or `memory`: gone with the process. */
  | { kind: 'pglite'; dataDir: string | 'memory' }
  /** `postgresql://user:password@host:port/database` */
  | { kind: 'postgres'; url: string }

const toRepositories = (db: Handle): Repositories => ({
  tenants: tenantsRepo(db),
  apiKeys: apiKeysRepo(db),
  userJourneys: userJourneysRepo(db),
  applicants: applicantsRepo(db),
  faces: facesRepo(db),
  faceEnrollments: faceEnrollmentsRepo(db),
  faceAuthentications: faceAuthenticationsRepo(db),
  attempts: attemptsRepo(db),
  assets: assetsRepo(db),
  codeTries: codeTriesRepo(db),
  erasureReceipts: erasureReceiptsRepo(db),
  faceIndex: faceIndexRepo(db),
})

/**
 * Opens the database and brings its tables up to date.
 * @throws Error when it cannot be reached, or another process has the PGlite folder open
 */
export const createDatabase = async (options: DatabaseOptions): Promise<Database> => {
  const { db, close } =
    options.kind === 'pglite' ? await openPglite(options.dataDir) : openPostgres(options.url)
  let faceIndexSupport: FaceIndexSupport
  try {
    await migrate(db)
    faceIndexSupport = await prepareFaceIndex(db)
  } catch (cause) {
    await close()
    throw cause
  }
  return {
    engine: options.kind,
    faceIndexSupport,
    ...toRepositories(db),
    transaction: (work) =>
      db
        .transaction()
        .setIsolationLevel('read committed')
        .execute((trx) => work(toRepositories(trx))),
    ping: async () => {
      await sql`select 1`.execute(db)
    },
    close,
  }
}
