import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, parseConfig } from './config.ts'
import { listConfigWarnings } from './config-warnings.ts'
import { toConsoleUrl } from './console-at.ts'

const OIDC = {
  CONSOLE_OIDC_ISSUER: 'https://idp.example/realm',
  CONSOLE_OIDC_CLIENT_ID: 'visavis',
  CONSOLE_OIDC_CLIENT_SECRET: 'a-secret',
}

it('runs without any setting', () => {
  expect(parseConfig({})).toMatchObject({
    port: 8787,
    host: '127.0.0.1',
    publicUrl: undefined,
    console: true,
    consoleAt: undefined,
    demo: false,
    engineRuntime: 'auto',
    webhookAllowPrivate: false,
    rateLimits: { partner: 3000, capture: 120, address: 600 },
    trustedProxies: 0,
    metricsAt: undefined,
    tracing: undefined,
    logExport: undefined,
    s3: undefined,
  })
})

it('drops the slash that would double in every link', () => {
  expect(parseConfig({ PUBLIC_URL: 'https://id.example/' }).publicUrl).toBe('https://id.example')
})

const HTTPS = { PUBLIC_URL: 'https://id.example' }

it.each([
  [{}, undefined, 'http://localhost:8787'],
  [HTTPS, undefined, 'https://id.example'],
  [{ CONSOLE_PORT: '8788' }, { port: 8788 }, 'http://localhost:8788'],
  [{ CONSOLE_PORT: '8788', PUBLIC_URL: 'http://127.0.0.1:80' }, { port: 8788 }, 'http://127.0.0.1:8788'],
  [
    { ...HTTPS, CONSOLE_PORT: '8788', CONSOLE_URL: 'https://console.example/' },
    { port: 8788, url: 'https://console.example' },
    'https://console.example',
  ],
])('knows where browsers reach the console: %j', (environment, consoleAt, url) => {
  const config = parseConfig(environment)
  expect(config.consoleAt).toEqual(consoleAt)
  expect(toConsoleUrl(config, config.consoleAt?.port ?? config.port)).toBe(url)
})

it.each([
  [{ CONSOLE_URL: 'https://console.example' }, 'CONSOLE_URL: comes with CONSOLE_PORT'],
  [{ CONSOLE_PORT: '8787' }, 'CONSOLE_PORT: is that of PORT'],
  [{ ...HTTPS, CONSOLE_PORT: '8788' }, 'CONSOLE_URL: is missing'],
  [{ PUBLIC_URL: 'http://192.0.2.1', CONSOLE_PORT: '8788' }, 'CONSOLE_URL: is missing'],
  [{ ...HTTPS, CONSOLE_PORT: '8788', CONSOLE_URL: 'https://id.example/' }, 'CONSOLE_URL: is PUBLIC_URL'],
  [{ ...HTTPS, CONSOLE_PORT: '8788', CONSOLE_URL: 'https://id.example/console' }, 'must be an origin'],
  [
    {
      ...HTTPS,
      CONSOLE_PORT: '8788',
      CONSOLE_URL: 'https://c.scripts.example',
      VENDOR_SCRIPT_HOST: 'https://*.scripts.example',
    },
    'covers c.scripts.example of CONSOLE_URL',
  ],
])('stops a console that nobody would reach: %j', (environment, sentence) => {
  expect(() => parseConfig(environment)).toThrow(sentence)
})

it('leaves the console out', () => {
  expect(parseConfig({ CONSOLE: 'off' }).console).toBe(false)
})

it('takes an empty variable for one that is not set', () => {
  expect(parseConfig({ DATABASE_URL: '', PUBLIC_URL: '', DEMO: '' })).toMatchObject({
    databaseUrl: undefined,
  })
})

