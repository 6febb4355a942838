import { expect, it, vi } from 'vitest'
import { setUpTenant } from '../features/access/index.ts'
import { openProviderSettings } from '../features/journeys/provider-settings.ts'
import { openWebhookValue } from '../features/webhooks/webhook-secrets.ts'
import { PROVIDER_CATALOG } from '../providers/catalog.ts'
import { DatabaseInUseError } from '../storage/pglite.ts'
import { createPartnerClient } from '../testing/clients.ts'
import { createConsoleClient, openConsole } from '../testing/console-client.ts'
import { openTestApp } from '../testing/open-test-app.ts'
import { VENDOR_DEFINITION } from '../testing/scripted-provider.ts'
import { createSoftPasskey } from '../testing/soft-passkey.ts'
import type { CliContext } from './cli-context.ts'
import type { Finding } from './doctor/finding.ts'
import { runCli } from './run-cli.ts'

const { test } = await openTestApp()

const run = async (line: string[], change: Partial<CliContext> = {}) => {
  let out = ''
  let error = ''
  const status = await runCli(line, {
    withStorage: (work) => work(test.deps),
    withEngine: (work) => work(test.provider),
    log: test.deps.log,
    isDebug: false,
    write: (text) => {
      out += text
    },
    writeError: (text) => {
      error += text
    },
    readInput: async () => {
      throw new Error('nothing to read')
    },
    checkWebhookUrl: async (url) => (url.startsWith('https:') ? 'ok' : 'https_required'),
    rotateMasterKey: async () => {},
    startServer: async () => {},
    backUp: async () => ({ tables: 0, pictures: 0, missing: 0 }),
    restore: async () => ({ createdOn: '', rows: 0, pictures: 0 }),
    examine: async () => [],
    findProvider: (id) => (id === 'vendor' ? VENDOR_DEFINITION : PROVIDER_CATALOG.get(id)),
    vendorRules: () => ({ allowPrivateVendors: false, vendorScriptOrigins: [] }),
    consoleUrl: () => 'https://id.example',
    partner: () => ({ url: 'https://id.example', apiKey: 'sk_none' }),
    stopSignal: () => AbortSignal.abort(),
    now: () => new Date(),
    ...change,
  })
  return { status, out, error }
}
const find = (text: string, pattern: RegExp): string => pattern.exec(text)?.[0] ?? `no ${pattern} in: ${text}`
const ours = () => ['--tenant', test.partner.tenantId]
const readJourney = (id: string) => test.deps.database.userJourneys.get(test.partner.tenantId, id)

it('sets up a partner whose key and journey work', async () => {
  const urls = ['--redirect-url', 'https://a.example/back', '--redirect-url', 'http://localhost:3000']
  const { status, out } = await run(['setup', '--name', 'Acme', '--match-level', '4', ...urls])
  expect(status).toBe(0)
  const client = createPartnerClient(test, find(out, /sk_[a-z2-7]{27}/))
  const journey = await client.get(`/user-journeys/${find(out, /usj_[a-z2-7]{26}/)}`)
  expect(journey).toMatchObject({
    status: 200,
    body: {
      allowed_redirect_urls: ['https://a.example/back', 'http://localhost:3000'],
      minimum_match_level: 4,
      liveness_policy: 'active',
    },
  })
})

it('says that nobody can come back yet', async () => {
  const { out } = await run(['setup', '--name', 'Acme'])
  expect(out).toContain(`journey update ${find(out, /usj_[a-z2-7]{26}/)} --redirect-url`)
})

it('asks which partner, when there are several', async () => {
  await run(['setup', '--name', 'Second'])
  const { status, error } = await run(['key', 'list'])
  expect(status).toBe(1)
  expect(error).toContain('--tenant')
  expect(error).toMatch(/tnt_[a-z2-7]{26} {2}Second/)
  expect((await run(['key', 'list', '--tenant', 'tnt_x'])).error).toContain('no partner tnt_x')
})

