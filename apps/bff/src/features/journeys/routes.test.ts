import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../app.ts'
import { createBrowserClient, createPartnerClient } from '../../testing/clients.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { PUBLIC_URL } from '../../testing/test-app.ts'
import { openProviderSettings } from './provider-settings.ts'
import type { UserJourney } from './user-journeys-repo.ts'

const { test, partner } = await openTestApp()

const SECRET = 'pk_live_do_not_show'
const create = async (input: object = {}) =>
  (await partner.post('/user-journeys', { name: 'Web', provider: 'embedded', ...input })).body
const readSettings = async (id: string) => {
  const row = await test.deps.database.userJourneys.get(test.partner.tenantId, id)
  return row && openProviderSettings(test.deps.sealer, row)
}

describe('user journeys', () => {
  it('are created with defaults that allow no redirect and no frame', async () => {
    const created = await partner.post('/user-journeys', { name: 'Web', provider: 'embedded' })
    expect(created.status).toBe(201)
    expect(created.body).toEqual({
      id: expect.stringMatching(/^usj_[a-z2-7]{26}$/),
      created_on: expect.any(String),
      modified_on: expect.any(String),
      name: 'Web',
      provider: 'embedded',
      provider_setting_keys: [],
      allowed_redirect_urls: [],
      allowed_frame_origins: [],
      theme: {},
      retry_limit: 3,
      minimum_match_level: 3,
      liveness_policy: 'none',
      enrolment_match: 'required',
      replay_check: 'refuse',
      lockout: { declines: 5, window: 86_400, for: 86_400 },
      review: 'off',
      review_four_eyes: false,
      retention_days: 30,
      liveness_evidence_days: 0,
      face_video: false,
      one_to_n: false,
      handoff: true,
      copy: {},
      thresholds: {},
      _links: { self: { href: `${PUBLIC_URL}/user-journeys/${created.body.id}` } },
    })
    expect((await partner.get(`/user-journeys/${created.body.id}`)).body).toEqual(created.body)
  })

  it('keep every setting they are given', async () => {
    const input = {
      allowed_redirect_urls: ['https://shop.example/back', 'http://localhost:3000'],
      allowed_frame_origins: ['https://shop.example'],
      theme: { logo: 'data:image/png;base64,iVBORw0KGgo=', colors: { accent_text: '#Ff0000' }, radius: 12 },
      locale: 'pt-BR',
      retry_limit: 1,
      minimum_match_level: 5,
      review: 'on_risk',
      review_four_eyes: true,
      retention_days: 0,
      metadata_retention_days: 90,
      liveness_evidence_days: 365,
      face_video: true,
      one_to_n: true,
      alternative_url: 'https://shop.example/desk',
      consent_notice: { controller: 'Shop Ltd', privacy_url: 'https://shop.example/privacy' },
      handoff: false,
      copy: { start_title: 'Hallo', 'camera.deniedText': 'Hm' },
      thresholds: { eyes_open: { enter: 0.03, leave: 0.035, blocks: false }, off_centre_x: null },
    }
    const created = await create(input)
    expect(created).toMatchObject(input)
    expect((await partner.get(`/user-journeys/${created.id}`)).body).toEqual(created)
  })

  it('are changed field by field; null takes away what may be absent', async () => {
    const before = await create({ locale: 'de', alternative_url: 'https://a.example', copy: { a: 'x' } })
    const path = `/user-journeys/${before.id}`
    test.clock.skewMs += 2000
    const { status, body } = await partner.patch(path, { locale: null, retry_limit: 7, copy: {} })
    const { locale, ...rest } = before
    expect(status).toBe(200)
    expect(body).toEqual({ ...rest, retry_limit: 7, copy: {}, modified_on: body.modified_on })
    expect(body.modified_on > before.modified_on).toBe(true)
    expect((await partner.get(path)).body).toEqual(body)
    const untouched = (await partner.patch(path, {})).body
    // Nothing but the time of the change, which may fall into the next second.
    expect(untouched).toEqual({ ...body, modified_on: untouched.modified_on })
  })

  it('are listed page by page, oldest first', async () => {
    const made = [await create({ name: 'a' }), await create({ name: 'b' })]
    const { total_count: count } = (await partner.get('/user-journeys')).body
    const list = (await partner.get(`/user-journeys?skip=${count - 2}&limit=1`)).body
    expect(list).toMatchObject({ total_count: count, data: [made[0]] })
    expect((await partner.get(list._links.next.href.slice(PUBLIC_URL.length))).body.data).toEqual([made[1]])
  })

  it.each([
    [{ name: '' }, 'name__too_short'],
    [{ provider: 'acme' }, 'provider__unknown'],
    [{ provider: 'constructor' }, 'provider__unknown'],
    [{ liveness_policy: 'required' }, 'liveness_policy__not_supported_by_provider'],
    [{ liveness_policy: 'sometimes' }, 'liveness_policy__invalid_format'],
    [
      { liveness_step_up: { from: 'passive', to: 'active', when: ['photo_source'] } },
      'liveness_step_up__not_enabled',
    ],
    [
      {
        liveness_policy: 'passive',
        liveness_step_up: { from: 'passive', to: 'active', when: ['full_moon'] },
      },
      'liveness_step_up__when__0__invalid_format',
    ],
    [
      { liveness_policy: 'passive', liveness_step_up: { from: 'passive', to: 'active', when: [] } },
      'liveness_step_up__when__too_short',
    ],
    [{ provider: 'vendor', liveness_policy: 'active' }, 'liveness_policy__not_supported_by_provider'],
    [{ retry_limit: 0 }, 'retry_limit__too_short'],
    [{ retry_limit: 21 }, 'retry_limit__too_long'],
    [{ retry_limit: 1.5 }, 'retry_limit__invalid_type'],
    [{ minimum_match_level: 6 }, 'minimum_match_level__too_long'],
    [{ retention_days: -1 }, 'retention_days__too_short'],
    [{ metadata_retention_days: 0 }, 'metadata_retention_days__too_short'],
    [{ liveness_evidence_days: 366 }, 'liveness_evidence_days__too_long'],
    [{ liveness_evidence_days: null }, 'liveness_evidence_days__invalid_type'],
    [{ allowed_redirect_urls: ['https://a.example/x?y'] }, 'allowed_redirect_urls__0__invalid_format'],
    [{ allowed_frame_origins: ['https://*'] }, 'allowed_frame_origins__0__invalid_format'],
    [{ theme: { logo: 'https://a.example/logo.png' } }, 'theme__logo__invalid_format'],
    [{ theme: { colors: { accent: 'red;}' } } }, 'theme__colors__accent__invalid_format'],
    [
      { theme: { colors: { background: '#ffffff', text: '#999999' } } },
      'theme__colors__text__contrast_too_low',
    ],
    [{ theme: { font: 'x' } }, 'theme__font__unknown'],
    [{ alternative_url: 'javascript:alert(1)' }, 'alternative_url__invalid_format'],
    [{ locale: 'english please' }, 'locale__invalid_format'],
    [{ redirect_urls: [] }, 'redirect_urls__unknown'],
    [{ provider_settings: { nested: {} } }, 'provider_settings__nested__invalid_format'],
    [{ copy: { a: 5 } }, 'copy__a__invalid_type'],
    [{ copy: { 'start.title': 'Hello {partner' } }, 'copy__start.title__invalid_format'],
    [{ copy: { a: '{count, plural, one {#}}' } }, 'copy__a__invalid_format'],
    [{ copy: { a: '{count, plural, ones {#} other {#}}' } }, 'copy__a__invalid_format'],
    [{ copy: { a: 'x'.repeat(2001) } }, 'copy__a__too_long'],
    [{ copy: { a: '{partner, date}' } }, 'copy__a__invalid_format'],
    [{ copy: { a: 'an <b>open</b> door' } }, 'copy__a__invalid_format'],
    [{ thresholds: { mean_brightness: {} } }, 'thresholds__mean_brightness__unknown'],
    [{ thresholds: { yaw: { enter: 200 } } }, 'thresholds__invalid_format'],
    [{ thresholds: { yaw: { max: 5 } } }, 'thresholds__yaw__max__unknown'],
  ])('%j: 422 %s, on POST and on PATCH', async (input, code) => {
    const expected = { status: 422, body: { error_codes: [code] } }
    const made = await partner.post('/user-journeys', { name: 'Web', provider: 'embedded', ...input })
    expect(made).toMatchObject(expected)
    const before = await create()
    expect(await partner.patch(`/user-journeys/${before.id}`, input)).toMatchObject(expected)
    expect((await partner.get(`/user-journeys/${before.id}`)).body).toEqual(before)
  })

  it('say when a look at the picture is not enough, until that is taken away', async () => {
    const liveness_step_up = { from: 'passive', to: 'active', when: ['low_passive_score', 'photo_source'] }
    const { id } = await create({ liveness_policy: 'passive', liveness_step_up })
    expect((await partner.get(`/user-journeys/${id}`)).body).toMatchObject({ liveness_step_up })
    const active = { liveness_policy: 'active' }
    expect(await partner.patch(`/user-journeys/${id}`, active)).toMatchObject({
      status: 422,
      body: { error_codes: ['liveness_step_up__not_enabled'] },
    })
    const changed = await partner.patch(`/user-journeys/${id}`, { ...active, liveness_step_up: null })
    expect(changed).toMatchObject({ status: 200, body: active })
    expect(changed.body).not.toHaveProperty('liveness_step_up')
  })

  describe('on a provider that asks for the turn by default', () => {
    const { capabilities } = test.provider
    beforeAll(() => {
      test.provider.capabilities = { ...capabilities, defaultLiveness: 'active' }
    })
    afterAll(() => {
      test.provider.capabilities = capabilities
    })

    it.each([
      [{}, 'active'],
      [{ liveness_policy: 'none' }, 'none'],
      [{ liveness_policy: 'passive' }, 'passive'],
      [{ provider: 'vendor' }, 'none'],
    ])('%j: %s', async (input, liveness_policy) => {
      expect(await create(input)).toMatchObject({ liveness_policy })
    })

    it('keep what they have when they change the provider, or say what else', async () => {
      const { id } = await create()
      const path = `/user-journeys/${id}`
      expect(await partner.patch(path, { provider: 'vendor' })).toMatchObject({
        status: 422,
        body: { error_codes: ['liveness_policy__not_supported_by_provider'] },
      })
      const none = { liveness_policy: 'none' }
      const away = await partner.patch(path, { provider: 'vendor', ...none })
      expect(away).toMatchObject({ status: 200, body: { provider: 'vendor', ...none } })
      const back = await partner.patch(path, { provider: 'embedded' })
      expect(back).toMatchObject({ status: 200, body: { provider: 'embedded', ...none } })
    })
  })

  it('cannot lose the provider that their liveness policy needs', async () => {
    test.provider.capabilities = { ...test.provider.capabilities, liveness: 'passive' }
    const { id } = await create({ liveness_policy: 'required' })
    test.provider.capabilities = { ...test.provider.capabilities, liveness: 'none' }
    const { id: other } = await create({ provider: 'vendor' })
    const refused = { status: 422, body: { error_codes: ['liveness_policy__not_supported_by_provider'] } }
    const demand = { liveness_policy: 'required', provider: 'embedded' }
    expect(await partner.patch(`/user-journeys/${other}`, demand)).toMatchObject(refused)
    expect(await partner.patch(`/user-journeys/${id}`, { name: 'x' })).toMatchObject({ status: 200 })
    const change = { name: 'x', liveness_policy: 'none' }
    expect(await partner.patch(`/user-journeys/${id}`, change)).toMatchObject({ status: 200 })
  })
})

