import type { AssetStore, KeyedHash, Sealer } from '../../storage/assets/types.ts'
import type { ApplicantKeysRepo } from '../../storage/crypto/applicant-keys-repo.ts'
import type { Database } from '../../storage/database.ts'
import type { AuditRepositories } from '../audit/index.ts'
import type { AssetsRepo } from './assets-repo.ts'

export interface PicturesRepositories extends AuditRepositories {
  assets: AssetsRepo
  applicantKeys: ApplicantKeysRepo
}

export interface PicturesDeps {
  database: Database<PicturesRepositories>
  assets: AssetStore
  keyedHash: KeyedHash
  sealer: Sealer
  now: () => Date
  publicUrl: string
  /** Names this process in announced pictures. */
  writer: string
}