it('creates, lists and changes journeys', async () => {
  const options = ['--name', 'Kiosk', '--redirect-url', 'https://a.example', '--retry-limit', '5']
  const created = await run(['journey', 'create', ...ours(), ...options])
  const id = find(created.out, /usj_[a-z2-7]{26}/)
  expect(await readJourney(id)).toMatchObject({
    name: 'Kiosk',
    provider: 'embedded',
    retryLimit: 5,
    livenessPolicy: 'active',
  })

  const change = ['--locale', 'nl', '--frame-origin', 'https://a.example']
  expect((await run(['journey', 'update', id, ...ours(), ...change])).out).toBe(`Changed ${id}\n`)
  expect(await readJourney(id)).toMatchObject({
    name: 'Kiosk',
    locale: 'nl',
    retryLimit: 5,
    allowedRedirectUrls: ['https://a.example'],
    allowedFrameOrigins: ['https://a.example'],
  })
  const { out } = await run(['journey', 'list', ...ours()])
  expect(out).toMatch(new RegExp(`^${id} +Kiosk +embedded +https://a.example$`, 'm'))
})

it('takes credentials from a file, seals them and never shows them', async () => {
  const fields = {
    name: 'Vendor',
    provider: 'vendor',
    provider_settings: { api_key: 'pk_secret' },
    theme: { radius: 3 },
  }
  const readInput = async (file: string) => JSON.stringify(file === '-' ? fields : {})
  const { out } = await run(['journey', 'create', ...ours(), '--file', '-', '--name', 'Mine'], { readInput })
  const journey = await readJourney(find(out, /usj_[a-z2-7]{26}/))
  expect(journey).toMatchObject({
    name: 'Mine',
    theme: { radius: 3 },
    providerSettingKeys: ['api_key'],
    livenessPolicy: 'none',
  })
  expect(journey && openProviderSettings(test.deps.sealer, journey)).toEqual({ api_key: 'pk_secret' })
  const list = await run(['journey', 'list', ...ours()])
  expect(list.out).toContain('api_key')
  expect(list.out).not.toContain('pk_secret')
})

it('creates, lists and revokes keys', async () => {
  const scopes = ['--scope', 'applicant:*', '--scope', 'match']
  const { out } = await run(['key', 'create', ...ours(), '--name', 'Shop', ...scopes])
  const [key, id] = [find(out, /sk_[a-z2-7]{27}/), find(out, /key_[a-z2-7]{26}/)]
  const client = createPartnerClient(test, key)
  expect((await client.post('/applicants', {})).status).toBe(201)
  expect((await client.get('/user-journeys')).status).toBe(403)

  const list = await run(['key', 'list', ...ours()])
  expect(list.out).toMatch(
    new RegExp(`^${id} +…${key.slice(-4)} +\\d{4}-\\d\\d-\\d\\d +applicant:\\* match +Shop$`, 'm'),
  )
  expect(list.out).not.toContain(key)

  expect((await run(['key', 'revoke', id, ...ours()])).out).toBe(`Revoked ${id}\n`)
  expect((await client.post('/applicants', {})).status).toBe(401)
  expect(await run(['key', 'revoke', id, ...ours()])).toMatchObject({ status: 1, out: '' })
})