describe('what once was allowed and is no longer', () => {
  const withOld = async (input: object, old: Partial<UserJourney>) => {
    const { id } = await create(input)
    const { userJourneys } = test.deps.database
    const row = await userJourneys.get(test.partner.tenantId, id)
    if (!row) throw new Error('it was made')
    const { tenantId: _, id: __, createdOn: ___, modifiedOn, ...columns } = { ...row, ...old }
    await userJourneys.update(test.partner.tenantId, id, columns, modifiedOn)
    return `/user-journeys/${id}`
  }
  const code = (field: string) => ({ status: 422, body: { error_codes: [field] } })

  it.each([
    [{ allowedFrameOrigins: ['http://old.example'] }, 'allowed_frame_origins__0__invalid_format'],
    [{ allowedRedirectUrls: ['https://a.example/x?y'] }, 'allowed_redirect_urls__0__invalid_format'],
    [
      { theme: { colors: { background: '#ffffff', text: '#999999' } } },
      'theme__colors__text__contrast_too_low',
    ],
    [{ copy: { a: '{partner, date}' } }, 'copy__a__invalid_format'],
  ])('%j keeps nobody from changing the rest', async (old, mistake) => {
    const path = await withOld({}, old)
    const changed = await partner.patch(path, { name: 'new', retention_days: 3 })
    expect(changed).toMatchObject({ status: 200, body: { name: 'new', retention_days: 3 } })
    // Sent back as it was read, it is no change either.
    const [field = ''] = mistake.split('__')
    const same = { [field]: changed.body[field], retry_limit: 4 }
    expect(await partner.patch(path, same)).toMatchObject({ status: 200, body: { retry_limit: 4 } })
    const more = { copy: { a: '{partner, time}' }, theme: { ...changed.body.theme, radius: 3 } }
    const list = [...Object.values(old).flat(), 'https://shop.example']
    const other = { [field]: field in more ? more[field as keyof typeof more] : list }
    expect(await partner.patch(path, other)).toMatchObject(code(mistake))
  })

  it('a provider that is gone takes no settings, and goes for another', async () => {
    const path = await withOld({}, { provider: 'bankrupt' })
    expect(await partner.patch(path, { name: 'new' })).toMatchObject({ status: 200 })
    expect(await partner.patch(path, { provider_settings: { a: 1 } })).toMatchObject(
      code('provider__unknown'),
    )
    expect(await partner.patch(path, { provider: 'embedded' })).toMatchObject({ status: 200 })
  })

  it('an origin of scripts that the operator took back: its key can be replaced', async () => {
    const script_url = 'https://cdn.vendor.example:8443/sdk.js'
    const provider_settings = { api_key: SECRET, script_url }
    const mistake = 'provider_settings__script_url__origin_not_allowed'
    const { id } = await create({ provider: 'vendor', provider_settings })
    const path = `/user-journeys/${id}`
    const stricter = createApp({ ...test.deps, vendorScriptOrigins: ['https://other.example'] })
    const { patch } = createPartnerClient({ ...test, app: stricter })
    expect(await patch(path, { name: 'new' })).toMatchObject({ status: 200 })
    const rotated = { provider_settings: { api_key: 'new' } }
    expect(await patch(path, rotated)).toMatchObject({ status: 200 })
    expect(await readSettings(id)).toEqual({ api_key: 'new', script_url })
    const moved = { provider_settings: { script_url: 'https://cdn.vendor.example:8443/next.js' } }
    expect(await patch(path, moved)).toMatchObject(code(mistake))
  })
})

