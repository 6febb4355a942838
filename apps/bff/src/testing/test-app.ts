import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import pino from 'pino'
import { type AppDeps, createApp } from '../app.ts'
import { openStorage, openStorageOn, type Storage } from '../composition/open-storage.ts'
import { setUpTenant } from '../features/access/set-up-tenant.ts'
import { createWebhookSender } from '../features/webhooks/webhook-sender.ts'
import { createProviderRegistry, type ProviderRegistry } from '../providers/registry.ts'
import { takeDatabase } from '../storage/testing/reuse-database.ts'
import { createScriptedProvider, VENDOR_DEFINITION } from './scripted-provider.ts'

export const PUBLIC_URL = 'http://localhost:8787'

/** All that the app takes besides its storage and its providers: on this machine, silent, with no page built. */
export const createTestDeps = (storage: Storage, providers: ProviderRegistry) => ({
  ...storage,
  providers,
  webhooks: createWebhookSender({ allowPrivate: true }),
  log: pino({ level: 'silent' }),
  now: () => new Date(),
  publicUrl: PUBLIC_URL,
  errorDocsUrl: `${PUBLIC_URL}/docs/errors`,
  faceLifetimeDays: null,
  allowPrivateVendors: true,
  vendorScriptOrigins: ['https://cdn.vendor.example:8443'],
  vendorScriptHost: 'http://*.localhost:8787',
  internalUrl: PUBLIC_URL,
  hostedHtml: '<!doctype html><title>capture</title>',
  frameHtml: '<!doctype html><title>capture</title><meta name="visavis-frame-origins" content="" />',
  scriptFrameJs: 'void 0',
  widgetDir: tmpdir(),
  console: {
    html: '<!doctype html><title>console</title>',
    previewHtml: '<!doctype html><title>preview</title>',
    dir: tmpdir(),
    url: PUBLIC_URL,
  },
  engineDir: tmpdir(),
  engineHash: 'test',
  engineRuntime: 'native' as const,
  engine: { files: [{ url: '/engine/test/face_landmarker.task', sha256: 'ab'.repeat(32), bytes: 4 }] },
  isStopping: () => false,
  handoffStream: { lookMs: 20, lengthMs: 3000 },
  auditStreamMs: 1500,
})

/**
 * The real app on a real (in-process) database; only the provider is scripted, and the clock can be moved. Jobs wait
 * until `startJobs` is called, and webhooks may go to this machine. `change` goes last; `databaseUrl` names a PostgreSQL
 * instead of the database in this process, and with `ownFiles` that lies in `dataDir`, which another process can open.
 */
export const createTestApp = async (
  change: Partial<AppDeps> = {},
  databaseUrl?: string,
  { ownFiles = false } = {},
) => {
  const provider = createScriptedProvider()
  const dataDir = await mkdtemp(join(tmpdir(), 'visavis-test-'))
  const queries: string[] = []
  const watch = { onQuery: (sql: string) => queries.push(sql) }
  const config = { dataDir, databaseUrl, masterKey: undefined }
  // A bench has no database that others made.
  const isTaken = !databaseUrl && !ownFiles && process.env.VITEST
  const taken = isTaken ? await takeDatabase(watch) : undefined
  const storage = await (taken ? openStorageOn(taken.database, config) : openStorage(config, watch))
  const clock = { skewMs: 0 }
  const log = { text: '' }
  const destination = new Writable({
    write: (chunk, _, done) => {
      log.text += String(chunk)
      done()
    },
  })
  const deps = {
    ...createTestDeps(storage, createProviderRegistry(provider, { definitions: [VENDOR_DEFINITION] })),
    log: pino({ level: 'trace' }, destination),
    now: () => new Date(Date.now() + clock.skewMs),
    widgetDir: dataDir,
    engineDir: dataDir,
    ...change,
  }
  const partner = await setUpTenant(
    storage.database,
    {
      name: 'Test & Co',
      provider: provider.id,
      allowedRedirectUrls: ['https://partner.example', 'https://example.com/back'],
      // Nobody turns a head here, but where a test is about that.
      livenessPolicy: 'none',
    },
    new Date(),
  )
  const app = createApp(deps)
  return {
    app,
    deps,
    provider,
    partner,
    clock,
    /** Every statement the database ran so far, without its parameters. */
    queries,
    log,
    dataDir,
    /** What the database runs on where that is in this process. */
    pglite: taken?.pglite,
    close: async () => {
      await storage.close()
      await rm(dataDir, { recursive: true })
    },
  }
}
export type TestApp = Awaited<ReturnType<typeof createTestApp>>

let taken = 0

/** A JPEG as far as the first bytes go. No two are the same: a camera never takes one picture twice. */
export const fakeJpeg = (bytes = 64): Uint8Array<ArrayBuffer> => {
  const picture = new Uint8Array(bytes)
  taken += 1
  new DataView(picture.buffer).setUint32(bytes - 4, taken)
  picture.set([0xff, 0xd8, 0xff, 0xe0])
  return picture
}
