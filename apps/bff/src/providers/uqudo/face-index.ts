import { toBase64Json } from '../base64-json.ts'
import { pathOf } from '../http.ts'
import { ProviderError } from '../provider-error.ts'
import type { VendorFaceIndex } from '../vendor-faces.ts'
import type { UqudoApi } from './api.ts'
import { toStreamed } from './compare.ts'
import { insertSchema, searchSchema } from './wire.ts'

const BASE = '/api/v1/face/one-to-n'

/** 1:N at the vendor, among all faces of the account. */
export const createFaceIndex = (api: UqudoApi): VendorFaceIndex => ({
  search: async (image, { insert }, signal) => {
    const body = toBase64Json([
      ['idPhoto', toStreamed(image)],
      ['insert', insert],
    ])
    const request = { method: 'POST', path: `${BASE}/search`, body, isRepeatable: !insert } as const
    const answer = await api.json(request, searchSchema, signal)
    return { match: answer.oneToNVerificationMatch, entryId: answer.oneToNVerificationId ?? null }
  },
  insert: async (image, signal) => {
    const body = toBase64Json([['idPhoto', toStreamed(image)]])
    const request = { method: 'POST', path: `${BASE}/insert`, body } as const
    return { entryId: (await api.json(request, insertSchema, signal)).oneToNVerificationId }
  },
  delete: async (entryId, signal) => {
    try {
      await api.send({ method: 'DELETE', path: pathOf`/api/v1/face/one-to-n/search/${entryId}` }, signal)
      // "Deletes the original selfie image"; the indexed features stay under the same id.
      return { kept: 'features' }
    } catch (failure) {
      if (failure instanceof ProviderError && failure.status === 404) return { kept: 'nothing' }
      throw failure
    }
  },
})
