import type { Cursor } from '@visavis/shared/cursor'
import { newId } from '@visavis/shared/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AllDatabase } from '../../composition/create-database.ts'
import { insertTenant, NOW, newFace } from '../../storage/testing/rows.ts'
import { newReview } from './new-review.ts'
import type { Review, ReviewOpinion } from './review-row.ts'

const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

/** What every engine must do about reviews. */
export const describeReviews = (
  engine: AllDatabase['engine'],
  open: () => Promise<{ database: AllDatabase; dispose: () => Promise<void> }>,
): void => {
  describe(`reviews on ${engine}`, () => {
    let database: AllDatabase
    let dispose: () => Promise<void>
    let tenant: Awaited<ReturnType<typeof insertTenant>>

    beforeEach(async () => {
      ;({ database, dispose } = await open())
      tenant = await insertTenant(database)
    })
    afterEach(() => dispose())

    const send = async (minutes: number, subjectId = newId('faceAuthentication')): Promise<Review> => {
      const { tenantId, applicant, journey } = tenant
      const review = newReview({
        tenantId,
        subjectId,
        applicantId: applicant.id,
        userJourneyId: journey.id,
        cause: 'decline',
        fourEyes: true,
        createdOn: at(minutes),
      })
      await database.reviews.insert(review)
      return review
    }
    const say = async ({ tenantId, subjectId }: Review): Promise<ReviewOpinion> => {
      const opinion = {
        tenantId,
        subjectId,
        actorType: 'console_user',
        actorId: newId('consoleUser'),
        outcome: 'refused',
        reasonCode: 'other',
        reason: 'The ears.',
        createdOn: NOW,
      } as const
      await database.reviews.insertOpinion(opinion)
      return opinion
    }

    it('wait in the order in which they came, once each, and are counted so far and no further', async () => {
      const { tenantId } = tenant
      const [last, first, next] = [await send(3), await send(1), await send(2)]
      await database.reviews.insert({ ...last, cause: 'risk' })
      const list = (limit: number, maxCount: number, after?: Cursor) =>
        database.reviews.listPending(tenantId, { limit, after }, maxCount)
      const behind = { createdOn: next.createdOn, id: next.subjectId }
      expect(await list(2, 10)).toStrictEqual({ count: 3, rows: [first, next], next: behind })
      expect(await list(2, 10, behind)).toStrictEqual({ count: 3, rows: [last], next: undefined })
      expect((await list(9, 2)).count).toBe(2)
      const settled = { status: 'accepted', reasonCode: 'same_person', reviewedOn: at(4) } as const
      await database.reviews.settle(first, settled)
      expect(await database.reviews.get(tenantId, first.subjectId)).toStrictEqual({ ...first, ...settled })
      expect(await list(9, 10)).toMatchObject({ count: 2, rows: [next, last] })
      const { tenantId: other } = await insertTenant(database)
      expect(await database.reviews.listPending(other, { limit: 9 }, 9)).toEqual({ count: 0, rows: [] })
    })

    it('go with a face that waits, and keep what was said of it otherwise, without its words at last', async () => {
      const { tenantId, applicant } = tenant
      const faces = [newFace(tenantId, applicant.id), newFace(tenantId, applicant.id)] as const
      for (const face of faces) await database.faces.insert(face)
      const [waiting, settled] = [await send(1, faces[0].id), await send(2, faces[1].id)]
      await say(waiting)
      const opinion = await say(settled)
      await database.reviews.settle(settled, { status: 'refused', reasonCode: 'other', reviewedOn: NOW })
      await database.faces.erase(tenantId, { ids: faces.map(({ id }) => id) })
      expect(await database.reviews.get(tenantId, waiting.subjectId)).toBeUndefined()
      expect(await database.reviews.listOpinions(tenantId, waiting.subjectId)).toEqual([])
      expect(await database.reviews.listOpinions(tenantId, settled.subjectId)).toStrictEqual([opinion])
      await database.faces.erase(tenantId, { applicantId: applicant.id })
      expect(await database.reviews.listOpinions(tenantId, settled.subjectId)).toStrictEqual([
        { ...opinion, reason: null },
      ])
    })
  })
}
