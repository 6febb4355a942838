import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { isLoopback } from '@visavis/shared/is-loopback'
import * as z from 'zod'
import { isScriptHost, isScriptHostPattern } from '../features/capture/index.ts'
import type { IssuerOptions } from '../features/console/index.ts'
import type { S3Options } from '../storage/assets/s3-driver.ts'
import { type ConsoleAt, toConsoleAt } from './console-at.ts'

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('0')
  .transform((value) => value === '1' || value === 'true')

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an absolute http(s) address' })

const originList = z.string().transform((text, context) => {
  const origins = text.split(/\s+/).filter((part) => part !== '')
  const wrong = origins.find((origin) => URL.parse(origin)?.origin !== origin)
  if (wrong !== undefined)
    context.addIssue({ code: 'custom', message: `"${wrong}" is no origin like https://host` })
  return origins
})

/** Cookies, pages and links all stand at the root: a path would be lost in half of them. */
const originUrl = httpUrl.refine(
  (text) => {
    const url = URL.parse(text)
    return url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
  },
  {
    error:
      'must be an origin without a path, such as https://id.example.com: give the server a host name of its own',
  },
)

/** An identifier of OpenID Connect (Core 1.0 §2), and no code and no secret in the clear. */
const isIssuer = (text: string): boolean => {
  const url = URL.parse(text)
  if (url === null || url.search !== '' || url.hash !== '' || url.username !== '') return false
  return url.protocol === 'https:' || isLoopback(url.hostname)
}

const perMinute = z.coerce.number().int().min(0).max(1_000_000)

