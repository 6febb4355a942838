import { AppError } from '@visavis/shared/errors'
import { faceEnrollmentSchema } from '@visavis/shared/face-answers'
import {
  activateFaceSchema,
  type CreateFaceEnrollment,
  createFaceEnrollmentSchema,
} from '@visavis/shared/faces-api'
import { newId } from '@visavis/shared/ids'
import { DEFAULT_LINK_LIFETIME_S } from '@visavis/shared/limits'
import { toResponseCodes } from '@visavis/shared/response-codes'
import { Hono } from 'hono'
import { admitFace } from './face-routes.ts'
import type { Face, FakeDeps } from './fake-store.ts'
import { checkRedirect, newToken, toVerificationUrl } from './links.ts'
import { find, readBody, refuse, times, toTime, touch } from './request.ts'

type Asked = Pick<CreateFaceEnrollment, 'redirect_url' | 'locale' | 'lifetime' | 'user_journey_id'>

/** Stands for the picture of the link. */
const EMPTY_SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'
const QR_CODE = {
  png_data_url: `data:image/svg+xml;base64,${Buffer.from(EMPTY_SVG).toString('base64')}`,
  svg: EMPTY_SVG,
}

const findJourney = ({ store }: FakeDeps, id: string | undefined) => {
  const journey = id === undefined ? store.journeys.values().next().value : store.journeys.get(id)
  return journey ?? refuse('user_journey_id__not_found')
}

const openLink = (deps: FakeDeps, face: Face, asked: Asked) => {
  const { store, readUrl } = deps
  const id = newId('faceEnrollment')
  const token = newToken()
  const { applicant, self } = face._links
  const journey = findJourney(deps, asked.user_journey_id)
  const locale = asked.locale ?? journey.locale
  const view = faceEnrollmentSchema.parse({
    id,
    ...times(),
    applicant_id: face.applicant_id,
    face_id: face.id,
    user_journey_id: journey.id,
    status: 'pending_redirection',
    response_codes: [],
    redirect_url: asked.redirect_url,
    ...(locale ? { locale } : {}),
    expires_on: toTime(new Date(Date.now() + (asked.lifetime ?? DEFAULT_LINK_LIFETIME_S) * 1000)),
    _links: { self: { href: `${applicant.href}/face-enrollments/${id}` }, applicant, face: self },
  })
  store.enrollments.set(id, { kind: 'enrollment', view, token })
  const verification_url = toVerificationUrl(readUrl(), id, token)
  return { ...view, _links: { ...view._links, verification_url } }
}

/** What is below `/applicants/{id}` and lets a person give a face its picture. No e-mail is sent. */
export const enrollmentRoutes = (deps: FakeDeps) => {
  const { store } = deps
  return new Hono()
    .post('/:applicantId/face-enrollments', async (c) => {
      const asked = await readBody(c, createFaceEnrollmentSchema)
      const applicant = find(store.applicants, c.req.param('applicantId'))
      if (store.receipts.has(applicant.id)) throw new AppError('APPLICANT_ANONYMIZED')
      const journey = findJourney(deps, asked.user_journey_id)
      checkRedirect(deps, journey, asked.redirect_url)
      const waiting = { status: 'NEW', provider: journey.provider, source: 'enrollment' } as const
      const opened = openLink(deps, admitFace(deps, applicant.id, waiting), asked)
      return c.json(asked.qr_code ? { ...opened, qr_code: QR_CODE } : opened, 201)
    })
    .get('/:applicantId/face-enrollments/:id', (c) => {
      const { view } = find(store.enrollments, c.req.param('id'))
      if (view.applicant_id !== c.req.param('applicantId')) throw new AppError('NOT_FOUND')
      return c.json(view)
    })
    .post('/:applicantId/faces/:faceId/activation', async (c) => {
      const asked = await readBody(c, activateFaceSchema)
      const face = find(store.faces, c.req.param('faceId'))
      if (face.applicant_id !== c.req.param('applicantId')) throw new AppError('NOT_FOUND')
      const before = [...store.enrollments.values()].findLast(({ view }) => view.face_id === face.id)?.view
      if (!before || face.status !== 'NEW') throw new AppError('FACE_STATUS_CONFLICT')
      const { user_journey_id } = before
      const redirect_url = asked.redirect_url ?? before.redirect_url
      const next = { ...asked, redirect_url, locale: asked.locale ?? before.locale, user_journey_id }
      checkRedirect(deps, findJourney(deps, user_journey_id), next.redirect_url)
      if (before.status === 'pending_redirection') {
        touch(before, { status: 'terminated', response_codes: toResponseCodes([64001]) })
      }
      return c.json(openLink(deps, face, next), 201)
    })
}
