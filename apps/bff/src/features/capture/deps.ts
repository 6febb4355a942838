import type { UploadSpool } from '../../storage/assets/types.ts'
import type { Database } from '../../storage/database.ts'
import type { AuthenticationsDeps, AuthenticationsRepositories } from '../authentications/index.ts'
import type { LivenessEngine } from '../checks/index.ts'
import type { LivenessChallengesRepo } from './challenge/challenges-repo.ts'
import type { ApplicantDevicesRepo } from './device/applicant-devices-repo.ts'
import type { VendorCapturesRepo } from './hosted/vendor-captures-repo.ts'
import type { LinkOwner } from './link-owner.ts'
import type { Observing } from './observe-capture.ts'
import type { LinkJourneysRepo } from './pages/link-journeys-repo.ts'

export interface CaptureRepositories extends AuthenticationsRepositories {
  vendorCaptures: VendorCapturesRepo
  linkJourneys: LinkJourneysRepo
  livenessChallenges: LivenessChallengesRepo
  applicantDevices: ApplicantDevicesRepo
  /** All that capture asks about hand-offs; that room, above this one, knows the rest. */
  handoffs: { isConnected(owner: LinkOwner): Promise<boolean> }
}

export interface CaptureDeps extends AuthenticationsDeps, Observing {
  database: Database<CaptureRepositories>
  spool: UploadSpool
  liveness?: LivenessEngine
  /** Where vendors' scripts run, an origin a capture: `https://*.scripts.example`; `undefined`: nowhere. */
  vendorScriptHost: string | undefined
}
