import * as z from 'zod'
import { type ProviderHttp, pathOf } from '../http.ts'
import { ProviderError } from '../provider-error.ts'
import type { CreateVendorFaceInput, VendorFaces } from '../vendor-faces.ts'
import { isRefusal } from './api.ts'
import { fromFace } from './mapping.ts'
import { parseReference } from './reference.ts'
import type { EntrustSettings } from './settings.ts'
import { createDetailsSchema, faceSchema, faceSettingsSchema } from './wire.ts'

/** The face calls of the Administration API. `owner` is the user's UUID. */
export const createEntrustFaces = (
  api: ProviderHttp,
  { create_version: version }: Pick<EntrustSettings, 'create_version'>,
): VendorFaces => ({
  create: async (input, signal) => {
    const { owner, json } = readInput(input)
    const path = version === 'v1' ? pathOf`/v1/users/${owner}/face` : pathOf`/v2/users/${owner}/face`
    return fromFace(owner, await api.json({ method: 'POST', path, body: { json } }, faceSchema, signal))
  },
  list: async (owner, signal) => {
    const path = pathOf`/v1/users/${owner}/faces`
    const faces = await api.json({ method: 'GET', path }, z.array(faceSchema), signal)
    return faces.map((face) => fromFace(owner, face))
  },
  settings: (owner, signal) => {
    const path = pathOf`/v1/users/${owner}/settings/face`
    return api.json({ method: 'GET', path }, faceSettingsSchema, signal)
  },
  update: (owner, { status, expiresOn }, signal) => {
    const json = {
      ...(status ? { status } : {}),
      ...(expiresOn ? { expiry: expiresOn.toISOString() } : {}),
    }
    return api.send({ method: 'PUT', path: pathOf`/v1/users/${owner}/face`, body: { json } }, signal)
  },
  activate: (reference, signal) => {
    const path = pathOf`/v1/face/${toFaceId(reference)}/activation`
    // Each sends an e-mail.
    return api.send({ method: 'PUT', path, isRepeatable: false }, signal)
  },
  delete: async (reference, signal) => {
    const path = pathOf`/v1/face/${toFaceId(reference)}`
    await api.send({ method: 'DELETE', path }, signal).catch((failure: unknown) => {
      if (!isRefusal(failure, 404)) throw failure
    })
  },
})

const refuse = (code: string) => new ProviderError('entrust', 'rejected', { code })

const toFaceId = (reference: string): string => {
  const { faceId } = parseReference(reference)
  if (!faceId) throw refuse('face_id_required')
  return faceId
}

/** No call of the vendor takes a picture. */
const readInput = ({ owner, picture, details }: CreateVendorFaceInput) => {
  if (!owner) throw refuse('owner_required')
  if (picture) throw refuse('picture_not_taken')
  const json = createDetailsSchema.safeParse(details).data
  if (!json) throw refuse('details_invalid')
  return { owner, json }
}
