import { readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { portraitPhoto } from '@visavis/testing/camera'
import { startBff } from '../../scripts/start-bff.ts'
import { openFreshDatabase } from '../fixtures/fresh-database.ts'
import { callCapture, sendHalf } from '../fixtures/half-upload.ts'
import { createPartner } from '../fixtures/partner.ts'
import { createDataDir, ONE_ENGINE } from '../fixtures/start-server.ts'
import { expect, test } from '../fixtures/test.ts'
import { HostedPage } from '../pages/HostedPage.ts'

/** Paths and sizes of all files under a folder. */
const listFiles = async (dir: string): Promise<{ path: string; bytes: number }[]> => {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(files.map(async (path) => ({ path, bytes: (await stat(path)).size })))
}

/** Uploads under way: each process has a sub-folder of its own for them, beside its lock. */
const listUploads = async (spool: string): Promise<{ path: string; bytes: number }[]> =>
  (await listFiles(spool)).filter(({ path }) => dirname(path) !== spool)

for (const engine of ['pglite', 'postgres'] as const) {
  test(`a server killed in the middle of an upload goes on after a start (${engine})`, async ({
    cameraPage,
    partnerSite,
  }) => {
    const photo = await portraitPhoto('ada')
    const dataDir = await createDataDir()
    const database = await openFreshDatabase(engine)
    // On disk from the first byte: what is in memory a crash takes along.
    const env = { ...ONE_ENGINE, UPLOAD_MEMORY_MB: '0' }
    const options = { dataDir, env, ...(database.url ? { databaseUrl: database.url } : {}) }
    const spool = join(dataDir, 'spool')
    const assets = join(dataDir, 'assets')

    const doomed = await startBff(options)
    const partner = await createPartner(doomed, partnerSite)
    const applicantId = await partner.enrol(photo)
    const started = await partner.start(applicantId, partnerSite.redirectUrl)
    await callCapture(started.verificationUrl, 'GET', '/session')
    await callCapture(started.verificationUrl, 'POST', '/consent')
    const enrolled = await listFiles(assets)
    expect(enrolled).toHaveLength(1)

    // It is written in pieces of 256 kB.
    const large = Buffer.concat([photo, Buffer.alloc(2_000_000)])
    const { broken } = sendHalf(started.verificationUrl, large)
    await expect
      .poll(async () => (await listUploads(spool)).reduce((sum, { bytes }) => sum + bytes, 0))
      .toBeGreaterThan(0)
    await doomed.kill()
    await broken

    const revived = await startBff({ ...options, port: doomed.port })
    try {
      expect(await listUploads(spool)).toEqual([])
      expect(await listFiles(assets)).toEqual(enrolled)
      expect((await partner.read(started.faceAuthenticationId)).status).toBe('capture_in_progress')
      expect((await partner.readAttempt(started)).status).toBe('capture_in_progress')

      const page = await cameraPage({ scene: 'portrait' }, { origin: revived.url })
      await new HostedPage(page).open(started.verificationUrl)
      // The engine starts anew, too.
      await page.waitForURL(`${partnerSite.origin}/**`, { timeout: 60_000 })
      expect((await partner.read(started.faceAuthenticationId)).status).toBe('approved')
      expect(await listUploads(spool)).toEqual([])
      expect(await listFiles(assets)).toHaveLength(2)
    } finally {
      await revived.stop()
      await database.remove()
      await rm(dataDir, { recursive: true })
    }
  })
}
