import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startOpenidProvider } from '@visavis/vendor-sandbox/openid'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseConfig } from '../../composition/config.ts'
import { openStorage } from '../../composition/open-storage.ts'
import { openPglite } from '../../storage/pglite.ts'
import { createEmptyDatabase, openTestServer } from '../../storage/testing/create-empty-database.ts'
import { copyPgliteTemplate } from '../../storage/testing/pglite-template.ts'
import { findFreePort, hasPostgres, type RunningPostgres } from '../../storage/testing/start-postgres.ts'
import { startS3 } from '../../storage/testing/start-s3.ts'
import { startMailServer } from '../../testing/mail-server.ts'
import { examineClock } from './examine-database.ts'
import { examineRoom } from './examine-folder.ts'
import { examineInstallation } from './examine-installation.ts'
import type { Finding } from './finding.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'visavis-doctor-'))
})
afterAll(() => rm(home, { recursive: true }))

let folders = 0
const newFolder = () => join(home, `${++folders}`)
const newKey = () => randomBytes(32).toString('base64')

/** Nothing listens there (IANA: TCP port service multiplexer). */
const NOBODY = '127.0.0.1:1'

const examine = async (environment: Record<string, string>) => {
  const findings = await examineInstallation(environment)
  return new Map(findings.map((finding) => [finding.check, finding]))
}
const finding = (verdict: Finding['verdict'], text: RegExp | string) =>
  expect.objectContaining({
    verdict,
    text: typeof text === 'string' ? expect.stringContaining(text) : expect.stringMatching(text),
  })

describe('settings', () => {
  it('that cannot be read are all named in one line, and nothing else is looked at', async () => {
    const found = await examine({ PORT: 'eighty', PUBLIC_URL: 'id.example', DATA_DIR: newFolder() })
    expect([...found.keys()]).toEqual(['settings'])
    expect(found.get('settings')).toEqual(finding('wrong', /^PORT: .+; PUBLIC_URL: must be [^\n]+$/))
  })

  it('of a demo are no settings for production', async () => {
    const found = await examine({ DATA_DIR: newFolder(), DEMO: '1' })
    expect(found.get('settings')).toEqual(finding('warning', 'DEMO=1'))
  })
})

describe('before the first start', () => {
  it('all is well, and nothing is made', async () => {
    const DATA_DIR = join(newFolder(), 'a/b')
    const found = await examine({ DATA_DIR })
    expect(found.get('settings')).toEqual(finding('ok', ''))
    expect(found.get('data folder')).toEqual(finding('ok', 'the first start makes it'))
    expect(found.get('disk')?.text).toMatch(/^\d+ MB free/)
    expect(found.get('database')).toEqual(finding('ok', 'the first start makes it'))
    expect(found.get('master key')).toEqual(finding('ok', 'the first start makes one'))
    expect(found.get('public address')).toEqual(finding('warning', 'PUBLIC_URL is not set'))
    expect(await readdir(home)).not.toContain(`${folders}`)
  })

  it('the console has an address of its own where it has a port of its own', async () => {
    const ownPort = { DATA_DIR: newFolder(), CONSOLE_PORT: '8788' }
    const found = await examine(ownPort)
    expect(found.get('console address')).toEqual(finding('warning', 'links lead to http://localhost:8788'))
    const away = await examine({ ...ownPort, CONSOLE_URL: `http://${NOBODY}` })
    expect(away.get('console address')).toEqual(finding('warning', `http://${NOBODY} does not answer`))
    expect((await examine({ ...ownPort, CONSOLE: 'off' })).has('console address')).toBe(false)
  })

  it('a key that is none is told of', async () => {
    const secret = 'not-thirty-two-bytes'
    const found = await examine({ DATA_DIR: newFolder(), VISAVIS_MASTER_KEY: secret })
    expect(found.get('master key')).toEqual(finding('wrong', 'base64 of exactly 32 bytes'))
    expect(JSON.stringify([...found.values()])).not.toContain(secret)
  })
})