describe('provider settings', () => {
  const create = async (input: object) =>
    (await partner.post('/user-journeys', { name: 'Web', provider: 'vendor', ...input })).body

  it('are sealed, and shown by name only', async () => {
    const settings = { api_key: SECRET, region: 'eu', timeout_s: 5, sandbox: true }
    const created = await create({ provider_settings: settings })
    expect(created.provider_setting_keys).toEqual(['api_key', 'region', 'sandbox', 'timeout_s'])
    const answers = [
      created,
      (await partner.get(`/user-journeys/${created.id}`)).body,
      (await partner.get('/user-journeys?limit=100')).body,
      (await partner.patch(`/user-journeys/${created.id}`, { name: 'y' })).body,
    ]
    const row = await test.deps.database.userJourneys.get(test.partner.tenantId, created.id)
    expect(JSON.stringify(answers)).not.toContain(SECRET)
    expect(Buffer.from(row?.providerSettingsSealed ?? []).toString('latin1')).not.toContain(SECRET)
    expect(test.log.text).not.toContain(SECRET)
    expect(await readSettings(created.id)).toEqual(settings)
  })

  it('cannot be read under another journey', async () => {
    const [one, other] = [await create({ provider_settings: { a: SECRET } }), await create({})]
    const row = await test.deps.database.userJourneys.get(test.partner.tenantId, one.id)
    const moved = {
      tenantId: other.tenantId,
      id: other.id,
      providerSettingsSealed: row?.providerSettingsSealed ?? null,
    }
    expect(() => openProviderSettings(test.deps.sealer, moved)).toThrow('altered')
  })

  it('are merged: null removes one, absent ones stay', async () => {
    const { id } = await create({ provider_settings: { a: 1, b: 2, c: 3 } })
    const change = { provider_settings: { a: null, b: 'two', d: null } }
    const { body } = await partner.patch(`/user-journeys/${id}`, change)
    expect(body.provider_setting_keys).toEqual(['b', 'c'])
    expect(await readSettings(id)).toEqual({ b: 'two', c: 3 })
    const none = { provider_settings: { b: null, c: null } }
    expect((await partner.patch(`/user-journeys/${id}`, none)).body.provider_setting_keys).toEqual([])
    expect(await readSettings(id)).toEqual({})
  })

  it('are refused where the provider takes none, or does not know them', async () => {
    const input = { name: 'Web', provider: 'embedded', provider_settings: { api_key: SECRET } }
    const expected = { status: 422, body: { error_codes: ['provider_settings__api_key__unknown'] } }
    expect(await partner.post('/user-journeys', input)).toMatchObject(expected)
    const { id } = (await partner.post('/user-journeys', { ...input, provider_settings: {} })).body
    const change = { provider_settings: { api_key: SECRET } }
    expect(await partner.patch(`/user-journeys/${id}`, change)).toMatchObject(expected)
    expect(await readSettings(id)).toEqual({})
  })

  it('may be called like what every object has', async () => {
    const { id } = await create({ provider_settings: { constructor: 'x' } })
    expect(await readSettings(id)).toEqual({ constructor: 'x' })
  })
})