it('creates, lists and revokes keys of test mode, beside the live ones', async () => {
  const early = await run(['key', 'list', ...ours(), '--test'])
  expect(early.error).toContain('visavis key create --test')
  const { out } = await run(['key', 'create', ...ours(), '--test', '--scope', 'admin'])
  const [key, id] = [find(out, /sk_test_[a-z2-7]{27}/), find(out, /key_[a-z2-7]{26}/)]
  const side = find(out, /tnt_test_[a-z2-7]{26}/)
  const client = createPartnerClient(test, key)
  const journey = await client.get(`/user-journeys/${find(out, /usj_[a-z2-7]{26}/)}`)
  expect(journey).toMatchObject({ status: 200, body: { livemode: false, provider: 'embedded' } })

  expect((await run(['key', 'list', ...ours()])).out).not.toContain(id)
  for (const which of [
    [...ours(), '--test'],
    ['--tenant', side],
    ['--tenant', side, '--test'],
  ]) {
    expect((await run(['key', 'list', ...which])).out).toContain(id)
  }
  // Somebody of the test side alone would see no more than that, without a word that it is one.
  const invited = await run(['console', 'invite', '--tenant', side, '--role', 'admin'])
  expect(invited).toMatchObject({ status: 1, out: '', error: expect.stringContaining('name the partner') })
  expect((await run(['key', 'revoke', id, ...ours()])).status).toBe(1)
  const logged = await client.get('/audit-events?action=key.create')
  expect(logged.body.data).toMatchObject([{ actor: { type: 'terminal' }, subject: { id } }])
  expect((await run(['key', 'revoke', id, ...ours(), '--test'])).out).toBe(`Revoked ${id}\n`)
  expect((await client.get('/user-journeys')).status).toBe(401)
})

it('creates, changes and lists webhook endpoints, and shows a secret once', async () => {
  const readInput = async () => 'Bearer of-theirs\n'
  const given = ['--url', 'https://shop.example/hooks', '--event', 'face_authentication_closed']
  const options = [...given, '--description', 'Shop', '--authorization-file', '-']
  const { out } = await run(['webhook', 'create', ...ours(), ...options], { readInput })
  const [id, secret] = [find(out, /whe_[a-z2-7]{26}/), find(out, /whsec_\S+/)]
  const row = await test.deps.database.webhookEndpoints.get(test.partner.tenantId, id)
  expect(row).toMatchObject({ isActive: true, eventTypes: ['face_authentication_closed'] })
  const { sealer } = test.deps
  expect(row && openWebhookValue(sealer, 'secret', row, row.secretSealed)).toBe(secret)
  expect(
    row?.authorizationSealed && openWebhookValue(sealer, 'authorization', row, row.authorizationSealed),
  ).toBe('Bearer of-theirs')

  expect((await run(['webhook', 'update', id, ...ours(), '--no-active'])).out).toBe(`Changed ${id}\n`)
  const list = await run(['webhook', 'list', ...ours()])
  expect(list.out).toMatch(
    new RegExp(`^${id} +no +https://shop.example/hooks +face_authentication_closed +Shop$`, 'm'),
  )
  expect(list.out).not.toContain(secret)
  expect(list.out).not.toContain('of-theirs')
})

it.each([
  [['webhook', 'create'], 'url__required'],
  [['webhook', 'create', '--url', 'http://shop.example'], 'url__https_required'],
  [['webhook', 'create', '--url', 'https://shop.example', '--event', 'all'], 'event_types__0__invalid'],
  [['webhook', 'update', 'whe_x', '--no-active'], 'nothing here under that id'],
  [['setup'], '--name'],
  [['setup', '--name', ''], 'name__too_short'],
  [['setup', '--name', 'A', '--match-level', 'x'], 'minimum_match_level__invalid_type'],
  [['setup', '--name', 'A', '--redirect-url', 'a.example'], 'allowed_redirect_urls__0__invalid_format'],
  [['journey', 'create', '--name', 'A', '--provider', 'acme'], 'provider__unknown'],
  [['journey', 'create', '--name', 'A', '--liveness', 'required'], 'not_supported_by_provider'],
  [['journey', 'create'], 'name__required'],
  [['journey', 'update', 'usj_x', '--name', 'A'], 'nothing here under that id'],
  [['key', 'create', '--scope', 'all'], 'scopes__0__invalid_format'],
  [['key', 'create'], '--scope'],
  [['key', 'revoke'], "'id'"],
  [['kyes'], "unknown command 'kyes'"],
  [['setup', '--name', 'A', '--nmae', 'B'], '--nmae'],
])('%j: says %s, and nothing is made', async (line, text) => {
  const { tenants, userJourneys, apiKeys, webhookEndpoints } = test.deps.database
  const page = { skip: 0, limit: 1 }
  const count = async () => [
    (await tenants.list()).length,
    (await userJourneys.list(test.partner.tenantId, page)).totalCount,
    (await apiKeys.list(test.partner.tenantId, page)).totalCount,
    (await webhookEndpoints.list(test.partner.tenantId, page)).totalCount,
  ]
  const before = await count()
  const needsTenant = line[0] !== 'setup' && line.length > 1
  const { status, out, error } = await run(needsTenant ? [...line, ...ours()] : line)
  expect(status).toBe(1)
  expect(out).toBe('')
  expect(error).toContain(text)
  expect(await count()).toEqual(before)
})

