import { ATTEMPT_STATUSES } from '@visavis/shared/statuses'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AllDatabase } from '../../composition/create-database.ts'
import {
  insertTenant,
  NOW,
  newAsset,
  newAttempt,
  newAuthentication,
  withoutKey,
} from '../../storage/testing/rows.ts'
import { toEvent } from './to-event.ts'

const LATER = new Date(NOW.getTime() + 60_000)
const OPEN_STATUSES = ['pending_redirection', 'capture_in_progress', 'checks_in_progress']

/** What every engine must do about attempts and their assets. */
export const describeAttempts = (
  engine: AllDatabase['engine'],
  open: () => Promise<{ database: AllDatabase; dispose: () => Promise<void> }>,
): void => {
  describe(`attempts on ${engine}`, () => {
    let database: AllDatabase
    let dispose: () => Promise<void>

    beforeEach(async () => {
      ;({ database, dispose } = await open())
    })
    afterEach(() => dispose())

    it('pages through attempts, oldest first even within one millisecond', async () => {
      const { tenantId, authentication } = await insertTenant(database)
      const attempts = Array.from({ length: 5 }, () =>
        newAttempt(tenantId, authentication.id, { status: 'expired' }),
      )
      for (const attempt of attempts) await database.attempts.insert(attempt)
      const list = (skip: number, limit: number) =>
        database.attempts.list(tenantId, authentication.id, { skip, limit })
      const rows = attempts.map((attempt) => ({ attempt, decision: undefined }))
      expect(await list(0, 10)).toStrictEqual({ totalCount: 5, rows })
      expect(await list(3, 10)).toStrictEqual({ totalCount: 5, rows: rows.slice(3) })
      expect(await list(1, 2)).toStrictEqual({ totalCount: 5, rows: rows.slice(1, 3) })
      expect(await list(9, 2)).toStrictEqual({ totalCount: 5, rows: [] })
    })

    it('knows which attempts are open, and takes one of those at a time', async () => {
      const { tenantId, applicant, journey } = await insertTenant(database)
      for (const status of ATTEMPT_STATUSES) {
        const authentication = newAuthentication(tenantId, applicant.id, journey.id)
        await database.faceAuthentications.insert(authentication)
        const attempt = newAttempt(tenantId, authentication.id, { status })
        await database.attempts.insert(attempt)
        const isOpen = OPEN_STATUSES.includes(status)
        const found = await database.attempts.findOpen(tenantId, authentication.id)
        expect(found, status).toStrictEqual(isOpen ? attempt : undefined)
        const second = database.attempts.insert(newAttempt(tenantId, authentication.id))
        const answer = await second.then(
          () => 'taken',
          () => 'refused',
        )
        expect(answer, status).toBe(isOpen ? 'refused' : 'taken')
      }
    })

    it('takes a new attempt once the one before is closed, in one transaction', async () => {
      const { tenantId, authentication } = await insertTenant(database)
      const first = newAttempt(tenantId, authentication.id)
      const second = newAttempt(tenantId, authentication.id)
      await database.attempts.insert(first)
      await database.transaction(async (repositories) => {
        await repositories.attempts.update(first.id, { status: 'terminated' }, LATER)
        await repositories.attempts.insert(second)
      })
      expect(await database.attempts.findOpen(tenantId, authentication.id)).toStrictEqual(second)
    })

    it('goes through the attempts of a journey step by step to empty those that are over', async () => {
      const { tenantId, applicant, journey } = await insertTenant(database)
      const attempts = []
      for (const status of ['completed', 'expired', 'capture_in_progress'] as const) {
        const authentication = newAuthentication(tenantId, applicant.id, journey.id)
        await database.faceAuthentications.insert(authentication)
        const attempt = newAttempt(tenantId, authentication.id, { status, ipAddress: '::1' })
        await database.attempts.insert(attempt)
        attempts.push(attempt)
      }
      const scope = { tenantId, userJourneyId: journey.id, before: LATER, limit: 1, now: LATER }
      const forgotten: string[] = []
      let after: Awaited<ReturnType<typeof database.attempts.forgetMetadata>>['last']
      do {
        const step = await database.attempts.forgetMetadata({ ...scope, after })
        forgotten.push(...step.ids)
        after = step.last
      } while (after)
      const [decided, expired, open] = attempts
      expect(forgotten.toSorted()).toEqual([decided?.id, expired?.id].toSorted())
      const read = (attempt = decided) => database.attempts.find(tenantId, attempt?.id ?? '')
      const emptied = {
        redirectUrl: 'https://partner.example/back',
        residenceCountry: null,
        ipAddress: null,
        client: null,
        course: null,
        retryReasons: null,
      }
      expect(await read()).toStrictEqual({ ...decided, ...emptied })
      expect(await read(open)).toStrictEqual(open)
      const others = { ...scope, after: undefined, limit: 9 }
      expect(await database.attempts.forgetMetadata({ ...others, before: NOW })).toMatchObject({ ids: [] })
      expect(await database.attempts.forgetMetadata(others)).toEqual({ ids: [], last: undefined })
    })

    it('goes on where a run was broken off, and looks again where something happened since', async () => {
      const { tenantId, applicant, journey } = await insertTenant(database)
      const attempts = []
      for (let second = 1; second <= 3; second += 1) {
        const createdOn = new Date(NOW.getTime() + second)
        const authentication = {
          ...newAuthentication(tenantId, applicant.id, journey.id),
          status: 'retry_required' as const,
          createdOn,
        }
        await database.faceAuthentications.insert(authentication)
        const attempt = newAttempt(tenantId, authentication.id, { status: 'expired' })
        await database.attempts.insert(attempt)
        attempts.push(attempt)
      }
      const scope = { tenantId, userJourneyId: journey.id, before: LATER, after: undefined, now: LATER }
      // The one that the tenant begins with was never attempted.
      expect((await database.attempts.forgetMetadata({ ...scope, limit: 2 })).ids).toEqual([attempts[0]?.id])
      expect((await database.attempts.forgetMetadata({ ...scope, limit: 1 })).ids).toEqual([attempts[1]?.id])
      expect((await database.attempts.forgetMetadata({ ...scope, limit: 9 })).ids).toEqual([attempts[2]?.id])

      const [first] = attempts
      const authentication = await database.faceAuthentications.get(
        tenantId,
        first?.faceAuthenticationId ?? '',
      )
      if (!authentication) throw new Error('it is there')
      expect(authentication.metadataForgottenOn).toEqual(LATER)
      const newAttemptOfIt = newAttempt(tenantId, authentication.id, { modifiedOn: LATER, createdOn: LATER })
      await database.faceAuthentications.write({
        authentication,
        newAttempt: newAttemptOfIt,
        events: [
          toEvent({
            authentication,
            externalApplicantId: null,
            type: 'face_authentication_opened',
            now: LATER,
          }),
        ],
        now: LATER,
      })
      const again = async (before: Date) =>
        (await database.attempts.forgetMetadata({ ...scope, before, limit: 9 })).ids
      expect(await again(new Date(LATER.getTime() + 1))).toEqual([])
      await database.attempts.update(newAttemptOfIt.id, { status: 'expired' }, LATER)
      expect(await again(LATER)).toEqual([])
      expect(await again(new Date(LATER.getTime() + 1))).toEqual([newAttemptOfIt.id])
    })

    it('tells announced from stored assets', async () => {
      const { tenantId } = await insertTenant(database)
      const mine = newAsset(tenantId, { writer: 'me' })
      const unfinished = newAsset(tenantId, { writer: 'gone' })
      const finished = newAsset(tenantId, { writer: 'gone' })
      for (const asset of [mine, unfinished, finished]) await database.assets.insert(asset)
      await database.assets.markStored(finished.id)
      expect(await database.assets.listUnfinished('me')).toStrictEqual([unfinished])
      expect(await database.assets.listByOwner(tenantId, finished.ownerId)).toStrictEqual([
        { ...withoutKey(finished), status: 'stored' },
      ])
      const strangers = Array.from({ length: 70_000 }, (_, index) => `asst_${index}`)
      expect(await database.assets.listKnown([...strangers, mine.id])).toEqual([mine.id])
      expect(await database.assets.listKnown([])).toEqual([])
      await database.assets.delete(unfinished.id)
      await database.assets.delete(unfinished.id)
      expect(await database.assets.listUnfinished('me')).toEqual([])
    })
  })
}
