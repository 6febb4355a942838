import type { PictureReason } from '@visavis/shared/error-details'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMailer } from '../../../mail/create-mailer.ts'
import type { Mailer } from '../../../mail/types.ts'
import { createBrowserClient, createPartnerClient } from '../../../testing/clients.ts'
import { startMailServer } from '../../../testing/mail-server.ts'
import { createTestApp, fakeJpeg, PUBLIC_URL, type TestApp } from '../../../testing/test-app.ts'
import { setUpTenant } from '../../access/set-up-tenant.ts'

let smtp: Awaited<ReturnType<typeof startMailServer>>
let mailer: Mailer
let test: TestApp
let partner: ReturnType<typeof createPartnerClient>
beforeAll(async () => {
  smtp = await startMailServer()
  mailer = createMailer({ url: smtp.url, from: 'Visavis <no-reply@visavis.example>' })
  test = await createTestApp({ mailer })
  partner = createPartnerClient(test)
})
afterAll(async () => {
  mailer.close()
  await test.close()
  await smtp.close()
})
beforeEach(() => {
  smtp.mails.length = 0
  smtp.behaviour.isRefusing = false
})

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
const REDIRECT = 'https://partner.example/back?cart=7'
const PERSON = { email: 'ada@people.example', external_applicant_name: 'Ada B' }

const toToken = (href: string) => new URL(href).hash.slice(1)
const back = (id: string, event: string, code?: number) =>
  `${REDIRECT}&id=${id}&event=face_enrollment_${event}${code ? `&response_code=${code}` : ''}`

const enrol = async (body: object = {}, applicantId?: string) => {
  const owner = applicantId ?? (await partner.createApplicant(PERSON))
  const path = `/applicants/${owner}/face-enrollments`
  const answer = await partner.post(path, { redirect_url: REDIRECT, ...body })
  return { owner, path, answer, enrollment: answer.body }
}

/** A link, and the browser on it. */
const open = async () => {
  const { owner, path, enrollment } = await enrol()
  const browser = createBrowserClient(test, toToken(enrollment._links.verification_url.href))
  const read = async () => (await partner.get(`${path}/${enrollment.id}`)).body
  const readFace = async () => (await partner.get(`/applicants/${owner}/faces/${enrollment.face_id}`)).body
  return { owner, enrollment, browser, read, readFace }
}