it('does not quote a file it cannot read', async () => {
  const readInput = async () => '{"provider_settings":{"api_key":"pk_secret"'
  const { status, error } = await run(['journey', 'create', ...ours(), '--file', 'x'], { readInput })
  expect(status).toBe(1)
  expect(error).toBe('The file does not hold a JSON object.\n')
})

it('shows no stack for a folder that is open elsewhere', async () => {
  const withStorage = async () => {
    throw new DatabaseInUseError('another process has it open')
  }
  expect(await run(['setup', '--name', 'A'], { withStorage })).toEqual({
    status: 1,
    out: '',
    error: 'Another process has it open.\n',
  })
})

it('says why something nobody foresaw went wrong, and how to see where', async () => {
  const withStorage = async () => {
    throw new Error('the file is not read', { cause: new Error('EIO: i/o error') })
  }
  const { status, error } = await run(['key', 'list'], { withStorage })
  expect(status).toBe(1)
  expect(error).toBe(
    'This did not work: the file is not read, because EIO: i/o error. LOG_LEVEL=debug shows where.\n',
  )
  expect((await run(['key', 'list'], { withStorage, isDebug: true })).error).toContain('run-cli.test.ts')
})

it('explains itself', async () => {
  const { status, out } = await run(['--help'])
  expect(status).toBe(0)
  for (const word of ['setup', 'journey', 'key', 'webhook', 'DATA_DIR']) expect(out).toContain(word)
})

it('tells how far the faces have come with the model of today, and has it look at the others', async () => {
  const client = createPartnerClient(test)
  await client.enrol(await client.createApplicant())
  const before = await run(['faces', 'status'])
  expect(before.out).toMatch(/MODEL +scripted \(upright-box-150\)/)
  expect(before.out).toMatch(/faces looked at +1\n/)
  test.provider.recognition = { modelId: 'scripted/new', pipelineId: 'turned' }
  expect((await run(['faces', 'status'])).out).toMatch(/faces looked at +0\nfaces waiting +1\n/)
  const { assets } = test.deps
  test.deps.assets = { ...assets, get: () => Promise.reject(new Error('altered')) }
  const { out: refused } = await run(['faces', 'retemplate'])
  expect(refused).toMatch(/faces waiting +1\n/)
  expect(refused).toContain('1 could not be looked at')
  test.deps.assets = assets
  const { status, out } = await run(['faces', 'retemplate'])
  expect(status).toBe(0)
  expect(out).not.toContain('could not be looked at')
  expect(out).toMatch(/faces looked at +1\nfaces waiting +0\nfaces to enrol again +0\n/)
})

it('replaces the data key, and tells how much is sealed by which', async () => {
  const client = createPartnerClient(test)
  await client.enrol(await client.createApplicant())
  expect((await run(['keys', 'status'])).out).toMatch(/^DATA KEYS +1\n/)
  const { status, out, error } = await run(['keys', 'rotate'])
  expect({ status, error }).toEqual({ status: 0, error: '' })
  expect(out).toMatch(/^There is a data key 2\.\n/)
  expect(out).toMatch(/DATA KEYS +2\nSEALED +BY 2 +OTHERWISE\n/)
  expect(out).toMatch(/\npictures +[1-9]\d* +0\n/)
})

