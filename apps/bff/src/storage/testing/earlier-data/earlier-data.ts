import type { VendorCaptureStatus } from '../../../features/capture/hosted/vendor-captures-repo.ts'
import type { Partner } from './earlier-app.ts'

/** What was true of the data when it was written; beside it as JSON. */
export interface EarlierData {
  engine: 'pglite' | 'postgres'
  /** The time of the answers; links, codes and tokens work then. */
  writtenOn: string
  partners: { first: Partner; second: Partner }
  /** Rows by table. */
  counts: Record<string, number>
  /** Jobs that wait, by queue. */
  jobs: Record<string, number>
  /** What the partner API said. */
  answers: { partner: keyof EarlierData['partners']; path: string; body: object }[]
  oauth: { clientId: string; clientSecret: string; token: string }
  keys: { matchOnly: string }
  once: { key: string; path: string; request: object; answer: object }
  links: {
    /** Never opened. */
    unopened: { token: string; authenticationId: string; templates: string[] }
    digits: { digits: string; attemptId: string }
    enrollment: { token: string; faceId: string }
    waiting: { token: string; digits: string; number: string }
    connected: { token: string; follower: string }
  }
  /** By the SHA-256 of what was uploaded. */
  pictures: { ownerId: string; sha256: string }[]
  webhook: { endpointId: string; deliveryId: string; eventId: string; secret: string; authorization: string }
  captures: { attemptId: string; status: VendorCaptureStatus }[]
  /** The way back of an open one, and what its vendor is then asked with. */
  returned: { path: string; state: object }
  /** One of a journey that has another provider by now: its vendor is asked under the settings of before. */
  moved: { authenticationId: string; session: string; settings: object }
  /** What the browser of an open one was told to do. */
  step: { token: string; next: object }
  vendorFaces: { kept: { faceId: string }; erasing: { faceId: string; reference: string } }
  vendorEntry: { id: string }
  /** Absent where there is no 1:N. */
  indexed?: { id: string; person: number }
  /** Pictures whose objects are still there, and are to go. */
  removed: { erasing: string; writing: string }
  codeTries: { key: string; count: number }
  openReceipt: { path: string; vendorSession: string }
}
