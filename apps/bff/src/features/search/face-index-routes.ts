import { AppError } from '@visavis/shared/errors'
import { indexFaceSchema } from '@visavis/shared/face-comparison-api'
import { Hono } from 'hono'
import { decodeImages } from '../../http/decode-images.ts'
import type { PartnerEnv } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { requireScope } from '../../http/require-scope.ts'
import type { SearchDeps } from './deps.ts'
import { toIndexedFaceView, toSearchResultView } from './face-index-views.ts'
import { forgetIndexedFace } from './forget-indexed-face.ts'
import { indexFace } from './index-face.ts'
import { readIndexedFace } from './read-indexed-face.ts'

export const faceIndexRoutes = (deps: SearchDeps) =>
  new Hono<PartnerEnv>()
    .post('/', requireScope('one-to-n'), async (c) => {
      const body = await readJson(c, indexFaceSchema)
      const { image, applicant_id: applicantId, reference, user_journey_id: userJourneyId } = body
      if ((applicantId === undefined) === (reference === undefined)) {
        const error = applicantId === undefined ? 'required' : 'conflict'
        throw new AppError('REQUEST_INVALID', {
          errorCodes: [`applicant_id__${error}`, `reference__${error}`],
        })
      }
      const face = {
        tenantId: c.get('tenantId'),
        applicantId,
        reference,
        userJourneyId,
        ...decodeImages({ image }),
      }
      const result = await indexFace(deps, face)
      return c.json(toSearchResultView(result), result.isMatch ? 200 : 201)
    })
    .get('/:indexedFaceId', requireScope('one-to-n'), async (c) =>
      c.json(toIndexedFaceView(await readIndexedFace(deps, c.get('tenantId'), c.req.param('indexedFaceId')))),
    )
    .delete('/:indexedFaceId', requireScope('one-to-n'), async (c) => {
      const isWhole = readFlag(c.req.query('features'))
      await forgetIndexedFace(deps, {
        tenantId: c.get('tenantId'),
        id: c.req.param('indexedFaceId'),
        isWhole,
      })
      return c.body(null, 204)
    })

/** Anything but a plain yes or no is refused: whoever means to erase must not believe it was done. */
const readFlag = (text: string | undefined): boolean => {
  if (text === undefined || text === 'false') return false
  if (text === 'true') return true
  throw new AppError('REQUEST_INVALID', { errorCodes: ['features__invalid_format'] })
}