const environmentSchema = z.object({
  /** 0 picks a free port. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Idle connections stay open for so many seconds: longer than the balancer in front keeps its own. */
  KEEP_ALIVE_SECONDS: z.coerce.number().int().min(1).max(3600).default(75),
  /** Where browsers reach this server, an origin without a path; its scheme decides about HSTS. Default: http://localhost:PORT. */
  PUBLIC_URL: originUrl.optional(),
  /** The page that errors link to (`doc_url`), if it is another than this server's own. Default: PUBLIC_URL/docs/errors. */
  ERROR_DOCS_URL: httpUrl.optional(),
  /** Rows (without DATABASE_URL), pictures, keys and uploads under way. */
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  /** 32 bytes, base64. Default: generated once into DATA_DIR/keys. */
  VISAVIS_MASTER_KEY: z.string().optional(),
  /** A file that holds it, as secrets are mounted into containers. */
  VISAVIS_MASTER_KEY_FILE: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Worker threads of the face engine. Default: one a core, at most 4. */
  ENGINE_WORKERS: z.coerce.number().int().min(1).max(64).optional(),
  /** What runs the face engine's networks. `auto`: native code, and WebAssembly where that does not load. */
  ENGINE_RUNTIME: z.enum(['auto', 'native', 'wasm']).default('auto'),
  /** What makes templates, by its name in the engine's catalog. Default: the engine's own choice. */
  RECOGNITION_MODEL: z.string().optional(),
  /** The one before, beside it, for faces of which the present one can make nothing. Default: none. */
  RECOGNITION_MODEL_EARLIER: z.string().optional(),
  /** An ONNX file in the place of the passive liveness network: one of its family. Default: the engine's own. */
  LIVENESS_MODEL_FILE: z.string().optional(),
  /** Uploads under way are kept in so much memory, in MB; what comes while it is taken goes to DATA_DIR/spool. */
  UPLOAD_MEMORY_MB: z.coerce.number().int().min(0).max(65_536).default(64),
  /** New faces expire after so many days, unless their upload says otherwise. Default: they do not. */
  FACE_LIFETIME_DAYS: z.coerce.number().int().min(1).max(36_500).optional(),
  /** 1 sends webhooks to private addresses and over plain http. For development, or a receiver in the same network. */
  WEBHOOK_ALLOW_PRIVATE: flag,
  /** 1 lets journeys name vendor addresses that are private or plain http. For sandboxes and vendors in one's own network. */
  VENDOR_ALLOW_PRIVATE: flag,
  /**
   * Where vendors' scripts may come from, origins with blanks between. Default: Onfido's. uqudo's is a package for a
   * server of your own. With VENDOR_ALLOW_PRIVATE=1 this machine is among them.
   */
  VENDOR_SCRIPT_ORIGINS: originList.default(['https://sdk.onfido.com']),
  /**
   * Where those scripts run, each capture at an origin of its own: a wildcard name that leads to this server. Default:
   * *.localhost where PUBLIC_URL is this machine; elsewhere none, and no vendor's script runs.
   */
  VENDOR_SCRIPT_HOST: z
    .string()
    .refine(isScriptHostPattern, 'must look like https://*.scripts.example')
    .optional(),
  /** `smtp://…` or `smtps://user:password@host:port`, for activation e-mails. Default: none are sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must start with smtp:// or smtps://' }).optional(),
  /** `Name <address>`; comes with SMTP_URL. */
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<?[^<>@\s]+@[^<>@\s]+>?$/, 'must be an address or "Name <address>"')
    .optional(),
  /** Pictures in a bucket instead of DATA_DIR/assets; the five come together. */
  S3_ENDPOINT: httpUrl
    .refine((text) => URL.parse(text)?.username === '' && URL.parse(text)?.password === '', {
      error: 'must be without user and password: S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are for those',
    })
    .optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** Requests a minute: of a partner, of a link, of an address. 0: no limit. */
  RATE_LIMIT_PARTNER: perMinute.default(3000),
  RATE_LIMIT_CAPTURE: perMinute.default(120),
  RATE_LIMIT_ADDRESS: perMinute.default(600),
  /** Reverse proxies in front of this server, each of which appends to X-Forwarded-For. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Where /metrics is, apart from the API: no port, no metrics. */
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  /** An OpenTelemetry receiver (OTLP over HTTP): without, no traces. */
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  /** none: no traces to that receiver. */
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'none']).default('otlp'),
  /** otlp sends the lines of the log there as well. */
  OTEL_LOGS_EXPORTER: z.enum(['otlp', 'none']).default('none'),
  /** The whole address, if log records go to another one than `/v1/logs` of the receiver. */
  OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: httpUrl.optional(),
  OTEL_SERVICE_NAME: z.string().min(1).default('visavis'),
  /** off: no console at /console, and nothing of its API. */
  CONSOLE: z.enum(['on', 'off']).default('on'),
  /** The console is at this port alone. Default: at PORT. */
  CONSOLE_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  /** Where browsers reach that port, an origin. Default: the host of PUBLIC_URL with CONSOLE_PORT, where that is http on this machine. */
  CONSOLE_URL: originUrl.optional(),
  /** The operator's sign-in provider for the console (OpenID Connect Discovery 1.0 §3); the three come together. Default: passkeys alone. */
  CONSOLE_OIDC_ISSUER: httpUrl
    .refine(isIssuer, { error: 'must start with https://, unless it is this machine' })
    .optional(),
  CONSOLE_OIDC_CLIENT_ID: z.string().optional(),
  CONSOLE_OIDC_CLIENT_SECRET: z.string().optional(),
  /** A file that holds it. */
  CONSOLE_OIDC_CLIENT_SECRET_FILE: z.string().optional(),
  /** Default: openid email. */
  CONSOLE_OIDC_SCOPE: z
    .string()
    .refine((text) => text.split(' ').includes('openid'), { error: 'must hold openid' })
    .optional(),
  /** On the button. Default: the host name of the issuer. */
  CONSOLE_OIDC_NAME: z.string().max(40).optional(),
  /** 1 serves a small partner site at /demo. Never in production: it hands enrolment to anyone. */
  DEMO: flag,
})

