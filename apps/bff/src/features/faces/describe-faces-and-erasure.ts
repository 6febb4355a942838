import { newId } from '@visavis/shared/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AllDatabase } from '../../composition/create-database.ts'
import {
  insertTenant,
  NOW,
  newApplicant,
  newAsset,
  newAttempt,
  newAuthentication,
  newEnrollment,
  newFace,
  newTemplate,
  withoutKey,
} from '../../storage/testing/rows.ts'
import type { ErasureReceipt } from '../erasure/erasure-receipts-repo.ts'
import type { Face, FaceTemplate } from './faces-repo.ts'

const LATER = new Date(NOW.getTime() + 60_000)

/** What is told of a face that was erased. */
const toGone = ({ id, tenantId, applicantId, status, source, provider }: Face) => ({
  id,
  tenantId,
  applicantId,
  status,
  source,
  provider,
})

/** What every engine must do about faces, their links and erasure. */
export const describeFacesAndErasure = (
  engine: AllDatabase['engine'],
  open: () => Promise<{ database: AllDatabase; dispose: () => Promise<void> }>,
): void => {
  describe(`faces and erasure on ${engine}`, () => {
    let database: AllDatabase
    let dispose: () => Promise<void>

    beforeEach(async () => {
      ;({ database, dispose } = await open())
    })
    afterEach(() => dispose())

    it('gives faces of every source back as they were put in, oldest first', async () => {
      const { tenantId, applicant } = await insertTenant(database)
      const faces = [
        newFace(tenantId, applicant.id, { expiresOn: LATER }),
        newFace(tenantId, applicant.id, { source: 'attempt', sourceAttemptId: 'fatp_x' }),
        newFace(tenantId, applicant.id, {
          source: 'vendor',
          vendorReference: 'v-1',
        }),
      ] as const
      for (const face of faces) {
        const isOurs = face.source !== 'vendor'
        await database.faces.insert(face, isOurs ? [newTemplate(face.id)] : [])
      }
      expect(await database.faces.listAll(tenantId, applicant.id)).toStrictEqual([...faces])
      const page = await database.faces.list(tenantId, applicant.id, { skip: 1, limit: 1 })
      expect(page).toStrictEqual({ totalCount: 3, rows: [faces[1]] })
      expect(await database.faces.get(tenantId, applicant.id, faces[2].id)).toStrictEqual(faces[2])
      expect(await database.faces.lock(tenantId, faces[2].id)).toStrictEqual(faces[2])
      expect(await database.faces.find(tenantId, faces[2].id)).toStrictEqual(faces[2])
      expect(await database.faces.erase(tenantId, { sourceAttemptIds: [] })).toMatchObject({ faces: [] })
      const sourceAttemptIds = ['fatp_x', 'fatp_y']
      expect(await database.faces.erase(tenantId, { sourceAttemptIds })).toStrictEqual({
        faces: [toGone(faces[1])],
        templates: 1,
        vendorReferences: 0,
      })
      const left = await database.faces.erase(tenantId, { applicantId: applicant.id })
      expect(left).toStrictEqual({
        faces: expect.arrayContaining([toGone(faces[0]), toGone(faces[2])]),
        templates: 1,
        vendorReferences: 1,
      })
      expect(left.faces).toHaveLength(2)
      expect(await database.faces.listAll(tenantId, applicant.id)).toEqual([])
    })

    it('knows who may frame a link', async () => {
      const { tenantId, applicant, journey, authentication } = await insertTenant(database)
      const allowedFrameOrigins = ['https://shop.example', 'https://pay.example']
      await database.userJourneys.update(tenantId, journey.id, { allowedFrameOrigins }, LATER)
      const face = newFace(tenantId, applicant.id)
      await database.faces.insert(face)
      const attempt = newAttempt(tenantId, authentication.id)
      await database.attempts.insert(attempt)
      const enrollment = newEnrollment(tenantId, face.id, { userJourneyId: journey.id })
      await database.faceEnrollments.insert(enrollment)
      for (const { id } of [attempt, enrollment]) {
        expect(await database.linkJourneys.findFrameOrigins(id)).toEqual(allowedFrameOrigins)
      }
      for (const id of [newId('attempt'), newId('faceEnrollment'), authentication.id, '']) {
        expect(await database.linkJourneys.findFrameOrigins(id)).toEqual([])
      }
    })

    it('refuses faces that contradict themselves', async () => {
      const { tenantId, applicant } = await insertTenant(database)
      const wrong = [{ sourceAttemptId: 'fatp_x' }, { source: 'vendor' }, { source: 'attempt' }] as const
      for (const change of wrong) {
        const insert = database.faces.insert(newFace(tenantId, applicant.id, change))
        await expect(insert, JSON.stringify(change)).rejects.toThrow()
      }
      const face = newFace(tenantId, applicant.id)
      const template = newTemplate(face.id)
      const halves = [{ modelId: null }, { pipelineId: null }, { sealed: null }, { faceId: newId('face') }]
      for (const change of halves) {
        const insert = database.faces.insert(face, [{ ...template, ...change } as FaceTemplate])
        await expect(insert, JSON.stringify(change)).rejects.toThrow()
      }
      expect(await database.faces.find(tenantId, face.id)).toBeUndefined()
    })

    it('keeps one template of a face, model and pipeline, and lets them go with it', async () => {
      const { tenantId, applicant } = await insertTenant(database)
      const face = newFace(tenantId, applicant.id)
      const without = newFace(tenantId, applicant.id)
      await database.faces.insert(face, [newTemplate(face.id)])
      await database.faces.insert(without)
      const templates = [
        newTemplate(face.id),
        newTemplate(face.id, 'model/1', 'pipeline/2'),
        newTemplate(face.id, 'model/2'),
      ] as const
      for (const template of templates) await database.faces.putTemplate(template)
      const active = () => database.faces.listActive(tenantId, applicant.id, NOW)
      const unsealed = { applicantKey: null, hasFailed: false }
      expect(await active()).toStrictEqual([
        { ...without, templates: [], ...unsealed },
        { ...face, templates: [...templates], ...unsealed },
      ])
      const gone = { faces: [toGone(face)], templates: 3, vendorReferences: 0 }
      expect(await database.faces.erase(tenantId, { ids: [face.id] })).toStrictEqual(gone)
      await expect(database.faces.putTemplate(templates[0])).rejects.toThrow()
      expect(await active()).toStrictEqual([{ ...without, templates: [], ...unsealed }])
    })

    it('shows nobody the faces, links and receipts of another tenant', async () => {
      const { tenantId, applicant, authentication } = await insertTenant(database)
      const { tenantId: other, applicant: theirs } = await insertTenant(database)
      const face = newFace(tenantId, applicant.id, { source: 'attempt', sourceAttemptId: 'fatp_x' })
      const enrollment = newEnrollment(tenantId, face.id)
      const attempt = newAttempt(tenantId, authentication.id)
      await database.faces.insert(face)
      await database.faceEnrollments.insert(enrollment)
      await database.attempts.insert(attempt)
      expect(await database.applicants.lock(other, applicant.id)).toBeUndefined()
      expect(await database.faces.get(other, applicant.id, face.id)).toBeUndefined()
      expect(await database.faces.get(tenantId, theirs.id, face.id)).toBeUndefined()
      expect(await database.faces.lock(other, face.id)).toBeUndefined()
      expect(await database.faces.find(other, face.id)).toBeUndefined()
      expect(await database.faces.listAll(other, applicant.id)).toEqual([])
      expect(await database.faceEnrollments.get(other, enrollment.id)).toBeUndefined()
      expect(await database.faceEnrollments.findOpen(other, face.id)).toBeUndefined()
      expect(await database.faceEnrollments.findLatest(other, face.id)).toBeUndefined()
      expect(await database.attempts.find(other, attempt.id)).toBeUndefined()
      expect(await database.attempts.listAll(other, authentication.id)).toEqual([])
      for (const subject of [{ ids: [authentication.id] }, { applicantId: applicant.id }]) {
        expect(await database.faceAuthentications.lockUnerased(other, subject)).toEqual([])
      }
      expect(await database.attempts.listIds(other, [authentication.id])).toEqual([])
      expect(await database.attempts.listOpen(other, [authentication.id])).toEqual([])
      expect(await database.attempts.erase(other, [authentication.id], LATER)).toBe(0)
      const theirFaces = [
        { sourceAttemptIds: ['fatp_x'] },
        { ids: [face.id] },
        { applicantId: applicant.id },
      ] as const
      for (const which of theirFaces)
        expect(await database.faces.erase(other, which)).toMatchObject({ faces: [] })
      expect(await database.attempts.find(tenantId, attempt.id)).toStrictEqual(attempt)
      expect(await database.faces.lock(tenantId, face.id)).toStrictEqual(face)
    })

    it('keeps one open link a face, and lets them go with it', async () => {
      const { tenantId, applicant } = await insertTenant(database)
      const face = newFace(tenantId, applicant.id)
      await database.faces.insert(face)
      const first = newEnrollment(tenantId, face.id)
      const second = newEnrollment(tenantId, face.id)
      await database.faceEnrollments.insert(first)
      expect(await database.faceEnrollments.findByToken(first.captureTokenHash)).toStrictEqual(first)
      await expect(database.faceEnrollments.insert(second)).rejects.toThrow()
      const closed = { status: 'terminated', responseCodes: [64001], uploadId: 'u' } as const
      await database.faceEnrollments.update(first.id, closed, LATER)
      await database.faceEnrollments.insert(second)
      expect(await database.faceEnrollments.get(tenantId, first.id)).toStrictEqual({
        ...first,
        ...closed,
        modifiedOn: LATER,
      })
      expect(await database.faceEnrollments.findOpen(tenantId, face.id)).toStrictEqual(second)
      expect(await database.faceEnrollments.findLatest(tenantId, face.id)).toStrictEqual(second)
      await database.faces.erase(tenantId, { ids: [face.id] })
      expect(await database.faceEnrollments.get(tenantId, second.id)).toBeUndefined()
    })

    it('changes applicants and faces', async () => {
      const { tenantId, applicant } = await insertTenant(database)
      const change = { email: 'a@b.example', externalApplicantName: null, anonymizedOn: LATER }
      await database.applicants.update(applicant.id, change, LATER)
      expect(await database.applicants.get(tenantId, applicant.id)).toStrictEqual({
        ...applicant,
        ...change,
        modifiedOn: LATER,
      })
      const face = newFace(tenantId, applicant.id)
      await database.faces.insert(face)
      const moved = { status: 'DISABLED', expiresOn: LATER } as const
      await database.faces.update(face.id, moved, LATER)
      expect(await database.faces.lock(tenantId, face.id)).toStrictEqual({
        ...face,
        ...moved,
        modifiedOn: LATER,
      })
      await expect(database.applicants.update(newId('applicant'), change, LATER)).rejects.toThrow()
      await expect(database.faces.update(newId('face'), moved, LATER)).rejects.toThrow()
    })

    it('finds an attempt by its digits while it waits, and takes the same digits again afterwards', async () => {
      const { tenantId, applicant, journey, authentication } = await insertTenant(database)
      const digitStringHash = new Uint8Array(32).fill(7)
      const attempt = newAttempt(tenantId, authentication.id, { digitStringHash, expiresOn: LATER })
      await database.attempts.insert(attempt)
      expect(await database.attempts.findByDigitString(digitStringHash, NOW)).toStrictEqual(attempt)
      expect(await database.attempts.findByDigitString(new Uint8Array(32), NOW)).toBeUndefined()
      expect(await database.attempts.findByDigitString(digitStringHash, LATER)).toBeUndefined()

      const other = newAuthentication(tenantId, applicant.id, journey.id)
      await database.faceAuthentications.insert(other)
      const twin = newAttempt(tenantId, other.id, { digitStringHash })
      expect(await database.attempts.isDigitStringTaken(digitStringHash)).toBe(true)
      await expect(database.attempts.insert(twin)).rejects.toThrow()
      await database.attempts.update(attempt.id, { status: 'capture_in_progress' }, NOW)
      expect(await database.attempts.findByDigitString(digitStringHash, NOW)).toBeUndefined()
      expect(await database.attempts.isDigitStringTaken(digitStringHash)).toBe(false)
      await database.attempts.insert(twin)
    })

    it('counts tries a window', async () => {
      const AFTER = new Date(LATER.getTime() + 60_000)
      expect(await database.codeTries.take('a', NOW, LATER)).toEqual({ count: 1, resetsOn: LATER })
      expect(await database.codeTries.take('a', NOW, AFTER)).toEqual({ count: 2, resetsOn: LATER })
      expect(await database.codeTries.take('b', NOW, LATER)).toEqual({ count: 1, resetsOn: LATER })
      expect(await database.codeTries.take('a', LATER, AFTER)).toEqual({ count: 1, resetsOn: AFTER })
      const parallel = Array.from({ length: 20 }, () => database.codeTries.take('c', NOW, LATER))
      const counts = (await Promise.all(parallel)).map(({ count }) => count)
      expect(counts.sort((a, b) => a - b)).toEqual(counts.map((_, index) => index + 1))
    })

    it('hides pictures that are being erased from everyone but those who remove them', async () => {
      const { tenantId } = await insertTenant(database)
      const { tenantId: other } = await insertTenant(database)
      const gone = newAsset(tenantId, { status: 'stored' })
      const second = newAsset(tenantId, { status: 'stored', ownerId: gone.ownerId })
      const kept = newAsset(tenantId, { status: 'stored' })
      const arriving = newAsset(tenantId, { ownerId: gone.ownerId, writer: 'me' })
      for (const asset of [gone, second, kept, arriving]) await database.assets.insert(asset)
      expect(await database.assets.listStored(tenantId, gone.ownerId, { skip: 1, limit: 5 })).toStrictEqual({
        totalCount: 2,
        rows: [withoutKey(second)],
      })
      expect(await database.assets.markErasing(other, [gone.ownerId])).toBe(0)
      expect(await database.assets.markErasing(tenantId, [])).toBe(0)
      expect(await database.assets.markErasing(tenantId, [gone.ownerId])).toBe(2)
      expect(await database.assets.findStored(gone.id)).toBeUndefined()
      expect(await database.assets.findStored(kept.id)).toStrictEqual(withoutKey(kept))
      expect(await database.assets.listStored(tenantId, gone.ownerId, { skip: 0, limit: 5 })).toStrictEqual({
        totalCount: 0,
        rows: [],
      })
      const erasing = [gone, second].map((asset) => ({ ...asset, status: 'erasing', quality: null }))
      expect(await database.assets.listErasing(tenantId, 10)).toStrictEqual(erasing)
      expect(await database.assets.listErasing(other, 10)).toEqual([])
      expect(await database.assets.listUnfinished('me')).toStrictEqual(erasing)
    })

    it('keeps one key an applicant, read along with what it seals, until they are erased', async () => {
      const { tenantId, applicant: earlier } = await insertTenant(database)
      const { tenantId: other } = await insertTenant(database)
      const [sealed, late] = [new Uint8Array([1]), new Uint8Array([2])]
      const applicant = newApplicant(tenantId)
      await database.applicants.insert(applicant, sealed)
      const keep = (applicantId: string, tenant = tenantId) =>
        database.applicantKeys.insertIfNone({ applicantId, tenantId: tenant, sealed: late })
      expect(await keep(applicant.id)).toEqual(sealed)
      expect(await keep(applicant.id, other)).toBeUndefined()
      expect(await keep(newId('applicant'))).toBeUndefined()
      expect(await Promise.all([keep(earlier.id), keep(earlier.id)])).toEqual([late, late])

      const face = newFace(tenantId, applicant.id)
      await database.faces.insert(face)
      const asset = newAsset(tenantId, { ownerId: face.id, applicantId: applicant.id, status: 'stored' })
      expect(await database.assets.insert(asset)).toEqual(sealed)
      expect(await database.assets.findStored(asset.id)).toEqual({ ...asset, applicantKey: sealed })
      expect(await database.faces.listActive(tenantId, applicant.id, NOW)).toMatchObject([
        { applicantKey: sealed },
      ])
      expect(await database.applicants.getWithKey(tenantId, applicant.id)).toEqual({
        ...applicant,
        applicantKey: sealed,
      })
      await database.applicants.erase(tenantId, applicant.id, LATER)
      expect(await database.assets.findStored(asset.id)).toMatchObject({ applicantKey: null })
      expect(await keep(applicant.id)).toBeUndefined()
    })

    it('keeps one receipt a subject', async () => {
      const { tenantId, applicant } = await insertTenant(database)
      const { tenantId: other } = await insertTenant(database)
      const receipt: ErasureReceipt = {
        id: newId('erasureReceipt'),
        tenantId,
        subjectId: applicant.id,
        erased: {
          applicant_field: 2,
          attempt_field: 0,
          index_entry: 4,
          picture: 3,
          template: 1,
          vendor_capture: 0,
          vendor_reference: 0,
        },
        createdOn: NOW,
        completedOn: null,
      }
      await database.erasureReceipts.insert(receipt)
      expect(await database.erasureReceipts.get(tenantId, applicant.id)).toStrictEqual(receipt)
      expect(await database.erasureReceipts.get(other, applicant.id)).toBeUndefined()
      const again = { ...receipt, id: newId('erasureReceipt') }
      await expect(database.erasureReceipts.insert(again)).rejects.toThrow()
      await database.erasureReceipts.complete(receipt.id, LATER)
      expect(await database.erasureReceipts.get(tenantId, applicant.id)).toStrictEqual({
        ...receipt,
        completedOn: LATER,
      })
    })
  })
}