describe('an enrolment', () => {
  it('answers a link and a face that waits for its picture', async () => {
    const { owner, answer, enrollment, path } = await enrol({ locale: 'nb-NO' })
    expect(answer.status).toBe(201)
    expect(enrollment).toEqual({
      id: expect.stringMatching(/^fenr_[a-z2-7]{26}$/),
      created_on: TIME,
      modified_on: TIME,
      applicant_id: owner,
      face_id: expect.stringMatching(/^face_/),
      user_journey_id: test.partner.userJourneyId,
      status: 'pending_redirection',
      response_codes: [],
      redirect_url: REDIRECT,
      locale: 'nb-NO',
      expires_on: TIME,
      _links: {
        self: { href: `${PUBLIC_URL}${path}/${enrollment.id}` },
        applicant: { href: `${PUBLIC_URL}/applicants/${owner}` },
        face: { href: `${PUBLIC_URL}/applicants/${owner}/faces/${enrollment.face_id}` },
        verification_url: {
          href: expect.stringMatching(
            new RegExp(`^${PUBLIC_URL}/verify/${enrollment.id}#[A-Za-z0-9_-]{43}$`),
          ),
        },
      },
    })
    const { verification_url, ...links } = enrollment._links
    expect((await partner.get(`${path}/${enrollment.id}`)).body).toEqual({ ...enrollment, _links: links })
    expect((await partner.get(`/applicants/${owner}/faces`)).body.data).toMatchObject([
      { id: enrollment.face_id, status: 'NEW', source: 'enrollment' },
    ])
    expect(smtp.mails).toEqual([])
  })

  it('takes the picture by the same capture API, and that picture is the reference', async () => {
    const before = (await test.deps.assets.list()).length
    const { owner, enrollment, browser, read, readFace } = await open()
    expect((await browser.session()).body).toMatchObject({
      purpose: 'enrolment',
      attempt_id: enrollment.id,
      link: 'open',
      next: { next: 'capture' },
      consent_given: false,
    })
    expect((await readFace()).status).toBe('ACTIVATING')
    expect((await browser.upload()).body.code).toBe('CONSENT_REQUIRED')
    await browser.consent()
    expect((await browser.upload()).body).toEqual({
      next: 'done',
      redirect_url: back(enrollment.id, 'capture_completed'),
    })
    expect(await read()).toMatchObject({ status: 'completed', response_codes: [{ code: 10000 }] })
    expect((await readFace()).status).toBe('ACTIVE')
    expect(await test.deps.assets.list()).toHaveLength(before + 1)
    expect((await browser.upload()).body.code).toBe('ATTEMPT_CLOSED')
    expect((await browser.session()).body.link).toBe('used')

    const { authenticationId } = await partner.finishAttempt(owner)
    expect((await partner.get(`/face-authentications/${authenticationId}`)).body.status).toBe('approved')
    await partner.delete(`/applicants/${owner}/faces/${enrollment.face_id}`)
    expect((await partner.get(`/applicants/${owner}/face-enrollments/${enrollment.id}`)).status).toBe(404)
    expect((await browser.session()).status).toBe(401)
  })

  it('asks again for a picture it cannot use, three times at most', async () => {
    const { enrol: good } = test.provider
    test.provider.enrol = async () => ({ kind: 'unusable', reason: 'face_blurry' })
    try {
      const { enrollment, browser, read, readFace } = await open()
      await browser.session()
      await browser.consent()
      for (const _ of [1, 2]) {
        expect((await browser.upload()).body).toEqual({ next: 'retry', reasons: ['face_blurry'] })
      }
      const over = { next: 'done', redirect_url: back(enrollment.id, 'checks_inconclusive', 61401) }
      expect((await browser.upload()).body).toEqual(over)
      expect((await read()).status).toBe('checks_inconclusive')
      expect((await readFace()).status).toBe('FAILED')
      test.provider.enrol = async () => ({
        kind: 'unusable',
        reason: 'image_of_the_vendors_own' as string as PictureReason,
      })
      const other = await open()
      await other.browser.session()
      await other.browser.consent()
      expect((await other.browser.upload()).body.reasons).toEqual(['image_unreadable'])
    } finally {
      Object.assign(test.provider, { enrol: good })
    }
  })

  it('left alone or aborted waits for another link, refused has failed', async () => {
    const left = await open()
    await left.browser.session()
    expect((await left.browser.abort('camera_not_found')).body.redirect_url).toBe(
      back(left.enrollment.id, 'capture_aborted', 61203),
    )
    expect((await left.readFace()).status).toBe('NEW')

    const refused = await open()
    await refused.browser.session()
    expect((await refused.browser.refuse()).body.redirect_url).toBe(
      back(refused.enrollment.id, 'capture_refused', 63001),
    )
    expect((await refused.readFace()).status).toBe('FAILED')

    const forgotten = await open()
    const unopened = await open()
    await forgotten.browser.session()
    test.clock.skewMs += 31 * 60_000
    const list = (await partner.get(`/applicants/${forgotten.owner}/faces`)).body.data
    expect(list).toMatchObject([{ status: 'NEW' }])
    expect(await forgotten.read()).toMatchObject({
      status: 'capture_aborted',
      response_codes: [{ code: 61121 }],
    })
    expect((await unopened.browser.session()).body).toMatchObject({
      link: 'expired',
      next: { redirect_url: back(unopened.enrollment.id, 'link_expired', 61101) },
    })
    expect((await unopened.readFace()).status).toBe('NEW')
  })

  it('lives as long as it is told', async () => {
    const { enrollment } = await enrol({ lifetime: 7200 })
    test.clock.skewMs += 119 * 60_000
    const browser = createBrowserClient(test, toToken(enrollment._links.verification_url.href))
    expect((await browser.session()).body.link).toBe('open')
  })

  it('a picture under way when the face is deleted is dropped', async () => {
    const before = (await test.deps.assets.list()).length
    const { owner, enrollment, browser } = await open()
    await browser.session()
    await browser.consent()
    const { enrol: good } = test.provider
    test.provider.enrol = async (image, signal, asker) => {
      await partner.delete(`/applicants/${owner}/faces/${enrollment.face_id}`)
      return good?.(image, signal, asker) ?? { kind: 'unusable', reason: 'no_face' }
    }
    try {
      expect((await browser.upload()).status).toBe(409)
      expect(await test.deps.assets.list()).toHaveLength(before)
    } finally {
      Object.assign(test.provider, { enrol: good })
    }
  })

  it('comes as a QR code when asked', async () => {
    const { enrollment } = await enrol({ qr_code: true })
    expect(enrollment.qr_code.svg).toMatch(/^<svg [\s\S]*<\/svg>\s*$/)
    const [head, data] = enrollment.qr_code.png_data_url.split(',')
    expect(head).toBe('data:image/png;base64')
    const { format, width } = await sharp(Buffer.from(data, 'base64')).metadata()
    expect({ format, width }).toEqual({ format: 'png', width: 400 })
  })

  it.each([
    [{ redirect_url: undefined }, 'redirect_url__required'],
    [{ redirect_url: 'javascript:alert(1)' }, 'redirect_url__invalid_format'],
    [{ redirect_url: 'https://partner.example.evil/back' }, 'redirect_url__not_allowed'],
    [{ lifetime: 59 }, 'lifetime__too_short'],
    [{ lifetime: 2_592_001 }, 'lifetime__too_long'],
    [{ lifetime: 60.5 }, 'lifetime__invalid_type'],
    [{ locale: 'not a tag' }, 'locale__invalid_format'],
    [{ qr_code: 'yes' }, 'qr_code__invalid_type'],
    [{ user_journey_id: 'usj_x' }, 'user_journey_id__not_found'],
  ])('%j: 422 %s', async (body, code) => {
    const { answer } = await enrol(body)
    expect(answer).toMatchObject({ status: 422, body: { error_codes: [code] } })
  })

  it('of another tenant or applicant does not exist', async () => {
    const { owner, enrollment, path } = await enrol()
    const other = await setUpTenant(test.deps.database, { name: 'Other', provider: 'embedded' }, new Date())
    const stranger = createPartnerClient(test, other.apiKey)
    expect((await stranger.get(`${path}/${enrollment.id}`)).status).toBe(404)
    expect((await stranger.post(path, { redirect_url: REDIRECT })).status).toBe(404)
    const activation = `/applicants/${owner}/faces/${enrollment.face_id}/activation`
    expect((await stranger.post(activation, {})).status).toBe(404)
    const elsewhere = await partner.createApplicant(PERSON)
    expect((await partner.get(`${path.replace(owner, elsewhere)}/${enrollment.id}`)).status).toBe(404)
    expect((await partner.post(activation.replace(owner, elsewhere), {})).status).toBe(404)
  })
})

