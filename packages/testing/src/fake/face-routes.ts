import { AppError } from '@visavis/shared/errors'
import { faceSchema, faceSettingsSchema } from '@visavis/shared/face-answers'
import { type AddFace, addFaceSchema, updateFaceSchema } from '@visavis/shared/faces-api'
import { newId } from '@visavis/shared/ids'
import { MAX_FACES_PER_APPLICANT, MAX_IMAGE_BYTES, MAX_IMAGE_PIXELS } from '@visavis/shared/limits'
import { readinessSchema } from '@visavis/shared/partner-answers'
import { FACE_SOURCES } from '@visavis/shared/statuses'
import { type Context, Hono } from 'hono'
import { announceFace } from './announce.ts'
import type { Face, FakeDeps, FakeStore } from './fake-store.ts'
import { check, find, readBody, readPicture, refuse, times, toList, toTime, touch } from './request.ts'

const SOURCES = ['image', 'attempt_id', 'vendor_reference', 'at_vendor'] as const

/** Keeps a face as long as there is room for it. */
export const admitFace = (
  deps: FakeDeps,
  applicantId: string,
  face: Pick<Face, 'status' | 'provider' | 'source'> & Partial<Face>,
): Face => {
  const { store, readUrl } = deps
  if (store.receipts.has(applicantId)) throw new AppError('APPLICANT_ANONYMIZED')
  if (facesOf(store, applicantId).length >= MAX_FACES_PER_APPLICANT) throw new AppError('FACE_LIMIT_REACHED')
  const id = newId('face')
  const applicant = { href: `${readUrl()}/applicants/${applicantId}` }
  const _links = { self: { href: `${applicant.href}/faces/${id}` }, applicant }
  const row = faceSchema.parse({ id, ...times(), applicant_id: applicantId, ...face, _links })
  store.faces.set(id, row)
  // One that waits for a person to open a link is none yet.
  if (row.source !== 'enrollment') announceFace(deps, row, 'face_added')
  return row
}

const asOfNow = (face: Face): Face =>
  face.expires_on && new Date(face.expires_on) <= new Date() ? { ...face, status: 'EXPIRED' } : face

const facesOf = (store: FakeStore, applicantId: string): Face[] =>
  [...store.faces.values()].filter(({ applicant_id }) => applicant_id === applicantId).map(asOfNow)

/** A link that nobody has used was no face: nobody was told of one. */
export const removeFace = (deps: FakeDeps, face: Face): void => {
  deps.store.faces.delete(face.id)
  if (face.source !== 'enrollment' || face.status !== 'NEW') announceFace(deps, asOfNow(face), 'face_removed')
}

const findFace = (store: FakeStore, c: Context): Face => {
  const face = find(store.faces, c.req.param('faceId') ?? '')
  if (face.applicant_id !== c.req.param('applicantId')) throw new AppError('NOT_FOUND')
  return face
}

const toExpiry = (expiresOn: Date | null | undefined): Pick<Face, 'expires_on'> => {
  if (expiresOn && expiresOn <= new Date()) refuse('expires_on__in_the_past')
  return expiresOn ? { expires_on: toTime(expiresOn) } : {}
}

const readAddFace = async (c: Context): Promise<AddFace & { picture?: string | Uint8Array }> => {
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) {
    const body = await readBody(c, addFaceSchema)
    return body.image === undefined ? body : { ...body, picture: body.image }
  }
  const { image, ...fields } = await c.req.parseBody()
  if (image === undefined) return refuse('image__required')
  const body = check(fields, addFaceSchema)
  return { ...body, image: 'given', picture: image instanceof File ? await image.bytes() : String(image) }
}

