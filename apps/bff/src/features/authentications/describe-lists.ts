import { newId } from '@visavis/shared/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AllDatabase } from '../../composition/create-database.ts'
import type { CursorPage, CursorPaged } from '../../storage/paging.ts'
import {
  insertTenant,
  NOW,
  newApplicant,
  newAsset,
  newAttempt,
  newAuthentication,
  newFace,
  newUserJourney,
} from '../../storage/testing/rows.ts'
import { newEvent } from '../../storage/testing/webhook-rows.ts'
import type { FaceAuthentication } from './face-authentication-row.ts'
import type { AttemptFilter } from './read-attempt-statements.ts'
import type { FaceAuthenticationFilter } from './read-statements.ts'

const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

/** Every page of a list. */
const readAll = async <Row>(list: (page: CursorPage) => Promise<CursorPaged<Row>>, limit: number) => {
  const pages: Row[][] = []
  let after: CursorPage['after']
  do {
    const { rows, next } = await list({ after, limit })
    pages.push(rows)
    after = next
  } while (after)
  return pages
}

/** What every engine must do about the lists of applicants and face authentications. */
export const describeLists = (
  engine: AllDatabase['engine'],
  open: () => Promise<{ database: AllDatabase; dispose: () => Promise<void> }>,
): void => {
  describe(`lists on ${engine}`, () => {
    let database: AllDatabase
    let dispose: () => Promise<void>
    let tenant: Awaited<ReturnType<typeof insertTenant>>

    beforeEach(async () => {
      ;({ database, dispose } = await open())
      await insertTenant(database)
      tenant = await insertTenant(database)
    })
    afterEach(() => dispose())

    const insert = async (change: Partial<FaceAuthentication>): Promise<FaceAuthentication> => {
      const { tenantId, applicant, journey } = tenant
      const row = { ...newAuthentication(tenantId, applicant.id, journey.id), ...change }
      await database.faceAuthentications.insert(row)
      return row
    }
    const listIds = async (filter: FaceAuthenticationFilter) => {
      const { rows } = await database.faceAuthentications.list(tenant.tenantId, filter, { limit: 100 })
      return rows.map(({ authentication }) => authentication.id)
    }

    it('pages through face authentications, newest first, each once even within one millisecond', async () => {
      const { tenantId, authentication } = tenant
      const rows = [authentication, await insert({ createdOn: at(1) }), await insert({ createdOn: at(-1) })]
      for (let count = 0; count < 4; count += 1) rows.push(await insert({}))
      const inOrder = rows.toSorted(
        (a, b) => b.createdOn.getTime() - a.createdOn.getTime() || (a.id < b.id ? 1 : -1),
      )
      const list = (page: CursorPage) => database.faceAuthentications.list(tenantId, {}, page)
      for (const limit of [1, 3, 7, 100]) {
        const pages = await readAll(list, limit)
        expect(pages).toHaveLength(Math.ceil(rows.length / limit))
        expect(pages.flat().map((row) => row.authentication)).toStrictEqual(inOrder)
      }
      // A row that came meanwhile moves none of those behind the cursor.
      const { next } = await list({ limit: 3 })
      await insert({ createdOn: at(2) })
      const behind = await list({ after: next, limit: 100 })
      expect(behind.rows.map((row) => row.authentication)).toStrictEqual(inOrder.slice(3))
    })

    it('pages through applicants by the same rules', async () => {
      const { tenantId, applicant } = tenant
      const others = [1, 2, 3].map((minute) => ({
        ...newApplicant(tenantId),
        externalApplicantId: 'ext_2',
        createdOn: at(minute),
      }))
      for (const row of others) await database.applicants.insert(row)
      const inOrder = [...others.toReversed(), applicant]
      const pages = await readAll((page) => database.applicants.list(tenantId, {}, page), 2)
      expect(pages).toStrictEqual([inOrder.slice(0, 2), inOrder.slice(2)])
      const filter = { externalApplicantId: 'ext_2', createdAfter: at(2), createdBefore: at(3) }
      const { rows } = await database.applicants.list(tenantId, filter, { limit: 100 })
      expect(rows).toStrictEqual([others[1]])
    })

    it('finds face authentications by what is known of them', async () => {
      const { tenantId, applicant, journey, authentication } = tenant
      const other = { ...newApplicant(tenantId), externalApplicantId: 'ext_2' }
      const vendors = { ...newUserJourney(tenantId), provider: 'vendor' }
      await database.applicants.insert(other)
      await database.userJourneys.insert(vendors)
      const declined = await insert({
        riskLabels: ['spoof', 'repeated_declines'],
        status: 'declined',
        responseCodes: [62321, 62305],
        applicantId: other.id,
        createdOn: at(1),
      })
      const elsewhere = await insert({ userJourneyId: vendors.id, createdOn: at(2) })

      expect(await listIds({ status: 'declined' })).toEqual([declined.id])
      expect(await listIds({ responseCode: 62305 })).toEqual([declined.id])
      expect(await listIds({ riskLabel: 'spoof' })).toEqual([declined.id])
      expect(await listIds({ riskLabel: 'spo' })).toEqual([])
      expect(await listIds({ responseCode: 10000 })).toEqual([])
      expect(await listIds({ userJourneyId: journey.id })).toEqual([declined.id, authentication.id])
      expect(await listIds({ provider: 'vendor' })).toEqual([elsewhere.id])
      expect(await listIds({ provider: 'embedded' })).toEqual([declined.id, authentication.id])
      expect(await listIds({ applicantId: applicant.id })).toEqual([elsewhere.id, authentication.id])
      expect(await listIds({ externalApplicantId: 'ext_2' })).toEqual([declined.id])
      expect(await listIds({ externalApplicantId: 'ext_3' })).toEqual([])
      expect(await listIds({ createdAfter: at(1) })).toEqual([elsewhere.id, declined.id])
      expect(await listIds({ createdBefore: at(1) })).toEqual([authentication.id])
      expect(await listIds({ createdAfter: at(1), provider: 'embedded', status: 'created' })).toEqual([])
    })

    it('shows of each what a look at it alone shows, once', async () => {
      const { tenantId, authentication } = tenant
      for (const status of ['completed', 'pending_redirection'] as const) {
        const attempt = newAttempt(tenantId, authentication.id, { status })
        await database.attempts.insert(attempt)
        for (let count = 0; count < 2; count += 1) {
          await database.assets.insert(newAsset(tenantId, { ownerId: attempt.id, status: 'stored' }))
        }
      }
      const alone = await database.faceAuthentications.read(tenantId, authentication.id)
      expect(alone).toMatchObject({ open: { status: 'pending_redirection' }, pictureId: expect.any(String) })
      const { rows } = await database.faceAuthentications.list(tenantId, {}, { limit: 10 })
      expect(rows).toStrictEqual([alone])
    })

    it('finds attempts by what is known of them and of their face authentications, page by page', async () => {
      const { tenantId, applicant, journey, authentication } = tenant
      const declined = await insert({ riskLabels: ['spoof'], createdOn: at(1) })
      const open = newAttempt(tenantId, authentication.id, {
        status: 'capture_in_progress',
        comparingUntil: at(9),
      })
      const photo = newAttempt(tenantId, declined.id, {
        status: 'completed',
        responseCodes: [62321],
        source: 'photo',
        createdOn: at(1),
      })
      for (const attempt of [open, photo]) await database.attempts.insert(attempt)
      const ids = async (filter: AttemptFilter, limit = 10) => {
        const pages = await readAll((page) => database.attempts.listNewest(tenantId, filter, page), limit)
        return pages.flat().map(({ attempt }) => attempt.id)
      }
      expect(await ids({}, 1)).toEqual([photo.id, open.id])
      expect(await ids({ status: 'checks_in_progress' })).toEqual([open.id])
      expect(await ids({ status: 'completed' })).toEqual([photo.id])
      expect(await ids({ responseCode: 62321 })).toEqual([photo.id])
      expect(await ids({ source: 'photo' })).toEqual([photo.id])
      expect(await ids({ source: 'camera' })).toEqual([])
      expect(await ids({ riskLabel: 'spoof' })).toEqual([photo.id])
      expect(await ids({ riskLabel: 'spoof', status: 'expired' })).toEqual([])
      expect(await ids({ applicantId: applicant.id, createdBefore: at(1) })).toEqual([open.id])
      expect(await ids({ userJourneyId: journey.id })).toEqual([photo.id, open.id])
      const { rows } = await database.attempts.listNewest(tenantId, {}, { limit: 10 })
      expect(rows[0]).toStrictEqual({
        attempt: photo,
        decision: undefined,
        authentication: { applicantId: applicant.id, anonymizedOn: null },
      })
      expect((await database.attempts.listNewest(newId('tenant'), {}, { limit: 10 })).rows).toEqual([])
    })

    it('finds faces by what is known of them, with their status of that moment', async () => {
      const { tenantId, applicant } = tenant
      const faces = [
        newFace(tenantId, applicant.id),
        { ...newFace(tenantId, applicant.id), status: 'REVIEW' as const, createdOn: at(1) },
        { ...newFace(tenantId, applicant.id), expiresOn: at(5), createdOn: at(2) },
        { ...newFace(tenantId, applicant.id), status: 'FAILED' as const, expiresOn: at(5), createdOn: at(3) },
      ]
      for (const face of faces) await database.faces.insert(face)
      const [active, review, lapsing, failed] = faces.map(({ id }) => id)
      const ids = async (filter: object, minutes = 0) =>
        (await readAll((page) => database.faces.listNewest(tenantId, filter, page, at(minutes)), 2))
          .flat()
          .map(({ id }) => id)
      expect(await ids({})).toEqual([failed, lapsing, review, active])
      expect(await ids({ status: 'ACTIVE' })).toEqual([lapsing, active])
      expect(await ids({ status: 'ACTIVE' }, 5)).toEqual([active])
      expect(await ids({ status: 'EXPIRED' }, 5)).toEqual([lapsing])
      expect(await ids({ status: 'FAILED' }, 5)).toEqual([failed])
      expect(await ids({ applicantId: applicant.id, createdAfter: at(3) })).toEqual([failed])
      expect(await ids({ provider: 'nobody' })).toEqual([])
      expect(await ids({ source: 'vendor' })).toEqual([])
      const page = { limit: 10 }
      expect((await database.faces.listNewest(newId('tenant'), {}, page, NOW)).rows).toEqual([])
    })

    it('goes on where events were, though the one that the cursor names is gone', async () => {
      const { tenantId } = tenant
      const events = [0, 1, 1, 1, 2].map((minutes) => newEvent(tenantId, { createdOn: at(minutes) }))
      await database.events.insert(events)
      const list = (page: CursorPage) => database.events.listNewest(tenantId, {}, page)
      const inOrder = events.toReversed().map(({ id }) => id)
      for (const limit of [1, 2, 5]) {
        expect((await readAll(list, limit)).flat().map(({ id }) => id)).toEqual(inOrder)
      }
      const gone = { after: { createdOn: at(1), id: newId('event') }, limit: 9 }
      expect((await list(gone)).rows.map(({ id }) => id)).toEqual(inOrder.slice(4))
    })

    it('shows nobody those of another tenant', async () => {
      const { applicant, journey } = tenant
      const stranger = newId('tenant')
      const page = { limit: 10 }
      expect((await database.applicants.list(stranger, {}, page)).rows).toEqual([])
      const { tenantId: other } = await insertTenant(database)
      for (const filter of [{ applicantId: applicant.id }, { userJourneyId: journey.id }]) {
        expect((await database.faceAuthentications.list(other, filter, page)).rows).toEqual([])
      }
      for (const filter of [{ provider: 'embedded' }, { externalApplicantId: 'ext_1' }]) {
        expect((await database.faceAuthentications.list(other, filter, page)).rows).toHaveLength(1)
      }
    })
  })
}