describe('the data folder', () => {
  it('is none', async () => {
    const file = newFolder()
    await writeFile(file, '')
    for (const DATA_DIR of [file, join(file, 'below')]) {
      const found = await examine({ DATA_DIR })
      expect(found.get('data folder')).toEqual(finding('wrong', 'is a file, or lies below one: set DATA_DIR'))
    }
  })

  it.skipIf(process.getuid?.() === 0)('cannot be written', async () => {
    const DATA_DIR = newFolder()
    await mkdir(DATA_DIR, { mode: 0o500 })
    for (const folder of [DATA_DIR, join(DATA_DIR, 'below')]) {
      const found = await examine({ DATA_DIR: folder })
      expect(found.get('data folder')).toEqual(finding('wrong', 'cannot be written by this user (EACCES)'))
    }
    await chmod(DATA_DIR, 0o700)
  })

  it.each([
    [50, 'wrong'],
    [500, 'warning'],
    [5000, 'ok'],
  ] as const)('has %d MB of room: %s', (freeMb, verdict) => {
    expect(examineRoom(freeMb).verdict).toBe(verdict)
  })
})

describe('the embedded database', () => {
  const start = async (DATA_DIR: string, environment: Record<string, string> = {}) => {
    await copyPgliteTemplate(join(DATA_DIR, 'db'))
    return openStorage(parseConfig({ DATA_DIR, ...environment }))
  }

  it('of a server that ran and is stopped', async () => {
    const DATA_DIR = newFolder()
    await (await start(DATA_DIR)).close()
    const found = await examine({ DATA_DIR })
    expect(found.get('data folder')).toEqual(finding('ok', 'can be written'))
    expect(found.get('database')).toEqual(finding('ok', 'opens'))
    expect(found.get('tables')).toEqual(finding('ok', 'up to date'))
    expect(found.get('pgvector')).toEqual(finding('ok', /^0\.\d+/))
    expect(found.get('master key')).toEqual(finding('ok', 'opens what is kept'))
  })

  it('is open in a server', async () => {
    const DATA_DIR = newFolder()
    const storage = await start(DATA_DIR)
    const found = await examine({ DATA_DIR })
    expect(found.get('database')).toEqual(finding('warning', 'another process has the embedded one open'))
    await storage.close()
  })

  it('does not open with this master key, or without any', async () => {
    const DATA_DIR = newFolder()
    await (await start(DATA_DIR, { VISAVIS_MASTER_KEY: newKey() })).close()
    const VISAVIS_MASTER_KEY = newKey()
    const wrong = await examine({ DATA_DIR, VISAVIS_MASTER_KEY })
    expect(wrong.get('master key')).toEqual(
      finding('wrong', 'is not the one that this database was made with'),
    )
    expect(JSON.stringify([...wrong.values()])).not.toContain(VISAVIS_MASTER_KEY)
    expect((await examine({ DATA_DIR })).get('master key')).toEqual(finding('wrong', 'is not there'))
    expect(await readdir(DATA_DIR)).not.toContain('keys')
  })

  it('does not open: no stack, and nothing is offered that a doctor has not', async () => {
    const DATA_DIR = newFolder()
    await mkdir(join(DATA_DIR, 'db/cluster'), { recursive: true })
    await writeFile(join(DATA_DIR, 'db/cluster/PG_VERSION'), '9')
    const found = await examine({ DATA_DIR, LOG_LEVEL: 'debug' })
    expect(found.get('database')).toEqual(finding('wrong', /^it does not open: the database in [^\n]+$/))
    expect(found.get('database')?.text).not.toContain('LOG_LEVEL')
  })

  it('is older than the program, or newer', async () => {
    const DATA_DIR = newFolder()
    await (await start(DATA_DIR)).close()
    const change = async (text: ReturnType<typeof sql>) => {
      const { db, close } = await openPglite(join(DATA_DIR, 'db'))
      await text.execute(db)
      await close()
    }
    await change(sql`DELETE FROM kysely_migration WHERE name = '0062-audit'`)
    const older = await examine({ DATA_DIR })
    expect(older.get('tables')).toEqual(finding('warning', /next start.+\(0062-audit\): make a backup/))
    await change(sql`INSERT INTO kysely_migration VALUES ('9999-flying-cars', '')`)
    const newer = await examine({ DATA_DIR })
    expect(newer.get('tables')).toEqual(finding('wrong', 'made by a newer Visavis (9999-flying-cars)'))
  })
})

