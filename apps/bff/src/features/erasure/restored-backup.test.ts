import { randomBytes } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openTestApp } from '../../testing/open-test-app.ts'
import { fakeJpeg } from '../../testing/test-app.ts'
import { openTemplate } from '../faces/seal-template.ts'
import { openPrint } from '../pictures/picture-print.ts'

const { test, partner, pglite } = await openTestApp()
const { database, assets, sealer } = test.deps
const { tenantId } = test.partner

/** What a backup of the database holds of pictures and templates, and of whom they are; not of keys. */
const TABLES = ['faces', 'face_templates', 'assets']
const folder = join(test.dataDir, 'assets')

const readBackup = async () => {
  const rows = await Promise.all(
    TABLES.map(async (table) => {
      const { rows: found } = await pglite.query(`SELECT * FROM ${table}`)
      return { table, rows: JSON.stringify(found.map((row) => toJson(row as Record<string, unknown>))) }
    }),
  )
  const names = await readdir(folder)
  const objects = await Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })),
  )
  return { rows, objects }
}

const toJson = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value,
    ]),
  )

const restore = async ({ rows, objects }: Awaited<ReturnType<typeof readBackup>>) => {
  for (const { table, rows: json } of rows) {
    await pglite.query(
      `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)
        ON CONFLICT DO NOTHING`,
      [json],
    )
  }
  for (const { name, bytes } of objects) await writeFile(join(folder, name), bytes)
}

/** Each sealed thing that is here of an applicant, opened. */
const openAll = async (applicantId: string, ownerIds: readonly string[]) => {
  const faces = await database.faces.listActive(tenantId, applicantId, new Date())
  const pictures = (await Promise.all(ownerIds.map((id) => database.assets.listByOwner(tenantId, id)))).flat()
  const attempts = [
    ...faces.flatMap((face) =>
      face.templates.map((template) => () => openTemplate({ sealer }, face, template)),
    ),
    ...pictures.map((picture) => () => assets.get(picture)),
    ...pictures.flatMap((picture) => (picture.printSealed ? [() => openPrint({ sealer }, picture)] : [])),
  ]
  return Promise.all(
    attempts.map(async (open) => {
      try {
        await open()
        return 'opens'
      } catch (failure) {
        return (failure as Error).message
      }
    }),
  )
}

it('opens nothing of an applicant who was erased since, and everything of others', async () => {
  const { enrol } = test.provider
  test.provider.enrol = async (...input) => {
    const outcome = await enrol?.(...input)
    if (outcome?.kind !== 'enrolled') throw new Error('not enrolled')
    return { ...outcome, print: new Uint8Array(randomBytes(17 * 16)) }
  }
  const people: { applicantId: string; ownerIds: string[] }[] = []
  for (const _ of ['erased', 'stays']) {
    const applicantId = await partner.createApplicant()
    const { body } = await partner.enrol(applicantId)
    const { attemptId } = await partner.finishAttempt(applicantId)
    people.push({ applicantId, ownerIds: [body.id, attemptId] })
  }
  const [erased, stays] = people
  if (!erased || !stays) throw new Error('nobody')
  // A template, two pictures, and the print of one.
  const all = Array.from({ length: 4 }, () => 'opens')
  expect(await openAll(erased.applicantId, erased.ownerIds)).toEqual(all)

  const backup = await readBackup()
  await partner.post(`/applicants/${erased.applicantId}/anonymize`, {})
  expect(await openAll(erased.applicantId, erased.ownerIds)).toEqual([])
  await restore(backup)
  expect(await openAll(erased.applicantId, erased.ownerIds)).toEqual(
    all.map(() => 'a sealed value belongs to an applicant whose key is not here'),
  )
  expect(await openAll(stays.applicantId, stays.ownerIds)).toEqual(all)
})

it('an applicant of an earlier version gets a key with the first picture, once', async () => {
  const applicantId = await partner.createApplicant()
  await pglite.query('DELETE FROM applicant_keys WHERE applicant_id = $1', [applicantId])
  const [first, second] = await Promise.all([partner.enrol(applicantId), partner.enrol(applicantId)])
  const ownerIds = [first.body.id, second.body.id]
  expect([first.status, second.status]).toEqual([201, 201])
  expect(new Set(await openAll(applicantId, ownerIds))).toEqual(new Set(['opens']))
  await partner.post(`/applicants/${applicantId}/anonymize`, {})
  expect((await partner.enrol(applicantId, fakeJpeg())).status).toBe(409)
  const { rows } = await pglite.query('SELECT FROM applicant_keys WHERE applicant_id = $1', [applicantId])
  expect(rows).toHaveLength(0)
})
