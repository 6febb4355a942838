import type { UserJourney } from '../../journeys/index.ts'
import type { CaptureSubject } from '../capture-subject.ts'
import type { CaptureRepositories } from '../deps.ts'
import { toLinkOwner } from '../link-owner.ts'
import { mayAskForTurn } from './challenge-rules.ts'
import type { LivenessChallenge } from './challenges-repo.ts'

/** The one of that link, where its journey may ask for one. */
export const findChallenge = async (
  { livenessChallenges }: Pick<CaptureRepositories, 'livenessChallenges'>,
  journey: UserJourney | undefined,
  subject: Pick<CaptureSubject, 'purpose' | 'tenantId' | 'id'>,
): Promise<LivenessChallenge | undefined> =>
  journey && mayAskForTurn(journey) ? livenessChallenges.findByOwner(toLinkOwner(subject)) : undefined