describe('a journey decides', () => {
  /** An attempt's answer on a journey of its own. */
  const start = async (journey: { id: string }, redirectUrl: string, known?: string) => {
    const applicant = await partner.post('/applicants', {})
    await partner.enrol(applicant.body.id)
    const input = { applicant_id: applicant.body.id, user_journey_id: journey.id }
    const id = known ?? (await partner.post('/face-authentications', input)).body.id
    const answer = await partner.post(`/face-authentications/${id}/attempts`, { redirect_url: redirectUrl })
    return { id, answer }
  }

  it('where a browser may be sent back to', async () => {
    const journey = await create({ allowed_redirect_urls: ['https://shop.example/back'] })
    const { id, answer } = await start(journey, 'https://shop.example/backdoor')
    expect(answer).toMatchObject({ status: 422, body: { error_codes: ['redirect_url__not_allowed'] } })
    expect((await partner.get(`/face-authentications/${id}/attempts`)).body.total_count).toBe(0)
    expect((await start(journey, 'https://shop.example/back/7?x=y', id)).answer.status).toBe(201)
  })

  it('nowhere, when its list is empty', async () => {
    const { answer } = await start(await create(), 'https://shop.example/back')
    expect(answer).toMatchObject({ status: 422, body: { error_codes: ['redirect_url__not_allowed'] } })
  })

  it('how many attempts may fail', async () => {
    const url = 'https://shop.example'
    const journey = await create({ allowed_redirect_urls: [url], retry_limit: 2 })
    const { id } = await start(journey, url)
    const fail = async () => {
      const { answer } = await start(journey, url, id)
      const browser = createBrowserClient(
        test,
        new URL(answer.body._links.verification_url.href).hash.slice(1),
      )
      await browser.session()
      await browser.abort('left')
      return (await partner.get(`/face-authentications/${id}`)).body
    }
    // The attempt that the first `fail` replaced was no try.
    expect(await fail()).toMatchObject({ status: 'retry_required' })
    expect(await fail()).toMatchObject({ status: 'inconclusive', response_codes: [{ code: 61121 }] })
    expect((await start(journey, url, id)).answer.status).toBe(409)
  })

  it('how many links may run out', async () => {
    const url = 'https://shop.example'
    const journey = await create({ allowed_redirect_urls: [url], retry_limit: 1 })
    const { id } = await start(journey, url)
    test.clock.skewMs += 31 * 60_000
    const { body } = await partner.get(`/face-authentications/${id}`)
    expect(body).toMatchObject({ status: 'inconclusive', response_codes: [{ code: 61101 }] })
  })

  it('the language, where the attempt names none', async () => {
    const url = 'https://shop.example'
    const { answer } = await start(await create({ allowed_redirect_urls: [url], locale: 'nl' }), url)
    const token = new URL(answer.body._links.verification_url.href).hash.slice(1)
    expect((await createBrowserClient(test, token).session()).body.locale).toBe('nl')
  })
})
