import { type ProviderHttp, pathOf } from '../http.ts'
import { ProviderError } from '../provider-error.ts'
import type { CreateVendorFaceInput, VendorFaces } from '../vendor-faces.ts'
import { ignoreGone } from './api.ts'
import { findApprovedPicture } from './mapping.ts'
import { createdResourceSchema, faceDetailsSchema, sessionSchema } from './wire.ts'

/** What a face is made of, in the vendor's words (*Applicants*). */
type Face = { data: string } | { source: { session_id: string; media_id: string } }

/**
 * The vendor's applicants: one face each, kept until it is deleted. It publishes no way to read or list them. A face is a
 * picture, or that of the liveness check in an earlier session, copied at the vendor as long as the session is there;
 * `owner` is an applicant there already.
 */
export const createYotiFaces = (api: ProviderHttp): VendorFaces => {
  const addFace = async (applicantId: string, face: Face, signal: AbortSignal): Promise<void> => {
    const path = pathOf`/applicants/${applicantId}/faces`
    await api.json({ method: 'POST', path, body: { json: { face } } }, createdResourceSchema, signal)
  }
  const create = async (json: object, signal: AbortSignal): Promise<string> => {
    const request = { method: 'POST', path: '/applicants', body: { json } } as const
    return (await api.json(request, createdResourceSchema, signal)).id
  }
  const remove = (reference: string, signal: AbortSignal): Promise<void> =>
    api.send({ method: 'DELETE', path: pathOf`/applicants/${reference}` }, signal).catch(ignoreGone)

  return {
    create: async (input, signal) => {
      const { owner } = input
      const face = await toFace(api, input, signal)
      const reference = owner ?? (await create('data' in face ? { face } : {}, signal))
      try {
        if (owner !== undefined || 'source' in face) await addFace(reference, face, signal)
      } catch (failure) {
        // An applicant without a face, whom nobody would know of.
        if (owner === undefined) await remove(reference, signal).catch(keepFirst)
        throw failure
      }
      return { reference, status: 'ACTIVE', expiresOn: null }
    },
    delete: remove,
  }
}

/** What went wrong before is what matters. */
const keepFirst = (): void => {}

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