export interface Config {
  port: number
  host: string
  keepAliveS: number
  /** `undefined` until the port is known; see `start.ts`. */
  publicUrl: string | undefined
  /** `undefined`: the one that this server has itself. */
  errorDocsUrl: string | undefined
  dataDir: string
  databaseUrl: string | undefined
  masterKey: string | undefined
  logLevel: string
  engineWorkers: number | undefined
  engineRuntime: 'auto' | 'native' | 'wasm'
  /** Names; `composition/open-embedded.ts` knows which there are. */
  recognitionModel: string | undefined
  earlierRecognitionModel: string | undefined
  livenessModelFile: string | undefined
  uploadMemoryBytes: number
  faceLifetimeDays: number | null
  webhookAllowPrivate: boolean
  vendorAllowPrivate: boolean
  vendorScriptOrigins: readonly string[]
  /** `undefined`: see `main.ts`. */
  vendorScriptHost: string | undefined
  /** Both or neither. */
  mail: { url: string; from: string } | undefined
  /** `undefined`: pictures are files in `dataDir`. */
  s3: S3Options | undefined
  /** Requests a minute; 0: no limit. */
  rateLimits: { partner: number; capture: number; address: number }
  trustedProxies: number
  /** `undefined`: no metrics. */
  metricsAt: { host: string; port: number } | undefined
  /** `undefined`: no traces. */
  tracing: { endpoint: string; serviceName: string } | undefined
  /** Where log records go beside standard output; `undefined`: nowhere. */
  logExport: { url: string; serviceName: string } | undefined
  console: boolean
  /** `undefined`: where the rest of the server is. */
  consoleAt: ConsoleAt | undefined
  /** `undefined`: passkeys alone. */
  singleSignOn: IssuerOptions | undefined
  demo: boolean
}

/** Wrong configuration stops the start-up with every mistake named. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** @param mistakes each with the name of its setting */
const toConfigError = (mistakes: readonly string[], options?: ErrorOptions): ConfigError =>
  new ConfigError(
    ['The configuration is wrong:', ...mistakes.map((mistake) => `  ${mistake}`)].join('\n'),
    options,
  )

export const parseConfig = (environment: Record<string, string | undefined>): Config => {
  // An empty variable means the same as none: that is how compose files and shells switch one off.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    throw toConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  }
  const { data } = parsed
  const publicUrl = toOrigin(data.PUBLIC_URL)
  const consoleUrl = toOrigin(data.CONSOLE_URL)
  checkScriptHost(data.VENDOR_SCRIPT_HOST, { PUBLIC_URL: publicUrl, CONSOLE_URL: consoleUrl })
  return {
    port: data.PORT,
    host: data.HOST,
    keepAliveS: data.KEEP_ALIVE_SECONDS,
    publicUrl,
    errorDocsUrl: data.ERROR_DOCS_URL,
    dataDir: resolve(data.DATA_DIR),
    databaseUrl: data.DATABASE_URL,
    masterKey: readSecret('VISAVIS_MASTER_KEY', data),
    logLevel: data.LOG_LEVEL,
    engineWorkers: data.ENGINE_WORKERS,
    engineRuntime: data.ENGINE_RUNTIME,
    recognitionModel: data.RECOGNITION_MODEL,
    earlierRecognitionModel: data.RECOGNITION_MODEL_EARLIER,
    livenessModelFile: data.LIVENESS_MODEL_FILE,
    uploadMemoryBytes: data.UPLOAD_MEMORY_MB * 2 ** 20,
    faceLifetimeDays: data.FACE_LIFETIME_DAYS ?? null,
    webhookAllowPrivate: data.WEBHOOK_ALLOW_PRIVATE,
    vendorAllowPrivate: data.VENDOR_ALLOW_PRIVATE,
    vendorScriptOrigins: data.VENDOR_SCRIPT_ORIGINS,
    vendorScriptHost: data.VENDOR_SCRIPT_HOST,
    mail: toMail(data.SMTP_URL, data.MAIL_FROM),
    s3: toS3(data),
    rateLimits: {
      partner: data.RATE_LIMIT_PARTNER,
      capture: data.RATE_LIMIT_CAPTURE,
      address: data.RATE_LIMIT_ADDRESS,
    },
    trustedProxies: data.TRUSTED_PROXIES,
    metricsAt:
      data.METRICS_PORT === undefined ? undefined : { host: data.METRICS_HOST, port: data.METRICS_PORT },
    ...toOpenTelemetry(data),
    console: data.CONSOLE === 'on',
    consoleAt: toConsoleAt(
      { port: data.CONSOLE_PORT, url: consoleUrl, mainPort: data.PORT, publicUrl },
      (mistake) => toConfigError([mistake]),
    ),
    singleSignOn: toSingleSignOn(data),
    demo: data.DEMO,
  }
}

