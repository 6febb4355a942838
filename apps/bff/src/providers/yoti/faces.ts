import { type ProviderHttp, pathOf } from '../http.ts'
import { ProviderError } from '../provider-error.ts'
import type { CreateVendorFaceInput, VendorFace, VendorFaces } from '../vendor-faces.ts'
import { ignoreGone, keepFirst } from './api.ts'
import { findApprovedPicture } from './mapping.ts'
import { type FaceReference, parseReference, toReference } from './reference.ts'
import { createdResourceSchema, faceDetailsSchema, sessionSchema } from './wire.ts'

/** What a face is made of, in the vendor's words (*Applicants*). */
type Face = { data: string } | { source: { session_id: string; media_id: string } }

/**
 * The vendor's applicants: one face each, kept until it is deleted. It publishes no way to read or list them. A face is a
 * picture, or that of the liveness check in an earlier session, copied at the vendor as long as the session is there;
 * `owner` is an applicant there already, who stays when the face is deleted.
 */
export const createYotiFaces = (api: ProviderHttp): VendorFaces => {
  const addFace = async (applicantId: string, face: Face, signal: AbortSignal): Promise<string> => {
    const request = {
      method: 'POST',
      path: pathOf`/applicants/${applicantId}/faces`,
      body: { json: { face } },
    } as const
    return (await api.json(request, createdResourceSchema, signal)).id
  }
  const create = async (json: object, signal: AbortSignal): Promise<string> => {
    const request = { method: 'POST', path: '/applicants', body: { json } } as const
    return (await api.json(request, createdResourceSchema, signal)).id
  }
  const remove = ({ applicantId, faceId }: FaceReference, signal: AbortSignal): Promise<void> => {
    const applicant = pathOf`/applicants/${applicantId}`
    const path = faceId === undefined ? applicant : `${applicant}${pathOf`/faces/${faceId}`}`
    return api.send({ method: 'DELETE', path }, signal).catch(ignoreGone)
  }

  return {
    create: async (input, signal) => {
      const { owner } = input
      const face = await toFace(api, input, signal)
      if (owner !== undefined) {
        const faceId = await addFace(owner, face, signal)
        return toActive({ applicantId: owner, faceId })
      }
      const applicantId = await create('data' in face ? { face } : {}, signal)
      try {
        if ('source' in face) await addFace(applicantId, face, signal)
      } catch (failure) {
        // An applicant without a face, whom nobody would know of.
        await remove({ applicantId }, signal).catch(keepFirst)
        throw failure
      }
      return toActive({ applicantId })
    },
    delete: async (reference, signal) => remove(parseReference(reference), signal),
  }
}

const toActive = (reference: FaceReference): VendorFace => ({
  reference: toReference(reference),
  status: 'ACTIVE',
  expiresOn: null,
})

const refuse = (code: string) => new ProviderError('yoti', 'rejected', { code })

const toFace = async (
  api: ProviderHttp,
  { picture, details }: CreateVendorFaceInput,
  signal: AbortSignal,
): Promise<Face> => {
  const known = faceDetailsSchema.safeParse(details).data
  if (!known) throw refuse('details_invalid')
  const { session_id, media_id } = known
  if (picture && session_id !== undefined) throw refuse('picture_or_session')
  if (picture) return { data: Buffer.from(picture).toString('base64') }
  if (session_id === undefined) throw refuse('picture_required')
  if (media_id !== undefined) return { source: { session_id, media_id } }
  const session = await api.json(
    { method: 'GET', path: pathOf`/sessions/${session_id}` },
    sessionSchema,
    signal,
  )
  const found = findApprovedPicture(session)
  if (found === undefined) throw refuse('no_approved_liveness')
  return { source: { session_id, media_id: found } }
}
