import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '@visavis/shared/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase } from '../composition/create-database.ts'
import { describeVendorCaptures } from '../features/capture/hosted/describe-vendor-captures.ts'
import { describeFaceIndex } from '../features/search/describe-face-index.ts'
import { describeWebhooks } from '../features/webhooks/describe-webhooks.ts'
import { describeDatabase } from './describe-database.ts'
import { describeJobQueue } from './describe-job-queue.ts'
import { openTestDatabase } from './testing/open-database.ts'
import { copyPgliteTemplate } from './testing/pglite-template.ts'
import { readAllFiles } from './testing/read-all-files.ts'
import { createSharedDatabase, openEmptiablePglite } from './testing/share-database.ts'
import { spawnChild } from './testing/spawn-child.ts'

const CHILD = new URL('./testing/write-rows-child.ts', import.meta.url)

describe('PGlite', () => {
  let home: string
  let count = 0
  const shared = createSharedDatabase(openEmptiablePglite)

  const newDataDir = async () => {
    count += 1
    const dataDir = join(home, String(count))
    await copyPgliteTemplate(dataDir)
    return dataDir
  }

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'visavis-pglite-'))
  })
  afterAll(async () => {
    await shared.close()
    await rm(home, { recursive: true, force: true })
  })

  describeDatabase('pglite', shared.open)
  describeVendorCaptures('pglite', shared.open)
  describeWebhooks('pglite', shared.open)
  describeFaceIndex('PGlite', openTestDatabase)
  // Its tests stop the queue.
  describeJobQueue('pglite', openTestDatabase)

  it('lives in memory when asked to', async () => {
    const database = await createDatabase({ kind: 'pglite', dataDir: 'memory' })
    await database.tenants.insert({ id: 'tnt_1', name: 'here' })
    expect(await database.tenants.first()).toEqual({ id: 'tnt_1', name: 'here' })
    await database.close()
  })

  it('lets nobody else look into its folder', async () => {
    const dataDir = join(home, 'new')
    const database = await createDatabase({ kind: 'pglite', dataDir })
    await database.close()
    const { mode } = await stat(dataDir)
    expect(mode & 0o777).toBe(0o700)
  })

  it('leaves nothing of an erased name in its files once they are purged', async () => {
    const dataDir = await newDataDir()
    const database = await createDatabase({ kind: 'pglite', dataDir })
    const name = 'Zoe Quintessa Nobodyknows'
    const holds = async () => (await readAllFiles(dataDir)).some(({ bytes }) => bytes.includes(name))
    const tenantId = 'tnt_1'
    await database.tenants.insert({ id: tenantId, name: 'here' })
    const id = newId('applicant')
    await database.applicants.insert({
      id,
      tenantId,
      externalApplicantId: null,
      email: null,
      externalApplicantName: name,
      anonymizedOn: null,
      createdOn: new Date(),
      modifiedOn: new Date(),
    })
    await database.applicants.erase(tenantId, id, new Date())
    expect(await holds()).toBe(true)
    await database.purge()
    expect(await holds()).toBe(false)
    expect(await database.applicants.get(tenantId, id)).toMatchObject({ externalApplicantName: null })
    await database.close()
  })

  it('opens a folder once at a time', async () => {
    const dataDir = await newDataDir()
    const first = await createDatabase({ kind: 'pglite', dataDir })
    await expect(createDatabase({ kind: 'pglite', dataDir })).rejects.toThrow(`${dataDir} open`)
    await first.tenants.insert({ id: 'tnt_1', name: 'kept' })
    await first.close()
    const second = await createDatabase({ kind: 'pglite', dataDir })
    expect(await second.tenants.first()).toEqual({ id: 'tnt_1', name: 'kept' })
    await second.close()
  })

  it('keeps what was committed, and nothing else, when its process is killed', async () => {
    const dataDir = await newDataDir()
    const child = spawnChild(CHILD, dataDir, '20')
    const committed: string[] = []
    let line = await child.nextLine()
    await expect(createDatabase({ kind: 'pglite', dataDir })).rejects.toThrow(`${dataDir} open`)
    while (!line.startsWith('half ')) {
      committed.push(line)
      line = await child.nextLine()
    }
    await child.kill()

    const database = await createDatabase({ kind: 'pglite', dataDir })
    expect(committed).toHaveLength(20)
    for (const tenantId of committed) {
      expect(await database.tenants.get(tenantId)).toBeDefined()
      expect(await database.userJourneys.first(tenantId)).toBeDefined()
    }
    const half = line.slice('half '.length)
    expect(await database.tenants.get(half)).toBeUndefined()
    expect(await database.userJourneys.first(half)).toBeUndefined()
    await database.close()
  })
})
