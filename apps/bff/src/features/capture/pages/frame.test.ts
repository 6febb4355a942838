import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openTestApp } from '../../../testing/open-test-app.ts'

const ORIGINS = ['https://shop.example', 'https://pay.shop.example:8443']
const UNKNOWN_ID = `fatp_${'a'.repeat(26)}`

const { test, partner } = await openTestApp()

const allow = (origins: readonly string[]) =>
  partner.patch(`/user-journeys/${test.partner.userJourneyId}`, { allowed_frame_origins: origins })

const open = async (id: string) => {
  const response = await test.app.request(`/frame/${id}`)
  const { 'cko-request-id': _, ...headers } = Object.fromEntries(response.headers)
  return { status: response.status, headers, body: await response.text() }
}

describe('the page for frames', () => {
  it('may be framed by the origins of its journey and by nobody else', async () => {
    await allow(ORIGINS)
    const { attemptId } = await partner.startAttempt()
    const { status, headers, body } = await open(attemptId)
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toContain(`; frame-ancestors ${ORIGINS.join(' ')};`)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-frame-options']).toBeUndefined()
    expect(headers['permissions-policy']).toContain('camera=(self)')
    expect(body).toContain(`<meta name="visavis-frame-origins" content="${ORIGINS.join(' ')}" />`)
  })

  it('may stand in a page with Cross-Origin-Embedder-Policy', async () => {
    await allow(ORIGINS)
    const { headers } = await open((await partner.startAttempt()).attemptId)
    expect(headers['cross-origin-embedder-policy']).toBe('require-corp')
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
  })

  it('is compressed for whoever takes that, as the hosted page is', async () => {
    await allow(ORIGINS)
    const { attemptId } = await partner.startAttempt()
    for (const path of [`/frame/${attemptId}`, `/verify/${attemptId}`, '/handoff']) {
      const plain = await (await test.app.request(path)).text()
      const answer = await test.app.request(path, { headers: { 'accept-encoding': 'gzip' } })
      expect(answer.headers.get('content-encoding')).toBe('gzip')
      expect(answer.headers.get('vary')).toContain('Accept-Encoding')
      expect(gunzipSync(await answer.arrayBuffer()).toString()).toBe(plain)
    }
  })

  it('follows its journey', async () => {
    await allow(ORIGINS)
    const { attemptId } = await partner.startAttempt()
    await allow(['https://other.example'])
    expect((await open(attemptId)).headers['content-security-policy']).toContain(
      'frame-ancestors https://other.example;',
    )
  })

  it('serves an enrolment too', async () => {
    await allow(ORIGINS)
    const applicantId = await partner.createApplicant()
    const enrollment = await partner.post(`/applicants/${applicantId}/face-enrollments`, {
      redirect_url: 'https://partner.example/back',
    })
    const id = new URL(enrollment.body._links.verification_url.href).pathname.replace('/verify/', '')
    expect((await open(id)).headers['content-security-policy']).toContain(ORIGINS.join(' '))
  })

  it('answers an unknown id as it answers for a journey that allows nobody', async () => {
    await allow([])
    const { attemptId } = await partner.startAttempt()
    const known = await open(attemptId)
    expect(known.status).toBe(200)
    expect(known.headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(known.headers['x-frame-options']).toBe('DENY')
    expect(known.headers['cross-origin-resource-policy']).toBe('same-origin')
    for (const id of [UNKNOWN_ID, UNKNOWN_ID.replace('fatp', 'fenr'), 'x', '%00', "'%20OR%201=1"]) {
      expect(await open(id)).toEqual(known)
    }
  })

  describe('asked for by a page that may not frame it', () => {
    const OTHER = 'https://other.example'
    const ask = async (id: string, headers: Record<string, string>) => {
      const response = await test.app.request(`/frame/${id}`, { headers })
      const { 'cko-request-id': _, ...rest } = Object.fromEntries(response.headers)
      return { headers: rest, body: await response.text() }
    }
    const inFrame = { 'sec-fetch-dest': 'iframe', referer: `${OTHER}/` }

    it('is a page that tells it why, and has nothing of the capture', async () => {
      await allow(ORIGINS)
      const { attemptId } = await partner.startAttempt()
      const refused = await ask(attemptId, inFrame)
      const policy = refused.headers['content-security-policy']
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain(`; frame-ancestors ${OTHER};`)
      const [, script = ''] = /<script>(.*)<\/script>/s.exec(refused.body) ?? []
      const hash = createHash('sha256').update(script).digest('base64')
      expect(policy).toMatch(/script-src 'sha256-[\w+/]+='$/)
      expect(policy).toContain(hash)
      expect(script).toContain('"code":"frame_refused","isFinal":true')
      expect(refused.body).toContain(`<meta name="visavis-framer" content="${OTHER}" />`)
      expect(refused.body).not.toContain(ORIGINS[0])
      expect(refused.headers['cross-origin-embedder-policy']).toBe('require-corp')
      expect(await ask(UNKNOWN_ID, inFrame)).toEqual(refused)
    })

    it.each([
      ['its journey lets it', { ...inFrame, referer: `${ORIGINS[1]}/pay?order=1` }],
      ['no page is around it', { ...inFrame, 'sec-fetch-dest': 'document' }],
      ['the browser says nothing of that', { referer: inFrame.referer }],
      ['the browser does not name that page', { 'sec-fetch-dest': 'iframe' }],
      ['the browser names Visavis itself', { ...inFrame, referer: `${test.deps.publicUrl}/` }],
      ['no journey could let it', { ...inFrame, referer: 'http://other.example/' }],
      ['its name would mean something in a header', { ...inFrame, referer: 'https://a;b.example/' }],
    ])('is the capture page where %s', async (_, headers) => {
      await allow(ORIGINS)
      const { attemptId } = await partner.startAttempt()
      const { body, ...answer } = await ask(attemptId, headers)
      expect(body).toContain('visavis-frame-origins')
      expect(answer.headers['content-security-policy']).toContain(`; frame-ancestors ${ORIGINS.join(' ')};`)
    })
  })

  it('leaves the hosted page unframed', async () => {
    await allow(ORIGINS)
    const { attemptId } = await partner.startAttempt()
    const { headers } = await test.app.request(`/verify/${attemptId}`)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-frame-options')).toBe('DENY')
  })
})
