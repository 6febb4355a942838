import { afterEach, describe, expect, it } from 'vitest'
import { ProviderError } from '../../providers/provider-error.ts'
import { openConsole } from '../../testing/console-client.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { setUpTenant } from '../access/set-up-tenant.ts'

const { test, partner } = await openTestApp()
const { database } = test.deps
const admin = await openConsole(test, 'admin')
const reviewer = await openConsole(test, 'reviewer')

const newest = async (action: string) =>
  (await admin.get(`/audit-events?action=${action}&limit=1`)).body.data[0]

describe('journeys', () => {
  const { userJourneyId } = test.partner

  it('are read and changed as the partner API does it, in the name of whoever is signed in', async () => {
    const asPartner = (await partner.get(`/user-journeys/${userJourneyId}`)).body
    expect((await admin.get(`/journeys/${userJourneyId}`)).body).toEqual(asPartner)
    expect((await admin.get('/journeys')).body.data).toEqual([asPartner])
    const changed = await admin.patch(`/journeys/${userJourneyId}`, { name: 'Till', lockout: null })
    expect(changed).toMatchObject({ status: 200, body: { name: 'Till' } })
    expect((await partner.get(`/user-journeys/${userJourneyId}`)).body).toEqual(changed.body)
    expect(await newest('user_journey.update')).toMatchObject({
      actor: { type: 'console_user', id: admin.userId },
      subject: { type: 'user_journey', id: userJourneyId },
      request_id: changed.headers.get('cko-request-id'),
    })
  })

  it('are made, and the audit log names the new one', async () => {
    const made = await admin.post('/journeys', { name: 'Second', provider: 'embedded' })
    expect(made).toMatchObject({ status: 201, body: { name: 'Second', minimum_match_level: 3 } })
    expect(await newest('user_journey.create')).toMatchObject({ subject: { id: made.body.id } })
  })

  it('tell what is wrong by field, and leave no entry of what did not happen', async () => {
    const before = await newest('user_journey.update')
    const colors = { text: '#777777', background: '#888888' }
    const refused = await admin.patch(`/journeys/${userJourneyId}`, {
      theme: { colors },
      copy: { 'start.title': '{broken' },
    })
    expect(refused).toMatchObject({
      status: 422,
      body: {
        error_codes: ['theme__colors__text__contrast_too_low', 'copy__start.title__invalid_format'],
      },
    })
    const unknown = await admin.patch(`/journeys/${userJourneyId}`, { colour: 'red' })
    expect(unknown.body.error_codes).toEqual(['colour__unknown'])
    expect(await newest('user_journey.update')).toEqual(before)
  })

  it('are the admins’: others are refused, and that they tried is seen', async () => {
    for (const answer of [
      await reviewer.get('/journeys'),
      await reviewer.post('/journeys', { name: 'Mine', provider: 'embedded' }),
      await reviewer.patch(`/journeys/${userJourneyId}`, { minimum_match_level: 1 }),
      await reviewer.get('/providers'),
    ])
      expect(answer).toMatchObject({ status: 403, body: { error_codes: ['console_role_missing'] } })
    expect(await newest('console_user.deny')).toMatchObject({ subject: { id: reviewer.userId } })
  })

  it('are those of the own tenant', async () => {
    const stranger = await setUpTenant(database, { name: 'Other', provider: 'embedded' }, new Date())
    const theirs = await openConsole(test, 'admin', stranger.tenantId)
    expect((await theirs.get('/journeys')).body.data).toMatchObject([{ id: stranger.userJourneyId }])
    expect((await theirs.get(`/journeys/${userJourneyId}`)).status).toBe(404)
    expect((await theirs.patch(`/journeys/${userJourneyId}`, { name: 'Ours' })).status).toBe(404)
  })

  it('name the settings that a provider was given, never what they hold', async () => {
    const { body } = await admin.get('/providers')
    expect(body.data).toContainEqual({
      id: 'embedded',
      capture: 'selfie-upload',
      liveness: 'none',
      settings: [],
    })
    const made = await admin.post('/journeys', {
      name: 'At the vendor',
      provider: 'vendor',
      provider_settings: { api_key: 'secret-of-the-vendor' },
    })
    expect(made).toMatchObject({ status: 201, body: { provider_setting_keys: ['api_key'] } })
    expect(JSON.stringify((await admin.get('/journeys')).body)).not.toContain('secret-of-the-vendor')
  })
})

describe('the settings of a provider', () => {
  const path = `/journeys/${test.partner.userJourneyId}/provider-test`
  afterEach(() => {
    delete test.provider.tryOut
  })

  it('are tried at the vendor, which says whether it takes them, and the audit log says who did', async () => {
    test.provider.tryOut = async () => {}
    const answer = await admin.post(path)
    expect(answer).toMatchObject({ status: 200, body: { tested: true, duration_ms: expect.any(Number) } })
    expect(answer.body).not.toHaveProperty('error')
    expect(await newest('user_journey.test')).toMatchObject({
      actor: { type: 'console_user', id: admin.userId },
      subject: { id: test.partner.userJourneyId },
    })
  })

  it('that the vendor refuses are told with what it said', async () => {
    test.provider.tryOut = async () => {
      throw new ProviderError('embedded', 'unauthorized', { status: 401, code: 'BAD_SDK_ID' })
    }
    expect((await admin.post(path)).body).toEqual({
      tested: true,
      duration_ms: expect.any(Number),
      error: 'unauthorized',
      response_status: 401,
      vendor_code: 'BAD_SDK_ID',
    })
  })

  it('are not tried where nothing would show it', async () => {
    expect((await admin.post(path)).body).toEqual({ tested: false, duration_ms: 0 })
  })

  it('are the own tenant’s admins’ to try', async () => {
    test.provider.tryOut = async () => expect.unreachable()
    const stranger = await setUpTenant(database, { name: 'Other', provider: 'embedded' }, new Date())
    expect((await (await openConsole(test, 'admin', stranger.tenantId)).post(path)).status).toBe(404)
    expect((await reviewer.post(path)).body.error_codes).toEqual(['console_role_missing'])
  })
})

describe('the preview of the capture page', () => {
  it('may be framed by pages of ours alone, reaches nobody and has no camera', async () => {
    const { headers } = await test.app.request('/console/preview')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/connect-src|media-src|frame-src|worker-src/)
    expect(headers.get('permissions-policy')).toBe('camera=()')
    expect(headers.has('x-frame-options')).toBe(false)
    expect(headers.has('access-control-allow-origin')).toBe(false)
  })

  it('is the only page that the console’s may frame', async () => {
    const { headers } = await test.app.request('/console/journeys')
    expect(headers.get('content-security-policy')).toContain("frame-src 'self'")
    expect(headers.get('x-frame-options')).toBe('DENY')
  })
})
