import type { AttemptStatus, AuthenticationStatus } from '@visavis/shared/statuses'
import type { Logger } from 'pino'
import type { Mailer } from '../../mail/types.ts'
import type { Database } from '../../storage/database.ts'
import type { JobsRepo } from '../../storage/job-types.ts'
import type { AccessDeps, AccessRepositories } from '../access/index.ts'
import type { ApplicantsDeps, ApplicantsRepositories } from '../applicants/index.ts'
import type { JourneysDeps } from '../journeys/index.ts'
import type { PicturesDeps, PicturesRepositories } from '../pictures/index.ts'
import type { ReviewsRepositories } from '../reviews/index.ts'
import type { WebhooksRepositories } from '../webhooks/index.ts'
import type { FaceEnrollmentsRepo } from './enrolments/face-enrollments-repo.ts'
import type { FacesRepo } from './faces-repo.ts'
import type { VendorFacesRepo } from './vendor-faces-repo.ts'

export interface FacesRepositories
  extends AccessRepositories,
    ApplicantsRepositories,
    PicturesRepositories,
    ReviewsRepositories,
    WebhooksRepositories {
  faces: FacesRepo
  faceEnrollments: FaceEnrollmentsRepo
  vendorFaces: VendorFacesRepo
  jobs: JobsRepo
  /** What a face taken from an attempt asks about it; the room above, which owns both tables, has the rest. */
  attempts: {
    find(
      tenantId: string,
      id: string,
    ): Promise<{ faceAuthenticationId: string; status: AttemptStatus } | undefined>
  }
  faceAuthentications: {
    lock(
      tenantId: string,
      id: string,
    ): Promise<{ applicantId: string; status: AuthenticationStatus; anonymizedOn: Date | null } | undefined>
  }
}

export interface FacesDeps extends AccessDeps, ApplicantsDeps, JourneysDeps, PicturesDeps {
  database: Database<FacesRepositories>
  log: Logger
  /** Absent: this server sends no e-mail. */
  mailer?: Mailer
  /** A new face expires after so many days; `null`: it does not. */
  faceLifetimeDays: number | null
}