it.each([
  [{ PORT: 'eighty' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ PUBLIC_URL: 'id.example' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'https://id.example/visavis' }, 'PUBLIC_URL: must be an origin'],
  [{ PUBLIC_URL: 'https://id.example?x' }, 'PUBLIC_URL: must be an origin'],
  [{ KEEP_ALIVE_SECONDS: '0' }, 'KEEP_ALIVE_SECONDS'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ DEMO: 'maybe' }, 'DEMO'],
  [{ CONSOLE: 'maybe' }, 'CONSOLE'],
  [{ ENGINE_RUNTIME: 'cuda' }, 'ENGINE_RUNTIME'],
  [{ FACE_LIFETIME_DAYS: '0' }, 'FACE_LIFETIME_DAYS'],
  [{ SMTP_URL: 'http://x' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://x' }, 'MAIL_FROM'],
  [{ MAIL_FROM: 'a@b.example' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://x', MAIL_FROM: 'nobody' }, 'MAIL_FROM'],
  [{ S3_BUCKET: 'pictures' }, 'S3_ENDPOINT: is missing'],
  [{ S3_ENDPOINT: 's3.example' }, 'S3_ENDPOINT'],
  [{ S3_ENDPOINT: 'https://me:pw@s3.example' }, 'S3_ENDPOINT: must be without user and password'],
  [{ CONSOLE_OIDC_ISSUER: 'https://idp.example' }, 'come together'],
  [{ CONSOLE_OIDC_NAME: 'Acme' }, 'come together'],
  [{ CONSOLE_OIDC_SCOPE: 'openid' }, 'come together'],
  [{ ...OIDC, CONSOLE_OIDC_ISSUER: 'http://idp.example' }, 'CONSOLE_OIDC_ISSUER: must start with https://'],
  [{ ...OIDC, CONSOLE_OIDC_ISSUER: 'https://me:pw@idp.example' }, 'CONSOLE_OIDC_ISSUER'],
  [{ ...OIDC, CONSOLE_OIDC_SCOPE: 'email' }, 'CONSOLE_OIDC_SCOPE: must hold openid'],
  [{ METRICS_PORT: 'on' }, 'METRICS_PORT'],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
  [{ OTEL_LOGS_EXPORTER: 'console' }, 'OTEL_LOGS_EXPORTER'],
  [{ OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: 'collector' }, 'OTEL_EXPORTER_OTLP_LOGS_ENDPOINT'],
  [{ RATE_LIMIT_PARTNER: '-1' }, 'RATE_LIMIT_PARTNER'],
  [{ TRUSTED_PROXIES: 'yes' }, 'TRUSTED_PROXIES'],
])('names what is wrong in %j', (environment, name) => {
  expect(() => parseConfig(environment)).toThrow(ConfigError)
  expect(() => parseConfig(environment)).toThrow(name)
})

it.each([
  [{}, 'http://localhost:4318/v1/logs', undefined],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:1/' }, 'http://c:1/v1/logs', 'http://c:1/'],
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:1', OTEL_TRACES_EXPORTER: 'none' },
    'http://c:1/v1/logs',
    undefined,
  ],
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:1', OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: 'http://l:2/in' },
    'http://l:2/in',
    'http://c:1',
  ],
])('sends logs and traces where OpenTelemetry says: %j', (environment, logs, traces) => {
  const { logExport, tracing } = parseConfig({ OTEL_LOGS_EXPORTER: 'otlp', ...environment })
  expect(logExport).toEqual({ url: logs, serviceName: 'visavis' })
  expect(tracing?.endpoint).toBe(traces)
  expect(parseConfig(environment).logExport).toBeUndefined()
})

it('takes a sign-in provider, its secret out of a file too, and names its button by its host', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-secret-'))
  const file = join(folder, 'client-secret')
  await writeFile(file, 'from-a-file\n')
  const { CONSOLE_OIDC_CLIENT_SECRET: secret, ...rest } = OIDC
  const base = {
    clientId: 'visavis',
    scope: 'openid email',
    name: 'idp.example',
    issuer: OIDC.CONSOLE_OIDC_ISSUER,
  }
  expect(parseConfig(OIDC).singleSignOn).toEqual({ ...base, clientSecret: secret })
  const filed = { ...rest, CONSOLE_OIDC_CLIENT_SECRET_FILE: file, CONSOLE_OIDC_NAME: 'Acme' }
  expect(parseConfig(filed).singleSignOn).toEqual({ ...base, clientSecret: 'from-a-file', name: 'Acme' })
  expect(() => parseConfig({ ...OIDC, CONSOLE_OIDC_CLIENT_SECRET_FILE: file })).toThrow(
    'leave one of them out',
  )
  await rm(folder, { recursive: true })
  expect(parseConfig({}).singleSignOn).toBeUndefined()
  expect(parseConfig({ ...OIDC, CONSOLE_OIDC_ISSUER: 'http://localhost:9000' }).singleSignOn).toBeDefined()
})

it('takes the master key out of a file, and says what is wrong with one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-key-'))
  const file = join(folder, 'master.key')
  await writeFile(file, 'c2VjcmV0\n')
  expect(parseConfig({ VISAVIS_MASTER_KEY_FILE: file }).masterKey).toBe('c2VjcmV0')
  const both = { VISAVIS_MASTER_KEY_FILE: file, VISAVIS_MASTER_KEY: 'c2VjcmV0' }
  expect(() => parseConfig(both)).toThrow('leave one of them out')
  await rm(folder, { recursive: true })
  expect(() => parseConfig({ VISAVIS_MASTER_KEY_FILE: file })).toThrow(`${file} cannot be read (ENOENT)`)
})

describe('names for vendors’ scripts', () => {
  it.each([
    ['https://id.example.com', 'https://*.example.com'],
    ['https://id.eu.example.com', 'https://*.example.com'],
    ['https://id.example.com', 'https://*.example.com:443'],
    ['https://id.example.com:8443', 'https://*.example.com:8443'],
  ])('do not cover those of the links: %s, %s', (PUBLIC_URL, VENDOR_SCRIPT_HOST) => {
    const parse = () => parseConfig({ PUBLIC_URL, VENDOR_SCRIPT_HOST })
    expect(parse).toThrow(ConfigError)
    expect(parse).toThrow('VENDOR_SCRIPT_HOST')
    expect(parse).toThrow('Name a wildcard of its own')
  })

  it.each([
    ['https://id.example.com', 'https://*.scripts.example.com'],
    ['https://example.com', 'https://*.example.com'],
    ['https://id.myexample.com', 'https://*.example.com'],
    ['http://localhost:8787', 'http://*.localhost:8787'],
    [undefined, 'https://*.example.com'],
  ])('may be near them: %s, %s', (PUBLIC_URL, VENDOR_SCRIPT_HOST) => {
    expect(parseConfig({ PUBLIC_URL, VENDOR_SCRIPT_HOST })).toMatchObject({
      vendorScriptHost: VENDOR_SCRIPT_HOST,
    })
  })
})

it.each([
  ['http://id.example', true],
  ['http://192.0.2.1:8787', true],
  ['https://id.example', false],
  ['http://localhost:8787', false],
  ['http://127.0.0.1', false],
  [undefined, false],
])('warns of a public address without TLS: %s', (publicUrl, isWarned) => {
  const warnings = isWarned ? 1 : 0
  expect(listConfigWarnings({ publicUrl, consoleAt: undefined })).toHaveLength(warnings)
  const consoleAt = { port: 8788, url: publicUrl }
  expect(listConfigWarnings({ publicUrl: undefined, consoleAt })).toHaveLength(warnings)
})
