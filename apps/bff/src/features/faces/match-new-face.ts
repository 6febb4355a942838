import type { ResponseCode } from '@visavis/shared/response-codes'
import { callProvider } from '../../providers/call-provider.ts'
import type { Asker, Picture } from '../../providers/types.ts'
import type { UserJourney } from '../journeys/index.ts'
import type { FacesDeps, FacesRepositories } from './deps.ts'
import type { Face } from './faces-repo.ts'
import { readReferences } from './references.ts'

/** Where no journey says how alike two pictures must be. */
const DEFAULT_LEVEL = 3

interface NewFace {
  face: Face
  /** Absent for an enrolment that names none: then it must match. */
  journey: Pick<UserJourney, 'enrolmentMatch' | 'minimumMatchLevel'> | undefined
  picture: Picture
}

export interface NewFaceMatch {
  /** It may be used at once; otherwise somebody has to look at it. */
  isTrusted: boolean
  /** Why not. */
  codes: readonly ResponseCode[]
  /** Whether no other face has come meanwhile that it was not compared with. Inside the transaction that adds it. */
  isStillTrue(repositories: FacesRepositories): Promise<boolean>
}

/**
 * Compares a new face with those its applicant has, as the journey wants it, so that nobody else's face becomes one of
 * theirs. One that cannot be compared, since it is a vendor's or of another model, does not vouch for anybody.
 * @throws AppError PROVIDER_UNAVAILABLE
 */
export const matchNewFace = async (
  deps: FacesDeps,
  { face, journey, picture }: NewFace,
  asker: Asker,
): Promise<NewFaceMatch> => {
  const { enrolmentMatch: policy = 'required', minimumMatchLevel = DEFAULT_LEVEL } = journey ?? {}
  if (policy === 'off') return { isTrusted: true, codes: [], isStillTrue: async () => true }
  const { tenantId, applicantId } = face
  const listActive = async ({ faces }: Pick<FacesRepositories, 'faces'>) =>
    (await faces.listActive(tenantId, applicantId, deps.now())).map(({ id }) => id)
  const known = await listActive(deps.database)
  const isStillTrue = async (repositories: FacesRepositories) =>
    (await listActive(repositories)).every((id) => known.includes(id))
  if (known.length === 0) return { isTrusted: true, codes: [], isStillTrue }
  if (policy === 'review') return { isTrusted: false, codes: [], isStillTrue }
  const provider = deps.providers.default
  const { verify } = provider
  const references = await readReferences(deps, provider, face)
  const outcome =
    verify && references.length > 0
      ? await callProvider(provider, (signal) =>
          verify({ selfie: picture, references, minimumMatchLevel }, signal, asker),
        )
      : undefined
  const isMatch = outcome?.kind === 'approved'
  return { isTrusted: isMatch, codes: outcome?.kind === 'declined' ? [62321] : [], isStillTrue }
}
