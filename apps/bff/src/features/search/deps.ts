import type { Database } from '../../storage/database.ts'
import type { FacesDeps, FacesRepositories } from '../faces/index.ts'
import type { FaceIndexRepo } from './face-index-repo.ts'
import type { FaceIndexSupport } from './prepare-face-index.ts'
import type { VendorIndexRepo } from './vendor-index-repo.ts'

export interface SearchRepositories extends FacesRepositories {
  faceIndex: FaceIndexRepo
  vendorIndex: VendorIndexRepo
}

export interface SearchDeps extends FacesDeps {
  database: Database<SearchRepositories> & {
    /** Only with `available` may `faceIndex` be used, except to list what there is of an applicant. */
    readonly faceIndexSupport: FaceIndexSupport
  }
}
