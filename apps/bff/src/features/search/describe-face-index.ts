import { newId } from '@visavis/shared/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AllDatabase } from '../../composition/create-database.ts'
import { createFeatures, distanceBetween } from '../../storage/testing/features.ts'
import { insertTenant, NOW } from '../../storage/testing/rows.ts'
import type { FaceIndexEntry, GalleryKind } from './face-index-repo.ts'

const MODEL: GalleryKind = { modelId: 'model/1', pipelineId: 'pipeline/1', dimensions: 128 }

/** What every engine with pgvector must do. @param open a database to write to, and how to dispose of it */
export const describeFaceIndex = (
  name: string,
  open: () => Promise<{ database: AllDatabase; dispose: () => Promise<void> }>,
): void => {
  describe(`face index on ${name}`, () => {
    let database: AllDatabase
    let dispose: () => Promise<void>
    beforeAll(async () => {
      ;({ database, dispose } = await open())
    })
    afterAll(() => dispose())

    const insert = (
      tenantId: string,
      features: Float32Array,
      change: Partial<FaceIndexEntry> = {},
      model = MODEL,
    ) =>
      database.transaction(async ({ faceIndex }) => {
        const { id: galleryId } = await faceIndex.lockGallery(tenantId, model)
        const id = newId('indexedFace')
        const entry = {
          id,
          tenantId,
          galleryId,
          applicantId: null,
          reference: null,
          createdOn: NOW,
          ...change,
        }
        await faceIndex.insert(entry, features)
        return entry
      })

    const find = async (tenantId: string, features: Float32Array, model = MODEL) => {
      const gallery = await database.faceIndex.findGallery(tenantId, model)
      return gallery && database.faceIndex.findNearest(tenantId, gallery.id, features)
    }

    it('is available', () => {
      expect(database.faceIndexSupport).toBe('available')
    })

    it('finds the nearest, with its Euclidean distance', async () => {
      const { tenantId, applicant } = await insertTenant(database)
      const anna = await insert(tenantId, createFeatures(1), { applicantId: applicant.id, reference: 'a' })
      const berta = await insert(tenantId, createFeatures(2))
      const probe = createFeatures(2, 1)
      const found = await find(tenantId, probe)
      expect(found).toEqual({
        entryId: berta.id,
        distance: expect.closeTo(distanceBetween(probe, createFeatures(2)), 5),
      })
      expect(await database.faceIndex.get(tenantId, anna.id)).toStrictEqual(anna)
      expect(await database.faceIndex.listByApplicant(tenantId, applicant.id)).toStrictEqual([anna])
    })

    it('shows nobody the faces of another tenant, not even the same ones', async () => {
      const { tenantId, applicant } = await insertTenant(database)
      const { tenantId: other } = await insertTenant(database)
      const mine = await insert(tenantId, createFeatures(1), { applicantId: applicant.id })
      expect(await find(other, createFeatures(1))).toBeUndefined()
      const theirs = await insert(other, createFeatures(1))
      expect(await find(tenantId, createFeatures(1))).toEqual({ entryId: mine.id, distance: 0 })
      expect(await find(other, createFeatures(1))).toEqual({ entryId: theirs.id, distance: 0 })
      const gallery = mine.galleryId
      expect(await database.faceIndex.findNearest(other, gallery, createFeatures(1))).toBeUndefined()
      expect(await database.faceIndex.get(other, mine.id)).toBeUndefined()
      expect(await database.faceIndex.listByApplicant(other, applicant.id)).toEqual([])
      await database.transaction(({ faceIndex }) => faceIndex.delete(other, [mine]))
      expect(await find(tenantId, createFeatures(1))).toMatchObject({ entryId: mine.id })
    })

    it('refuses rows that point into another tenant, and features that are none', async () => {
      const { tenantId } = await insertTenant(database)
      const { tenantId: other, applicant: theirs } = await insertTenant(database)
      const { galleryId } = await insert(other, createFeatures(1))
      await expect(insert(tenantId, createFeatures(2), { galleryId })).rejects.toThrow()
      await expect(insert(tenantId, createFeatures(2), { applicantId: theirs.id })).rejects.toThrow()
      await expect(insert(tenantId, createFeatures(2).subarray(1))).rejects.toThrow()
      await expect(insert(tenantId, new Float32Array(128).fill(Number.NaN))).rejects.toThrow()
      expect(await find(tenantId, createFeatures(2))).toBeUndefined()
    })

    it.each([{ modelId: 'model/2' }, { pipelineId: 'pipeline/2' }])(
      'never compares with what %o made',
      async (change) => {
        const other = { ...MODEL, ...change }
        const { tenantId } = await insertTenant(database)
        const old = await insert(tenantId, createFeatures(1))
        expect(await find(tenantId, createFeatures(1), other)).toBeUndefined()
        const far = await insert(tenantId, createFeatures(2), {}, other)
        expect(await find(tenantId, createFeatures(1), other)).toMatchObject({ entryId: far.id })
        expect(await find(tenantId, createFeatures(2))).toMatchObject({ entryId: old.id })
      },
    )

    it('keeps features of another length beside the others, each found by its own', async () => {
      const longer = { modelId: 'model/192', pipelineId: 'pipeline/1', dimensions: 192 }
      const toLonger = (person: number) => Float32Array.of(...createFeatures(person), ...new Float32Array(64))
      const { tenantId } = await insertTenant(database)
      const { tenantId: other } = await insertTenant(database)
      const short = await insert(tenantId, createFeatures(1))
      const long = await insert(tenantId, toLonger(1), {}, longer)
      const theirs = await insert(other, toLonger(2), {}, longer)
      expect(await find(tenantId, createFeatures(1))).toEqual({ entryId: short.id, distance: 0 })
      expect(await find(tenantId, toLonger(2), longer)).toMatchObject({ entryId: long.id })
      expect(await find(other, toLonger(1), longer)).toMatchObject({ entryId: theirs.id })
      await expect(insert(tenantId, createFeatures(2), {}, longer)).rejects.toThrow()
      await database.transaction(({ faceIndex }) => faceIndex.delete(tenantId, [short, long]))
      expect(await find(tenantId, toLonger(1), longer)).toBeUndefined()
      expect(await find(tenantId, createFeatures(1))).toBeUndefined()
    })

    it('knows how many faces a gallery holds', async () => {
      const { tenantId } = await insertTenant(database)
      const sizeOf = async () => (await database.faceIndex.findGallery(tenantId, MODEL))?.size
      const first = await insert(tenantId, createFeatures(1))
      const second = await insert(tenantId, createFeatures(2))
      expect(await sizeOf()).toBe(2)
      await expect(insert(tenantId, new Float32Array(3))).rejects.toThrow()
      expect(await sizeOf()).toBe(2)
      const forget = () =>
        database.transaction(({ faceIndex }) => faceIndex.delete(tenantId, [first, second]))
      await forget()
      await forget()
      expect(await sizeOf()).toBe(0)
    })

    it('finds no more what is deleted, and everything else', async () => {
      const { tenantId } = await insertTenant(database)
      const people = Array.from({ length: 60 }, (_, index) => index)
      const entries: FaceIndexEntry[] = []
      for (const person of people) entries.push(await insert(tenantId, createFeatures(person)))
      for (const entry of entries.slice(0, 50)) {
        await database.transaction(({ faceIndex }) => faceIndex.delete(tenantId, [entry]))
      }
      for (const person of people) {
        const found = await find(tenantId, createFeatures(person, 1))
        if (person < 50) expect(found?.distance).toBeGreaterThan(0.5)
        else expect(found).toMatchObject({ entryId: entries[person]?.id })
      }
      expect(await database.faceIndex.get(tenantId, entries[0]?.id ?? '')).toBeUndefined()
    })

    it('keeps nothing of a transaction that fails, a new gallery included', async () => {
      const { tenantId } = await insertTenant(database)
      const failing = database.transaction(async ({ faceIndex }) => {
        await faceIndex.lockGallery(tenantId, MODEL)
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect(await database.faceIndex.findGallery(tenantId, MODEL)).toBeUndefined()
      const entry = await insert(tenantId, createFeatures(1))
      expect(await find(tenantId, createFeatures(1))).toMatchObject({ entryId: entry.id })
    })

    it('makes one gallery for many who come at once', async () => {
      const { tenantId } = await insertTenant(database)
      const people = Array.from({ length: 8 }, (_, person) => person)
      const entries = await Promise.all(people.map((person) => insert(tenantId, createFeatures(person))))
      expect(new Set(entries.map((entry) => entry.galleryId)).size).toBe(1)
      for (const person of people) {
        expect(await find(tenantId, createFeatures(person, 1))).toMatchObject({
          entryId: entries[person]?.id,
        })
      }
    })
  })
}