describe.skipIf(!process.env.TEST_DATABASE_URL && !hasPostgres())('PostgreSQL', () => {
  let server: RunningPostgres
  beforeAll(async () => {
    server = await openTestServer()
  })
  afterAll(() => server.stop())

  it('is looked at and left as it was, and fits after the first start', async () => {
    const { url: DATABASE_URL, drop } = await createEmptyDatabase(server.url)
    const environment = { DATABASE_URL, DATA_DIR: newFolder() }
    const before = await examine(environment)
    expect(before.get('database')).toEqual(finding('ok', /^PostgreSQL \d+ answers$/))
    expect(before.get('clock')).toEqual(finding('ok', 'agrees'))
    expect(before.get('tables')).toEqual(finding('ok', 'the first start makes them'))
    expect(before.get('master key')).toEqual(finding('warning', 'the same VISAVIS_MASTER_KEY'))
    const client = new Client({ connectionString: DATABASE_URL })
    await client.connect()
    const { rows } = await client.query("SELECT FROM pg_tables WHERE schemaname = 'public'")
    expect(rows).toEqual([])
    await client.end()

    const VISAVIS_MASTER_KEY = newKey()
    await (await openStorage(parseConfig({ ...environment, VISAVIS_MASTER_KEY }))).close()
    const after = await examine({ ...environment, VISAVIS_MASTER_KEY })
    expect(after.get('tables')).toEqual(finding('ok', 'up to date'))
    expect(after.get('master key')).toEqual(finding('ok', 'opens what is kept'))
    await drop()
  })

  it('has no such database', async () => {
    const url = new URL(server.url)
    url.pathname = '/nowhere'
    const found = await examine({ DATABASE_URL: url.href, DATA_DIR: newFolder() })
    expect(found.get('database')).toEqual(finding('wrong', 'does not exist: create it'))
  })
})

it('a database that does not answer says so without its password', async () => {
  const found = await examine({
    DATABASE_URL: `postgres://visavis:pw_secret@${NOBODY}/x`,
    DATA_DIR: newFolder(),
  })
  expect(found.get('database')).toEqual(finding('wrong', 'does not answer: start it'))
  expect(JSON.stringify([...found.values()])).not.toContain('pw_secret')
})

it.each([
  [0.5, 'ok', 'agrees'],
  [-10, 'warning', "10 s ahead of the database's"],
  [90, 'wrong', "90 s behind the database's"],
] as const)('a database that is %d s ahead: %s', (aheadS, verdict, text) => {
  expect(examineClock(aheadS)).toEqual(finding(verdict, text))
})

it('a bucket is used once, and left empty', async () => {
  const { options, stop } = await startS3()
  const environment = {
    DATA_DIR: newFolder(),
    S3_ENDPOINT: options.endpoint,
    S3_BUCKET: options.bucket,
    S3_REGION: options.region,
    S3_ACCESS_KEY_ID: options.accessKeyId,
    S3_SECRET_ACCESS_KEY: options.secretAccessKey,
  }
  expect((await examine(environment)).get('bucket')).toEqual(finding('ok', 'pictures takes'))
  const wrongKey = await examine({ ...environment, S3_SECRET_ACCESS_KEY: 'sk_secret' })
  expect(wrongKey.get('bucket')).toEqual(finding('wrong', 'S3 answered GET with 403 SignatureDoesNotMatch'))
  expect(JSON.stringify([...wrongKey.values()])).not.toContain('sk_secret')
  const wrongName = await examine({ ...environment, S3_BUCKET: 'elsewhere' })
  expect(wrongName.get('bucket')).toEqual(finding('wrong', 'NoSuchBucket'))
  await stop()
  expect((await examine(environment)).get('bucket')).toEqual(finding('wrong', 'ECONNREFUSED'))
})