it('tells its version', async () => {
  expect(await run(['--version'])).toEqual({
    status: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    error: '',
  })
})

it('prints a line for each check, and fails when something is wrong', async () => {
  const findings: Finding[] = [
    { check: 'settings', verdict: 'ok', text: 'all of them can be read' },
    { check: 'public address', verdict: 'warning', text: 'PUBLIC_URL is not set' },
  ]
  expect(await run(['doctor'], { examine: async () => findings })).toEqual({
    status: 0,
    out: [
      'STATE    CHECK           WHAT',
      'ok       settings        all of them can be read',
      'warning  public address  PUBLIC_URL is not set',
      '',
    ].join('\n'),
    error: '',
  })
  findings.push({ check: 'database', verdict: 'wrong', text: 'does not answer' })
  const { status, out, error } = await run(['doctor'], { examine: async () => findings })
  expect(status).toBe(1)
  expect(out).toContain('wrong    database        does not answer\n')
  expect(error).toBe('1 of 3 checks found something wrong.\n')
})

it('says in the audit log what was done at the terminal, and proves the log', async () => {
  const seen = async () => {
    const { rows } = await test.deps.database.auditEvents.list(test.partner.tenantId, {}, { limit: 100 })
    return rows
  }
  const before = (await seen()).length
  const made = await run(['key', 'create', ...ours(), '--scope', 'match'])
  const keyId = find(made.out, /key_[a-z2-7]{26}/)
  await run(['key', 'revoke', keyId, ...ours()])
  const journey = await run(['journey', 'create', ...ours(), '--name', 'Web'])
  const journeyId = find(journey.out, /usj_[a-z2-7]{26}/)
  await run(['journey', 'update', journeyId, ...ours(), '--name', 'Shop'])
  const hooks = await run(['webhook', 'create', ...ours(), '--url', 'https://shop.example/hooks'])
  const endpointId = find(hooks.out, /whe_[a-z2-7]{26}/)
  await run(['webhook', 'update', endpointId, ...ours(), '--no-active'])
  expect((await run(['key', 'revoke', keyId, ...ours()])).status).toBe(1)
  const entries = (await seen()).slice(0, -before).sort((a, b) => a.number - b.number)
  expect(entries).toMatchObject(
    [
      ['key.create', keyId],
      ['key.delete', keyId],
      ['user_journey.create', journeyId],
      ['user_journey.update', journeyId],
      ['webhook_endpoint.create', endpointId],
      ['webhook_endpoint.update', endpointId],
    ].map(([action, subjectId]) => ({ action, subjectId, actorType: 'terminal', actorId: null })),
  )
  const shown = await run(['audit', 'list', ...ours(), '--subject', keyId, '--limit', '1'])
  expect(shown.out).toMatch(new RegExp(`^\\S+Z  key.delete  ${keyId}  by terminal\\n$`))
  expect((await run(['audit', 'list', ...ours(), '--limit', '0'])).error).toContain('1 to 1000.')
  const proof = await run(['audit', 'verify', ...ours()])
  expect(proof).toMatchObject({ status: 0, error: '' })
  expect(proof.out).toContain(`Verified       ${before + 6} of Test & Co`)
  const chain = vi.spyOn(test.deps.database.auditEvents, 'getChain')
  chain.mockResolvedValueOnce({ length: before + 7, hash: new Uint8Array() })
  const broken = await run(['audit', 'verify', ...ours()])
  chain.mockRestore()
  expect(broken.status).toBe(1)
  expect(broken.error).toContain(`The audit log breaks at ${before + 7}: the row is gone.`)
})

