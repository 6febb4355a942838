import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { type Config, parseConfig } from '../../apps/bff/src/composition/config.ts'
import { readKnownVariables } from './read-known-variables.ts'

const FOLDER = new URL('../../deploy/', import.meta.url)

const namesSchema = z.record(z.string(), z.unknown())
const serviceSchema = z.object({
  image: z.string(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  environment: z.record(z.string(), z.coerce.string()).default({}),
  depends_on: namesSchema.default({}),
  secrets: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
})
const composeSchema = z.object({
  services: z.record(z.string(), serviceSchema),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
  volumes: namesSchema,
  networks: namesSchema,
})

const text = await readFile(new URL('compose.yaml', FOLDER), 'utf8')
const { services, secrets, volumes, networks } = composeSchema.parse(parse(text))
const findService = (name: string) => {
  const service = services[name]
  if (!service) throw new Error(`compose.yaml has no service "${name}"`)
  return service
}
const server = findService('server')

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'visavis-compose-'))
})
afterAll(() => rm(home, { recursive: true }))

/** As the server reads it when `.env` holds these values. */
const readConfig = async (env: Record<string, string>): Promise<Config> => {
  const fill = (value: string) => value.replace(/\$\{(\w+)(?::[?-])?\}/g, (_, name) => env[name] ?? '')
  const file = join(home, 'master.key')
  await writeFile(file, Buffer.alloc(32, 7).toString('base64'))
  const given = Object.entries(server.environment).map(([name, value]) => [name, fill(value)])
  return parseConfig({ ...Object.fromEntries(given), VISAVIS_MASTER_KEY_FILE: file })
}

it('sets what the server reads, and nothing else', async () => {
  const known = await readKnownVariables()
  expect(known.size).toBeGreaterThan(30)
  expect(Object.keys(server.environment).filter((name) => !known.has(name))).toEqual([])
})

it('is a configuration that the server takes', async () => {
  const env = { DOMAIN: 'id.example.com', POSTGRES_PASSWORD: 'c0ffee', S3_SECRET_ACCESS_KEY: 'decaf' }
  const config = await readConfig(env)
  expect(config).toMatchObject({
    publicUrl: 'https://id.example.com',
    databaseUrl: 'postgres://visavis:c0ffee@db/visavis',
    trustedProxies: 1,
    mail: undefined,
    s3: { endpoint: 'http://s3:7070', secretAccessKey: 'decaf' },
  })
  const mail = { SMTP_URL: 'smtps://mail.example', MAIL_FROM: 'a@b.example' }
  expect((await readConfig({ ...env, ...mail })).mail?.url).toBe('smtps://mail.example')
  const desk = { CONSOLE_PORT: '8788', CONSOLE_URL: 'https://console.example.com' }
  expect((await readConfig({ ...env, ...desk })).consoleAt?.url).toBe(desk.CONSOLE_URL)
})

it('asks for exactly what example.env explains', async () => {
  const example = await readFile(new URL('example.env', FOLDER), 'utf8')
  const explained = [...example.matchAll(/^(\w+)=$/gm)].map(([, name]) => name)
  const asked = new Set([...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name))
  expect([...asked].sort()).toEqual([...explained].sort())
})

it('names only what it has', () => {
  for (const [name, service] of Object.entries(services)) {
    expect(Object.keys(services), name).toEqual(expect.arrayContaining(Object.keys(service.depends_on)))
    expect(Object.keys(networks), name).toEqual(expect.arrayContaining(service.networks))
    expect(Object.keys(secrets), name).toEqual(expect.arrayContaining(service.secrets))
    const named = service.volumes
      .map((volume) => volume.split(':')[0] ?? '')
      .filter((volume) => !volume.startsWith('.'))
    expect(Object.keys(volumes), name).toEqual(expect.arrayContaining(named))
  }
  const { VISAVIS_MASTER_KEY_FILE } = server.environment
  expect(server.secrets.map((secret) => `/run/secrets/${secret}`)).toContain(VISAVIS_MASTER_KEY_FILE)
})

it('opens nothing but Caddy to the world, and locks the server in', () => {
  const open = Object.entries(services).filter(([, { ports }]) => ports.length > 0)
  expect(open.map(([name]) => name)).toEqual(['caddy'])
  expect(server).toMatchObject({ read_only: true, cap_drop: ['ALL'], volumes: ['server:/data'] })
})

it('builds with the Containerfile, and Caddy finds the port that it opens', async () => {
  expect(server.build).toEqual({ context: '..', dockerfile: 'deploy/Containerfile' })
  const containerfile = await readFile(new URL('Containerfile', FOLDER), 'utf8')
  const [, port] = /^EXPOSE (\d+)$/m.exec(containerfile) ?? []
  expect(await readFile(new URL('Caddyfile', FOLDER), 'utf8')).toContain(`reverse_proxy server:${port} {`)
})
