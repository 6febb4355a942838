import { dueTrigger } from '../links/index.ts'
import { advance } from './advance.ts'
import type { Attempt } from './attempts-repo.ts'
import type { AuthenticationsRepositories } from './deps.ts'
import type { FaceAuthentication } from './face-authentications-repo.ts'

interface Held {
  authentication: FaceAuthentication
  attempt: Attempt | undefined
}

/**
 * Locks a face authentication with its open attempt and applies what time has done to them since the last look,
 * so that nobody ever sees a link as live that has run out.
 */
export const lockAndSettle = async (
  repositories: AuthenticationsRepositories,
  tenantId: string,
  faceAuthenticationId: string,
  now: Date,
): Promise<Held | undefined> => {
  const authentication = await repositories.faceAuthentications.lock(tenantId, faceAuthenticationId)
  if (!authentication) return undefined
  const attempt = await repositories.attempts.findOpen(tenantId, faceAuthenticationId)
  const due = attempt && dueTrigger(attempt, now)
  if (!due) return { authentication, attempt }
  const settled = await advance(repositories, { authentication, attempt, ...due, now })
  return settled
    ? { authentication: settled.authentication, attempt: undefined }
    : { authentication, attempt }
}