it('an object that may be put into a bucket and not read is taken away again', async () => {
  const asked: string[] = []
  const server = createServer(({ method = '' }, response) => {
    asked.push(method)
    const status = { GET: asked.length === 1 ? 404 : 403, DELETE: 204 }[method] ?? 200
    response.writeHead(status).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const found = await examine({
    DATA_DIR: newFolder(),
    S3_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    S3_BUCKET: 'pictures',
    S3_REGION: 'local',
    S3_ACCESS_KEY_ID: 'id',
    S3_SECRET_ACCESS_KEY: 'sk',
  })
  expect(found.get('bucket')).toEqual(finding('wrong', 'S3 answered GET with 403'))
  expect(asked).toEqual(['GET', 'PUT', 'GET', 'DELETE'])
  server.close()
})

it('a mail server is asked whether it lets us in, and sends nothing', async () => {
  const server = await startMailServer()
  const environment = { DATA_DIR: newFolder(), MAIL_FROM: 'a@b.example' }
  const found = await examine({ ...environment, SMTP_URL: server.url })
  expect(found.get('mail server')).toEqual(finding('ok', 'lets us in'))
  const [, address] = server.url.split('//')
  const refused = await examine({ ...environment, SMTP_URL: `smtp://me:pw_secret@${address}` })
  expect(refused.get('mail server')).toEqual(finding('wrong', 'does not let us in: EAUTH'))
  expect(JSON.stringify([...refused.values()])).not.toContain('pw_secret')
  expect(server.mails).toEqual([])
  await server.close()
  const gone = await examine({ ...environment, SMTP_URL: server.url })
  expect(gone.get('mail server')).toEqual(finding('wrong', 'Correct SMTP_URL'))
})

it('a sign-in provider is asked for what it says of itself', async () => {
  const provider = await startOpenidProvider({
    redirectUris: ['http://localhost:8787/console/oidc/callback'],
  })
  const environment = {
    DATA_DIR: newFolder(),
    CONSOLE_OIDC_ISSUER: provider.origin,
    CONSOLE_OIDC_CLIENT_ID: 'visavis',
    CONSOLE_OIDC_CLIENT_SECRET: 'hush_hush',
  }
  const found = await examine(environment)
  expect(found.get('single sign-on')).toEqual(finding('ok', 'is a sign-in provider'))
  const elsewhere = await examine({ ...environment, CONSOLE_OIDC_ISSUER: `${provider.origin}/realm` })
  expect(elsewhere.get('single sign-on')).toEqual(finding('wrong', 'OAUTH_RESPONSE_IS_NOT_CONFORM'))
  await provider.close()
  const gone = await examine(environment)
  expect(gone.get('single sign-on')).toEqual(finding('wrong', 'correct CONSOLE_OIDC_ISSUER'))
  expect(JSON.stringify([...gone.values()])).not.toContain('hush_hush')
})

describe('the public address', () => {
  const serve = async (status: number, body: string) => {
    const server = createServer((_, response) => response.writeHead(status).end(body)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    return { url: `http://127.0.0.1:${port}`, stop: () => server.close() }
  }
  const look = async (PUBLIC_URL: string) =>
    (await examine({ PUBLIC_URL, DATA_DIR: newFolder() })).get('public address')

  it('leads to Visavis, or to something else', async () => {
    const ours = await serve(200, '{"status":"ok"}')
    expect(await look(ours.url)).toEqual(finding('ok', 'leads to Visavis'))
    ours.stop()
    const other = await serve(502, '<h1>Bad gateway</h1>')
    expect(await look(other.url)).toEqual(finding('warning', 'answers 502 and not as Visavis does'))
    other.stop()
  })

  it('is not answered, or has no TLS', async () => {
    const nobody = `http://127.0.0.1:${await findFreePort()}`
    expect(await look(nobody)).toEqual(finding('warning', 'does not answer from here (ECONNREFUSED)'))
    expect(await look('http://id.example')).toEqual(finding('warning', 'PUBLIC_URL is http'))
  })
})
