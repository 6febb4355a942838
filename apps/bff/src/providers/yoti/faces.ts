import { type ProviderHttp, pathOf } from '../http.ts'
import { ProviderError } from '../provider-error.ts'
import type { VendorFaces } from '../vendor-faces.ts'
import { ignoreGone } from './api.ts'
import { createdResourceSchema } from './wire.ts'

/** The vendor's applicants: one face each, kept until it is deleted. It publishes no way to read or list them. */
export const createYotiFaces = (api: ProviderHttp): VendorFaces => ({
  create: async ({ picture }, signal) => {
    if (!picture) throw new ProviderError('yoti', 'rejected', { code: 'picture_required' })
    const json = { face: { data: Buffer.from(picture).toString('base64') } }
    const request = { method: 'POST', path: '/applicants', body: { json } } as const
    const { id } = await api.json(request, createdResourceSchema, signal)
    return { reference: id, status: 'ACTIVE', expiresOn: null }
  },
  delete: (reference, signal) =>
    api.send({ method: 'DELETE', path: pathOf`/applicants/${reference}` }, signal).catch(ignoreGone),
})
