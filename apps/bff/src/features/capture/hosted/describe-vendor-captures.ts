import { randomBytes } from 'node:crypto'
import { newId } from '@visavis/shared/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AllDatabase } from '../../../composition/create-database.ts'
import { insertTenant, NOW, newAttempt } from '../../../storage/testing/rows.ts'
import type { VendorCapture } from './vendor-captures-repo.ts'

const later = (ms: number) => new Date(NOW.getTime() + ms)
const bytes = () => new Uint8Array(randomBytes(32))
const OTHER = newId('tenant')

/** What captures at vendors must do on every engine. @param open a database nobody has written to */
export const describeVendorCaptures = (
  engine: AllDatabase['engine'],
  open: () => Promise<{ database: AllDatabase; dispose: () => Promise<void> }>,
): void => {
  describe(`vendor captures on ${engine}`, () => {
    let database: AllDatabase
    let dispose: () => Promise<void>
    let tenant: Awaited<ReturnType<typeof insertTenant>>
    beforeEach(async () => {
      ;({ database, dispose } = await open())
      tenant = await insertTenant(database)
    })
    afterEach(() => dispose())

    const newCapture = async (change: Partial<VendorCapture> = {}): Promise<VendorCapture> => {
      const { tenantId, applicant, journey, authentication } = tenant
      const attempt = newAttempt(tenantId, authentication.id, { status: 'terminated' })
      await database.attempts.insert(attempt)
      return {
        attemptId: attempt.id,
        tenantId,
        applicantId: applicant.id,
        faceAuthenticationId: authentication.id,
        userJourneyId: journey.id,
        provider: 'acme',
        status: 'starting',
        claimedUntil: later(1000),
        vendorSession: null,
        stateSealed: null,
        stepSealed: null,
        returnHash: null,
        readOn: null,
        seenEvents: [],
        nextLookOn: null,
        giveUpOn: later(9000),
        createdOn: NOW,
        modifiedOn: NOW,
        ...change,
      }
    }
    const opened = () =>
      ({
        status: 'open',
        claimedUntil: null,
        vendorSession: 'their-session',
        stateSealed: bytes(),
        stepSealed: bytes(),
        returnHash: bytes(),
        readOn: NOW,
        nextLookOn: later(5000),
      }) as const
    const insertOpen = async () => {
      const row = await newCapture(opened())
      await database.vendorCaptures.claimStart(row, NOW)
      return row
    }
    it('gives rows back as they were put in, and to nobody else', async () => {
      const row = await insertOpen()
      expect(await database.vendorCaptures.get(row.tenantId, row.attemptId)).toStrictEqual(row)
      expect(await database.vendorCaptures.find(row.attemptId)).toStrictEqual(row)
      expect(await database.vendorCaptures.get(OTHER, row.attemptId)).toBe(undefined)
    })

    it('is started by one at a time, and by the next when that one died', async () => {
      const row = await newCapture()
      expect(await database.vendorCaptures.claimStart(row, NOW)).toBe(true)
      expect(await database.vendorCaptures.claimStart(row, later(999))).toBe(false)
      const second = { ...row, claimedUntil: later(5000) }
      expect(await database.vendorCaptures.claimStart(second, later(1000))).toBe(true)
      expect(await database.vendorCaptures.claimStart(row, later(1001))).toBe(false)
      await database.vendorCaptures.releaseStart(row.attemptId)
      expect(await database.vendorCaptures.claimStart(row, later(1002))).toBe(true)
    })

    it('is not started again, nor given back, once it runs', async () => {
      const row = await insertOpen()
      const again = await newCapture({ attemptId: row.attemptId })
      expect(await database.vendorCaptures.claimStart(again, later(99_999))).toBe(false)
      await database.vendorCaptures.releaseStart(row.attemptId)
      expect(await database.vendorCaptures.find(row.attemptId)).toStrictEqual(row)
    })

    it('is asked about by one at a time', async () => {
      const row = await insertOpen()
      const claim = (notSinceMs: number, nowMs: number) =>
        database.vendorCaptures.claimRead(row.attemptId, { notSince: later(notSinceMs), now: later(nowMs) })
      expect(await claim(-1, 1999)).toBe(false)
      expect(await claim(0, 2000)).toBe(true)
      expect(await claim(0, 2000)).toBe(false)
      await database.vendorCaptures.update(row.attemptId, { status: 'over', nextLookOn: null }, NOW)
      expect(await claim(9000, 9999)).toBe(false)
    })

    it('is asked about once an event, however often that comes, and again where asking failed', async () => {
      const row = await insertOpen()
      const claim = (event: string) =>
        database.vendorCaptures.claimRead(row.attemptId, { notSince: NOW, now: NOW, event })
      const together = await Promise.all([claim('a'), claim('a'), claim('a')])
      expect(together.filter(Boolean)).toHaveLength(1)
      expect([await claim('b'), await claim('a'), await claim('b')]).toEqual([true, false, false])
      await database.vendorCaptures.forgetEvent(row.attemptId, 'a')
      expect([await claim('a'), await claim('b')]).toEqual([true, false])
      for (let count = 2; count < 50; count += 1) expect(await claim(`more-${count}`)).toBe(true)
      expect(await claim('one too many')).toBe(false)
    })

    it('is come back from once', async () => {
      const row = await insertOpen()
      const hash = row.returnHash ?? bytes()
      const pageHash = bytes()
      const consume = (nonceHash: Uint8Array) =>
        database.vendorCaptures.consumeReturn(row.attemptId, { nonceHash, pageHash }, NOW)
      expect(await consume(bytes())).toBe(false)
      expect((await Promise.all([consume(hash), consume(hash)])).sort()).toEqual([false, true])
      expect(await database.vendorCaptures.find(row.attemptId)).toMatchObject({ returnHash: pageHash })
    })

    it("is found by the vendor's name for it, at its journey and vendor only; the newest of several", async () => {
      const row = await insertOpen()
      const find = (journeyId: string, provider: string, session: string) =>
        database.vendorCaptures.findBySession(journeyId, provider, session)
      expect(await find(row.userJourneyId, 'acme', 'their-session')).toStrictEqual(row)
      expect(await find(row.userJourneyId, 'other', 'their-session')).toBe(undefined)
      expect(await find(newId('userJourney'), 'acme', 'their-session')).toBe(undefined)
      expect(await find(row.userJourneyId, 'acme', 'x')).toBe(undefined)
      const newer = await newCapture({ ...opened(), createdOn: later(1) })
      await database.vendorCaptures.claimStart(newer, NOW)
      expect(await find(row.userJourneyId, 'acme', 'their-session')).toStrictEqual(newer)
    })

    it('is looked at when it is due, longest ago first', async () => {
      const [late, early] = [await insertOpen(), await insertOpen()]
      await database.vendorCaptures.update(early.attemptId, { nextLookOn: later(1000) }, NOW)
      const list = async (ms: number, limit = 10) =>
        (await database.vendorCaptures.listOverdue(later(ms), limit)).map(({ attemptId }) => attemptId)
      expect(await list(999)).toEqual([])
      expect(await list(1000)).toEqual([early.attemptId])
      expect(await list(5000)).toEqual([early.attemptId, late.attemptId])
      expect(await list(5000, 1)).toEqual([early.attemptId])
    })

    it('says what is still to be erased, of whom', async () => {
      const [row, starting] = [await insertOpen(), await newCapture()]
      await database.vendorCaptures.claimStart(starting, NOW)
      const ids = [row.attemptId, starting.attemptId]
      expect(await database.vendorCaptures.markErasing(OTHER, ids, NOW)).toEqual([])
      expect(await database.vendorCaptures.isErasing(row.tenantId, row.applicantId)).toBe(false)
      const { tenantId, attemptId } = row
      expect(await database.vendorCaptures.markErasing(tenantId, ids, later(7))).toEqual([
        { tenantId, attemptId, nextLookOn: later(7) },
      ])
      expect(await database.vendorCaptures.isErasing(tenantId, row.applicantId)).toBe(true)
      expect(await database.vendorCaptures.isErasing(tenantId, row.faceAuthenticationId)).toBe(true)
      expect(await database.vendorCaptures.isErasing(tenantId, newId('applicant'))).toBe(false)
      expect(await database.vendorCaptures.isErasing(OTHER, row.applicantId)).toBe(false)
      await database.vendorCaptures.delete(attemptId)
      expect(await database.vendorCaptures.isErasing(tenantId, row.applicantId)).toBe(false)
    })

    it('refuses rows that contradict themselves', async () => {
      const row = await insertOpen()
      const change = (wrong: Parameters<typeof database.vendorCaptures.update>[1]) =>
        database.vendorCaptures.update(row.attemptId, wrong, NOW)
      await expect(change({ nextLookOn: null })).rejects.toThrow()
      await expect(change({ status: 'over' })).rejects.toThrow()
      await expect(change({ stateSealed: null })).rejects.toThrow()
      await expect(change({ status: 'starting', nextLookOn: null })).rejects.toThrow()
      await expect(database.vendorCaptures.update('fatp_x', { readOn: NOW }, NOW)).rejects.toThrow()
    })

    it('remembers a face at a vendor until it is deleted there', async () => {
      const { tenantId, applicant, journey } = tenant
      const row = {
        faceId: newId('face'),
        tenantId,
        applicantId: applicant.id,
        userJourneyId: journey.id,
        provider: 'acme',
        owner: null,
        reference: 'theirs',
        status: 'kept',
        nextLookOn: null,
        createdOn: NOW,
        modifiedOn: NOW,
      } as const
      const { vendorFaces } = database
      await vendorFaces.insert(row)
      expect(await vendorFaces.get(tenantId, row.faceId)).toStrictEqual(row)
      expect(await vendorFaces.get(OTHER, row.faceId)).toBe(undefined)
      await vendorFaces.postpone(row.faceId, later(1))
      expect(await vendorFaces.listOverdue(later(9), 9)).toEqual([])
      expect(await vendorFaces.markErasing(OTHER, [row.faceId], NOW)).toEqual([])
      const ref = { tenantId, faceId: row.faceId, nextLookOn: NOW }
      expect(await vendorFaces.markErasing(tenantId, [row.faceId, newId('face')], NOW)).toEqual([ref])
      expect(await vendorFaces.isErasing(tenantId, applicant.id)).toBe(true)
      expect(await vendorFaces.isErasing(OTHER, applicant.id)).toBe(false)
      await vendorFaces.postpone(row.faceId, later(5))
      expect(await vendorFaces.listOverdue(later(4), 9)).toEqual([])
      expect(await vendorFaces.listOverdue(later(5), 9)).toEqual([{ ...ref, nextLookOn: later(5) }])
      await vendorFaces.delete(row.faceId)
      expect(await vendorFaces.isErasing(tenantId, applicant.id)).toBe(false)
    })

    it('keeps the last settings of a vendor that a journey left', async () => {
      const { tenantId, journey } = tenant
      const row = {
        tenantId,
        userJourneyId: journey.id,
        provider: 'acme',
        settingsSealed: bytes(),
        retiredOn: NOW,
      }
      await database.retiredSettings.put(row)
      await database.retiredSettings.put({ ...row, provider: 'other', settingsSealed: null })
      const newer = { ...row, settingsSealed: bytes(), retiredOn: later(1) }
      await database.retiredSettings.put(newer)
      expect(await database.retiredSettings.get(tenantId, journey.id, 'acme')).toStrictEqual(newer)
      expect(await database.retiredSettings.get(OTHER, journey.id, 'acme')).toBe(undefined)
    })

    it("remembers an entry of a vendor's index once, under one of our names, for its tenant alone", async () => {
      const { vendorIndex } = database
      const { tenantId, journey } = tenant
      const row = {
        id: newId('indexedFace'),
        tenantId,
        userJourneyId: journey.id,
        provider: 'acme',
        vendorEntry: 'theirs',
        reference: 'ours',
        hasPicture: true,
        createdOn: NOW,
      }
      expect(await vendorIndex.remember(row)).toStrictEqual(row)
      const again = { ...row, id: newId('indexedFace'), reference: 'another' }
      expect(await vendorIndex.remember(again)).toStrictEqual(row)
      const elsewhere = { ...again, provider: 'other' }
      expect(await vendorIndex.remember(elsewhere)).toStrictEqual(elsewhere)
      expect(await vendorIndex.get(tenantId, again.id)).toStrictEqual(elsewhere)
      expect(await vendorIndex.get(OTHER, row.id)).toBe(undefined)
      await vendorIndex.forgetPicture(OTHER, row.id)
      await vendorIndex.delete(OTHER, row.id)
      expect(await vendorIndex.get(tenantId, row.id)).toStrictEqual(row)
      await vendorIndex.forgetPicture(tenantId, row.id)
      expect(await vendorIndex.get(tenantId, row.id)).toMatchObject({ hasPicture: false })
      await vendorIndex.delete(tenantId, row.id)
      expect(await vendorIndex.get(tenantId, row.id)).toBe(undefined)
      await expect(vendorIndex.remember({ ...row, tenantId: OTHER })).rejects.toThrow()
    })
  })
}