it('invites people to the console, lists them and takes them away', async () => {
  const invited = await run(['console', 'invite', ...ours(), '--role', 'admin', '--name', 'Bea'])
  expect(invited.out).toMatch(
    /^Invitation {5}https:\/\/id\.example\/console\/invite#[\w-]{43}\nUntil {10}\d{4}-/,
  )
  const wrong = await run(['console', 'invite', ...ours(), '--role', 'owner'])
  expect(wrong).toMatchObject({ status: 1, out: '' })
  const { userId } = await openConsole(test, 'viewer')
  expect((await run(['console', 'list', ...ours()])).out).toMatch(new RegExp(`${userId} +viewer`))
  expect((await run(['console', 'remove', userId, ...ours()])).status).toBe(0)
  expect((await run(['console', 'remove', userId, ...ours()])).error).toContain('no user')
})

it('makes operators, who are listed, told of and taken away apart from every partner', async () => {
  const invited = await run(['console', 'invite', '--operator', '--name', 'Ops'])
  const token = new URL(/https:\S+/.exec(invited.out)?.[0] ?? '').hash.slice(1)
  const { body } = await createConsoleClient(test).accept(token, createSoftPasskey())
  expect(body).toMatchObject({ role: 'operator', tenant: { name: 'Installation' } })
  const wrong = [
    [['--operator', '--role', 'admin'], "'--role <role>' cannot be used with option '--operator'"],
    [['--operator', ...ours()], 'leave out --tenant'],
    [['--role', 'operator'], 'Allowed choices are viewer, reviewer, admin'],
    [[], '--role viewer, reviewer or admin, or --operator'],
  ] as const
  for (const [words, told] of wrong) {
    const { status, error } = await run(['console', 'invite', ...words])
    expect(status).toBe(1)
    expect(error).toContain(told)
  }
  expect((await run(['console', 'list', '--operator'])).out).toMatch(new RegExp(`${body.id} +operator`))
  expect((await run(['console', 'list', ...ours()])).out).not.toContain(body.id)
  expect((await run(['console', 'list', '--tenant', body.tenant.id])).status).toBe(1)
  const log = (await run(['audit', 'list', '--operator'])).out
  expect(log).toMatch(
    /console_user\.sign_in .+\n.+console_user\.create .+\n.+console_invite\.create .+terminal\n$/,
  )
  expect((await run(['audit', 'verify', '--operator'])).out).toContain('Verified       3 of Installation')
  expect((await run(['console', 'remove', body.id, '--operator'])).status).toBe(0)
})

it('says how many people it takes to look at a picture, and changes that with an entry', async () => {
  expect((await run(['console', 'pictures', ...ours()])).out).toMatch(
    /^Pictures +one person\nReviewers +\d+\n/,
  )
  const two = await run(['console', 'pictures', '--people', '2', ...ours()])
  expect(two.out).toMatch(/^Pictures +two people\n/)
  const { rows } = await test.deps.database.auditEvents.list(
    test.partner.tenantId,
    { action: 'tenant.update' },
    { limit: 5 },
  )
  expect(rows).toMatchObject([{ subjectId: test.partner.tenantId, actorType: 'terminal' }])
  expect((await run(['console', 'pictures', '--people', '3', ...ours()])).status).not.toBe(0)
  expect((await run(['console', 'pictures', '--people', '1', ...ours()])).out).toContain('one person')
})

it('removes the last admin of the console only with --force', async () => {
  const { tenantId } = await setUpTenant(
    test.deps.database,
    { name: 'Small', provider: 'embedded' },
    new Date(),
  )
  const [first, last] = [
    await openConsole(test, 'admin', tenantId),
    await openConsole(test, 'admin', tenantId),
  ]
  const remove = (id: string, ...options: string[]) =>
    run(['console', 'remove', id, '--tenant', tenantId, ...options])
  expect((await remove(first.userId)).status).toBe(0)
  expect(await remove(last.userId)).toMatchObject({
    status: 1,
    error: expect.stringContaining(`${last.userId} is the last admin of Small`),
  })
  expect((await last.get('/me')).status).toBe(200)
  expect((await remove(last.userId, '--force')).status).toBe(0)
  expect((await last.get('/me')).status).toBe(401)
})