describe('the activation e-mail', () => {
  it('speaks the language of the link', async () => {
    await enrol({ send_activation_email: true, locale: 'de-CH' })
    expect(smtp.mails[0]?.headers).toContain('Subject: Test & Co: Anmeldung mit Ihrem Gesicht einrichten')
  })

  it('carries the link to the applicant', async () => {
    const { enrollment } = await enrol({ send_activation_email: true })
    expect(smtp.mails).toMatchObject([{ recipients: [PERSON.email], sender: 'no-reply@visavis.example' }])
    const [mail] = smtp.mails
    expect(mail?.headers).toContain('Subject: Test & Co: set up sign-in with your face')
    expect(mail?.body).toContain('Hello Ada B,')
    expect(mail?.body).toContain(enrollment._links.verification_url.href)
  })

  it('goes to one address only, whatever it looks like', async () => {
    const applicantId = await partner.createApplicant({ email: 'a@b.example' })
    const { tenantId } = test.partner
    const email = 'a@b.example, c@d.example'
    await test.deps.database.applicants.update(applicantId, { email }, new Date())
    await enrol({ send_activation_email: true }, applicantId)
    expect(smtp.mails.flatMap(({ recipients }) => recipients)).not.toContain('c@d.example')
    expect((await test.deps.database.applicants.get(tenantId, applicantId))?.email).toBe(email)
  })

  it('needs an address', async () => {
    const { answer, owner } = await enrol({ send_activation_email: true }, await partner.createApplicant())
    expect(answer).toMatchObject({ status: 422, body: { error_codes: ['applicant__email__required'] } })
    expect((await partner.get(`/applicants/${owner}/faces`)).body.total_count).toBe(0)
  })

  it('that no server takes leaves nothing behind, and no address in the log', async () => {
    smtp.behaviour.isRefusing = true
    const { answer, owner } = await enrol({ send_activation_email: true })
    expect(answer).toMatchObject({ status: 503, body: { error_codes: ['mail_unavailable'] } })
    expect((await partner.get(`/applicants/${owner}/faces`)).body.total_count).toBe(0)
    expect(test.log.text).toContain('MAIL_UNAVAILABLE')
    expect(test.log.text).not.toContain(PERSON.email)
    expect(test.log.text).not.toContain(PERSON.external_applicant_name)
  })

  it('needs a mail server', async () => {
    const plain = await createTestApp()
    try {
      const client = createPartnerClient(plain)
      const path = `/applicants/${await client.createApplicant(PERSON)}/face-enrollments`
      const body = { redirect_url: REDIRECT, send_activation_email: true }
      expect(await client.post(path, body)).toMatchObject({
        status: 422,
        body: { error_codes: ['mail_not_configured'] },
      })
    } finally {
      await plain.close()
    }
  })

  it('can be sent again while the face waits, and ends the link before', async () => {
    const { owner, enrollment, browser, read } = await open()
    await browser.session()
    await browser.abort('not_ready')
    const path = `/applicants/${owner}/faces/${enrollment.face_id}/activation`
    const again = await partner.post(path, { lifetime: 600 })
    expect(again).toMatchObject({
      status: 201,
      body: { face_id: enrollment.face_id, status: 'pending_redirection', redirect_url: REDIRECT },
    })
    expect((await read()).status).toBe('capture_aborted')
    const third = await partner.post(path, { redirect_url: 'https://partner.example/other', locale: 'fr' })
    expect(third.body).toMatchObject({ redirect_url: 'https://partner.example/other', locale: 'fr' })
    const replaced = createBrowserClient(test, toToken(again.body._links.verification_url.href))
    expect((await replaced.session()).body.link).toBe('replaced')

    const link = smtp.mails.at(-1)?.body.match(/http\S+#(\S+)/)?.[1] ?? ''
    const last = createBrowserClient(test, link)
    expect((await last.session()).body.link).toBe('open')
    expect(await partner.post(path, {})).toMatchObject({
      status: 409,
      body: { error_codes: ['face_status_conflict'] },
    })
    await last.consent()
    expect((await last.upload()).body.next).toBe('done')
    expect((await partner.post(path, {})).status).toBe(409)
  })

  it('that no server takes closes the fresh link', async () => {
    const { owner, enrollment } = await enrol()
    smtp.behaviour.isRefusing = true
    const path = `/applicants/${owner}/faces/${enrollment.face_id}/activation`
    expect((await partner.post(path, {})).status).toBe(503)
    const { tenantId } = test.partner
    const { database } = test.deps
    expect((await database.faceEnrollments.findLatest(tenantId, enrollment.face_id))?.status).toBe(
      'terminated',
    )
    smtp.behaviour.isRefusing = false
    expect((await partner.post(path, {})).status).toBe(201)
  })

  it('is not for a face that came another way', async () => {
    const owner = await partner.createApplicant(PERSON)
    const face = (await partner.enrol(owner, fakeJpeg())).body
    expect((await partner.post(`/applicants/${owner}/faces/${face.id}/activation`, {})).status).toBe(409)
  })
})