const addFace = (
  deps: FakeDeps,
  applicantId: string,
  body: Awaited<ReturnType<typeof readAddFace>>,
): Face => {
  const { store } = deps
  const given = SOURCES.filter((name) => body[name] !== undefined)
  if (given.length > 1) refuse(...given.map((name) => `${name}__conflict` as const))
  const shared = {
    status: 'ACTIVE',
    provider: body.provider ?? 'embedded',
    ...toExpiry(body.expires_on),
  } as const
  if (body.vendor_reference !== undefined) {
    if (body.provider === undefined) refuse('provider__required')
    return admitFace(deps, applicantId, {
      ...shared,
      source: 'vendor',
      vendor_reference: body.vendor_reference,
    })
  }
  if (body.attempt_id !== undefined) {
    const attempt = store.attempts.get(body.attempt_id)
    const authentication = attempt && store.authentications.get(attempt.authenticationId)
    if (authentication?.applicant_id !== applicantId) return refuse('attempt_id__not_found')
    if (authentication.status !== 'approved' || attempt?.view.status !== 'completed') {
      refuse('attempt_id__not_approved')
    }
    if (store.receipts.has(authentication.id)) refuse('attempt_id__picture_gone')
    return admitFace(deps, applicantId, { ...shared, source: 'attempt', attempt_id: body.attempt_id })
  }
  if (body.at_vendor !== undefined) return refuse('at_vendor__not_supported')
  if (body.picture === undefined) return refuse('image__required')
  readPicture(store, 'image', body.picture)
  return admitFace(deps, applicantId, { ...shared, source: 'upload' })
}

/** What is below `/applicants/{id}` and concerns the faces on file. */
export const faceRoutes = (deps: FakeDeps) => {
  const { store, readUrl } = deps
  const toUrl = (c: Context) => `${readUrl()}/applicants/${c.req.param('applicantId')}`
  return new Hono()
    .use('/:applicantId/*', async (c, next) => {
      find(store.applicants, c.req.param('applicantId'))
      await next()
    })
    .post('/:applicantId/faces', async (c) =>
      c.json(addFace(deps, c.req.param('applicantId'), await readAddFace(c)), 201),
    )
    .get('/:applicantId/faces', (c) =>
      c.json(toList(c, `${toUrl(c)}/faces`, facesOf(store, c.req.param('applicantId')))),
    )
    .get('/:applicantId/faces/:faceId', (c) => c.json(asOfNow(findFace(store, c))))
    .patch('/:applicantId/faces/:faceId', async (c) => {
      const face = findFace(store, c)
      const { status, expires_on } = await readBody(c, updateFaceSchema)
      const expiry = toExpiry(expires_on)
      if (expires_on === null) delete face.expires_on
      const moved = asOfNow({ ...face, ...expiry })
      const mayChange = moved.status === 'ACTIVE' || moved.status === 'DISABLED'
      if (status && status !== moved.status && !mayChange) throw new AppError('FACE_STATUS_CONFLICT')
      return c.json(asOfNow(touch(face, { ...expiry, ...(status ? { status } : {}) })))
    })
    .delete('/:applicantId/faces/:faceId', (c) => {
      removeFace(deps, findFace(store, c))
      return c.body(null, 204)
    })
    .get('/:applicantId/face-settings', (c) =>
      c.json(
        faceSettingsSchema.parse({
          media_types: ['image/jpeg', 'image/png'],
          max_image_bytes: MAX_IMAGE_BYTES,
          max_image_pixels: MAX_IMAGE_PIXELS,
          max_faces: MAX_FACES_PER_APPLICANT,
          sources: [...FACE_SOURCES],
          _links: { self: { href: `${toUrl(c)}/face-settings` } },
        }),
      ),
    )
    .get('/:applicantId/face-authentication-status', (c) => {
      const journeyId = c.req.query('user_journey_id')
      if (journeyId !== undefined && !store.journeys.has(journeyId)) refuse('user_journey_id__not_found')
      const applicantId = c.req.param('applicantId')
      const isUsable = facesOf(store, applicantId).some(({ status }) => status === 'ACTIVE')
      const applicant = { href: toUrl(c) }
      return c.json(
        readinessSchema.parse({
          applicant_id: applicantId,
          status: isUsable ? 'AUTHENTICATION' : 'IDENTIFICATION',
          _links: { self: { href: `${applicant.href}/face-authentication-status` }, applicant },
        }),
      )
    })
}