/** Nothing but vendors' scripts is served at the names of the wildcard: no page, and no API either. */
const checkScriptHost = (pattern: string | undefined, own: Record<string, string | undefined>): void => {
  for (const [name, url] of Object.entries(own)) {
    if (pattern === undefined || url === undefined) continue
    const { host } = new URL(url)
    if (!isScriptHost(pattern, host)) continue
    throw toConfigError([
      `VENDOR_SCRIPT_HOST: ${pattern} covers ${host} of ${name}, which would answer nothing any more. ` +
        'Name a wildcard of its own, such as https://*.scripts.example',
    ])
  }
}

/** Without the slash that would double in every link. */
const toOrigin = (url: string | undefined): string | undefined => url && new URL(url).origin

/** Addresses as in the OpenTelemetry Protocol Exporter specification, its default receiver included. */
const toOpenTelemetry = (data: z.output<typeof environmentSchema>): Pick<Config, 'tracing' | 'logExport'> => {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: serviceName } = data
  const receiver = (endpoint ?? 'http://localhost:4318').replace(/\/+$/, '')
  const url = data.OTEL_EXPORTER_OTLP_LOGS_ENDPOINT ?? `${receiver}/v1/logs`
  return {
    tracing: endpoint && data.OTEL_TRACES_EXPORTER === 'otlp' ? { endpoint, serviceName } : undefined,
    logExport: data.OTEL_LOGS_EXPORTER === 'otlp' ? { url, serviceName } : undefined,
  }
}

type SecretName = 'VISAVIS_MASTER_KEY' | 'CONSOLE_OIDC_CLIENT_SECRET'

const readSecret = (
  name: SecretName,
  data: { [Name in SecretName | `${SecretName}_FILE`]?: string | undefined },
): string | undefined => {
  const { [name]: given, [`${name}_FILE` as const]: file } = data
  if (file === undefined) return given
  if (given !== undefined) {
    throw toConfigError([`${name}_FILE: comes in the place of ${name}, leave one of them out`])
  }
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw toConfigError([`${name}_FILE: ${file} cannot be read (${code})`], { cause })
  }
}

const toMail = (url: string | undefined, from: string | undefined): Config['mail'] => {
  if (url === undefined && from === undefined) return undefined
  if (url === undefined || from === undefined) {
    throw toConfigError(['SMTP_URL and MAIL_FROM come together'])
  }
  return { url, from }
}

const toSingleSignOn = (data: z.output<typeof environmentSchema>): IssuerOptions | undefined => {
  const {
    CONSOLE_OIDC_ISSUER: issuer,
    CONSOLE_OIDC_CLIENT_ID: clientId,
    CONSOLE_OIDC_SCOPE: scope,
    CONSOLE_OIDC_NAME: name,
  } = data
  const clientSecret = readSecret('CONSOLE_OIDC_CLIENT_SECRET', data)
  if ([issuer, clientId, clientSecret, scope, name].every((given) => given === undefined)) return undefined
  if (!issuer || !clientId || !clientSecret) {
    throw toConfigError([
      'CONSOLE_OIDC_ISSUER, CONSOLE_OIDC_CLIENT_ID and CONSOLE_OIDC_CLIENT_SECRET (or …_FILE) come together, and ' +
        'before CONSOLE_OIDC_SCOPE and CONSOLE_OIDC_NAME',
    ])
  }
  return {
    issuer,
    clientId,
    clientSecret,
    scope: scope ?? 'openid email',
    name: name ?? new URL(issuer).hostname,
  }
}

const S3_NAMES = [
  'S3_ENDPOINT',
  'S3_BUCKET',
  'S3_REGION',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
] as const

const toS3 = (
  data: Partial<Record<(typeof S3_NAMES)[number], string | undefined>>,
): S3Options | undefined => {
  const missing = S3_NAMES.filter((name) => data[name] === undefined)
  if (missing.length === S3_NAMES.length) return undefined
  const [endpoint, bucket, region, accessKeyId, secretAccessKey] = S3_NAMES.map((name) => data[name])
  if (!endpoint || !bucket || !region || !accessKeyId || !secretAccessKey) {
    throw toConfigError(missing.map((name) => `${name}: is missing`))
  }
  return { endpoint, bucket, region, accessKeyId, secretAccessKey }
}
