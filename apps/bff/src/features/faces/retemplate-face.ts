import type { TemplateFailure } from '@visavis/shared/webhook-events'
import type { Asker, Recognition, ReferenceTemplate } from '../../providers/types.ts'
import { ensureApplicantKey } from '../../storage/crypto/ensure-applicant-key.ts'
import { findPicture } from '../pictures/index.ts'
import { recordEvents } from '../webhooks/index.ts'
import type { FacesDeps } from './deps.ts'
import type { Face } from './faces-repo.ts'
import { makeReference } from './make-reference.ts'
import { sealTemplate } from './seal-template.ts'
import { toEnrollmentRequired } from './to-enrollment-required.ts'
import { faceStatusAt } from './transition-rules.ts'

/** What it takes; the command line has no more. */
export interface RetemplateDeps extends Pick<FacesDeps, 'database' | 'assets' | 'sealer' | 'log' | 'now'> {
  providers: Pick<FacesDeps['providers'], 'default'>
}

type FaceRef = Pick<Face, 'id' | 'tenantId' | 'applicantId'>

/**
 * Makes the template of the present model out of the picture that is kept of a face. Where none can be made, that is
 * noted, and the partner is told once that the person has to enrol again.
 * @returns undefined: there is none, or the face is gone
 * @throws AppError PROVIDER_UNAVAILABLE, RATE_LIMITED
 */
export const retemplateFace = async (
  deps: RetemplateDeps,
  face: FaceRef,
  { isPersonWaiting }: Pick<Asker, 'isPersonWaiting'>,
): Promise<ReferenceTemplate | undefined> => {
  const { database, assets, providers } = deps
  const { recognition } = providers.default
  if (!recognition) return undefined
  const asset = await findPicture(database, face)
  const image = asset && (await assets.get(asset))
  if (!image) return fail(deps, face, recognition, 'picture_missing')
  const made = await makeReference(deps, image, { tenantId: face.tenantId, isPersonWaiting })
  if (made.kind === 'unusable') return fail(deps, face, recognition, 'picture_unusable')
  const applicantKey = asset.applicantKey ?? (await ensureApplicantKey(deps, face))
  if (!applicantKey) return undefined
  const isKept = await database.transaction(async ({ faces }) => {
    // Deleted meanwhile: then nothing of it may come back.
    const held = await faces.lock(face.tenantId, face.id)
    if (!held) return false
    await faces.putTemplate(sealTemplate(deps, { ...held, applicantKey }, made.template))
    return true
  })
  return isKept ? made.template : undefined
}

const fail = async (
  { database, now }: RetemplateDeps,
  { id: faceId, tenantId, applicantId }: FaceRef,
  recognition: Recognition,
  reason: TemplateFailure,
): Promise<undefined> => {
  const createdOn = now()
  await database.transaction(async (repositories) => {
    const face = await repositories.faces.lock(tenantId, faceId)
    if (!face) return
    const { modelId, pipelineId } = recognition
    const isNew = await repositories.faces.noteFailure({ faceId, modelId, pipelineId, reason, createdOn })
    // Nobody is asked on behalf of a face that is not compared anyway.
    if (!isNew || faceStatusAt(face, createdOn) !== 'ACTIVE') return
    const applicant = await repositories.applicants.get(tenantId, applicantId)
    await recordEvents(repositories, [toEnrollmentRequired(face, applicant, reason, createdOn)])
  })
  return undefined
}
