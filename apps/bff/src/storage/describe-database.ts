import { randomBytes } from 'node:crypto'
import { newId } from '@visavis/shared/ids'
import { ATTEMPT_STATUSES } from '@visavis/shared/statuses'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AllDatabase } from '../composition/create-database.ts'
import { describeAccess } from '../features/access/describe-access.ts'
import { describeAudit } from '../features/audit/describe-audit.ts'
import { describeAttempts } from '../features/authentications/describe-attempts.ts'
import { describeLists } from '../features/authentications/describe-lists.ts'
import { describeConsole } from '../features/console/describe-console.ts'
import { describeOverview } from '../features/console/overview/describe-overview.ts'
import { describeFacesAndErasure } from '../features/faces/describe-faces-and-erasure.ts'
import { describeHandoffs } from '../features/handoff/describe-handoffs.ts'
import { describeIdempotencyKeys } from '../features/idempotency/describe-idempotency-keys.ts'
import { describeReviews } from '../features/reviews/describe-reviews.ts'
import { describeTransactions } from './describe-transactions.ts'
import {
  insertTenant,
  NOW,
  newApiKey,
  newAsset,
  newAttempt,
  newAuthentication,
  newFace,
  newOauthClient,
  newTemplate,
  withoutKey,
} from './testing/rows.ts'
import { newEvent } from './testing/webhook-rows.ts'

const LATER = new Date(NOW.getTime() + 60_000)
const OPEN_STATUSES = ['pending_redirection', 'capture_in_progress', 'checks_in_progress']

/** What every engine must do. @param open a database nobody has written to, and how to dispose of it */
export const describeDatabase = (
  engine: AllDatabase['engine'],
  open: () => Promise<{ database: AllDatabase; dispose: () => Promise<void> }>,
): void => {
  describe(`database on ${engine}`, () => {
    let database: AllDatabase
    let dispose: () => Promise<void>

    beforeEach(async () => {
      ;({ database, dispose } = await open())
    })
    afterEach(() => dispose())

    it('names its engine and answers', async () => {
      expect(database.engine).toBe(engine)
      await expect(database.ping()).resolves.toBeUndefined()
    })

    it('keeps tenants in order of insertion', async () => {
      expect(await database.tenants.first()).toBeUndefined()
      const tenants = [
        { id: newId('tenant'), name: 'first' },
        { id: newId('tenant'), name: 'second' },
      ] as const
      for (const tenant of tenants) await database.tenants.insert(tenant)
      expect(await database.tenants.first()).toEqual(tenants[0])
      expect(await database.tenants.get(tenants[1].id)).toEqual(tenants[1])
      expect(await database.tenants.get(newId('tenant'))).toBeUndefined()
      expect(await database.tenants.list()).toEqual(tenants)
    })

    it('changes of a journey only what it is told to, and only for its tenant', async () => {
      const { tenantId, journey } = await insertTenant(database)
      const { tenantId: other } = await insertTenant(database)
      const change = {
        providerSettingsSealed: null,
        allowedRedirectUrls: [],
        theme: {},
        locale: null,
        retryLimit: 1,
        livenessPolicy: 'required',
        oneToN: true,
        alternativeUrl: 'https://partner.example/desk',
        copy: { 'a.b_c': 'x' },
      } as const
      await expect(database.userJourneys.update(other, journey.id, change, LATER)).rejects.toThrow()
      await database.userJourneys.update(tenantId, journey.id, change, LATER)
      const changed = { ...journey, ...change, modifiedOn: LATER }
      expect(await database.userJourneys.lock(tenantId, journey.id)).toStrictEqual(changed)
    })

    it('counts the attempts that failed', async () => {
      const { tenantId, applicant, journey } = await insertTenant(database)
      const authentication = newAuthentication(tenantId, applicant.id, journey.id)
      await database.faceAuthentications.insert(authentication)
      for (const status of ATTEMPT_STATUSES.filter((status) => !OPEN_STATUSES.includes(status))) {
        await database.attempts.insert(newAttempt(tenantId, authentication.id, { status }))
      }
      expect(await database.attempts.countFailed(tenantId, authentication.id)).toBe(3)
      expect(await database.attempts.countFailed(newId('tenant'), authentication.id)).toBe(0)
    })

    it('gives rows back as they were put in', async () => {
      const { tenantId, applicant, journey, authentication } = await insertTenant(database)
      expect(await database.applicants.get(tenantId, applicant.id)).toStrictEqual(applicant)
      expect(await database.userJourneys.get(tenantId, journey.id)).toStrictEqual(journey)
      expect(await database.userJourneys.first(tenantId)).toStrictEqual(journey)
      expect(await database.faceAuthentications.get(tenantId, authentication.id)).toStrictEqual(
        authentication,
      )
      const face = newFace(tenantId, applicant.id)
      const templates = [newTemplate(face.id), newTemplate(face.id, 'model/2')]
      await database.faces.insert(face, templates)
      expect(await database.faces.listActive(tenantId, applicant.id, NOW)).toStrictEqual([
        { ...face, templates, applicantKey: null, hasFailed: false },
      ])
      const attempt = newAttempt(tenantId, authentication.id)
      await database.attempts.insert(attempt)
      expect(await database.attempts.get(tenantId, authentication.id, attempt.id)).toStrictEqual(attempt)
      expect(await database.attempts.findByToken(attempt.captureTokenHash)).toStrictEqual(attempt)
      const asset = newAsset(tenantId)
      await database.assets.insert(asset)
      expect(await database.assets.listByOwner(tenantId, asset.ownerId)).toStrictEqual([withoutKey(asset)])
    })

    it('shows nobody the rows of another tenant', async () => {
      const { tenantId, applicant, journey, authentication } = await insertTenant(database)
      const { tenantId: other } = await insertTenant(database)
      const attempt = newAttempt(tenantId, authentication.id)
      const asset = newAsset(tenantId)
      await database.attempts.insert(attempt)
      await database.assets.insert(asset)
      await database.faces.insert(newFace(tenantId, applicant.id))
      expect(await database.applicants.get(other, applicant.id)).toBeUndefined()
      expect(await database.userJourneys.get(other, journey.id)).toBeUndefined()
      expect(await database.userJourneys.lock(other, journey.id)).toBeUndefined()
      const key = newApiKey(tenantId)
      const client = newOauthClient(tenantId)
      await database.apiKeys.insert(key)
      await database.oauthClients.insert(client)
      expect(await database.apiKeys.get(other, key.id)).toBeUndefined()
      expect(await database.apiKeys.delete(other, key.id)).toBe(false)
      expect(await database.oauthClients.get(other, client.id)).toBeUndefined()
      expect(await database.oauthClients.delete(other, client.id)).toBe(false)
      expect(await database.faces.listActive(other, applicant.id, NOW)).toEqual([])
      expect(await database.faceAuthentications.get(other, authentication.id)).toBeUndefined()
      expect(await database.faceAuthentications.lock(other, authentication.id)).toBeUndefined()
      expect(await database.attempts.get(other, authentication.id, attempt.id)).toBeUndefined()
      expect(await database.attempts.findOpen(other, authentication.id)).toBeUndefined()
      expect(await database.attempts.list(other, authentication.id, { skip: 0, limit: 9 })).toEqual({
        totalCount: 0,
        rows: [],
      })
      expect(await database.assets.listByOwner(other, asset.ownerId)).toEqual([])
    })

    it('refuses rows that point into another tenant', async () => {
      const { applicant, journey, authentication } = await insertTenant(database)
      const { tenantId: other, applicant: theirs } = await insertTenant(database)
      await expect(database.faces.insert(newFace(other, applicant.id))).rejects.toThrow()
      await expect(
        database.faceAuthentications.insert(newAuthentication(other, theirs.id, journey.id)),
      ).rejects.toThrow()
      await expect(database.attempts.insert(newAttempt(other, authentication.id))).rejects.toThrow()
      await expect(database.assets.insert(newAsset(newId('tenant')))).rejects.toThrow()
      const client = newOauthClient(journey.tenantId)
      await database.oauthClients.insert(client)
      const hash = new Uint8Array(randomBytes(32))
      const token = { hash, tenantId: other, oauthClientId: client.id, scopes: client.scopes, expiresOn: NOW }
      await expect(database.oauthTokens.insert(token)).rejects.toThrow()
    })

    it('refuses a status or a hash that cannot be', async () => {
      const { tenantId, authentication } = await insertTenant(database)
      const attempt = newAttempt(tenantId, authentication.id)
      const status = 'approved' as 'completed'
      await expect(database.attempts.insert({ ...attempt, status })).rejects.toThrow()
      const captureTokenHash = new Uint8Array(31)
      await expect(database.attempts.insert({ ...attempt, captureTokenHash })).rejects.toThrow()
    })

    it('lists the active faces of every provider, newest first', async () => {
      const { tenantId, applicant } = await insertTenant(database)
      const faces = [
        newFace(tenantId, applicant.id),
        newFace(tenantId, applicant.id, { status: 'DISABLED' }),
        newFace(tenantId, applicant.id, { provider: 'other' }),
        newFace(tenantId, applicant.id, { expiresOn: NOW }),
        newFace(tenantId, applicant.id, { expiresOn: LATER }),
      ] as const
      for (const face of faces) await database.faces.insert(face)
      const active = await database.faces.listActive(tenantId, applicant.id, NOW)
      expect(active.map((face) => face.id)).toEqual([faces[4].id, faces[2].id, faces[0].id])
    })

    it('changes only what it is told to', async () => {
      const { tenantId, authentication } = await insertTenant(database)
      const attempt = newAttempt(tenantId, authentication.id)
      await database.attempts.insert(attempt)

      const decided = {
        status: 'declined',
        responseCodes: [62321, 62305],
        riskLabels: ['a,b', '{"c"}'],
      } as const
      await database.faceAuthentications.write({
        authentication: { ...authentication, ...decided },
        events: [newEvent(tenantId)],
        now: LATER,
      })
      expect(await database.faceAuthentications.get(tenantId, authentication.id)).toStrictEqual({
        ...authentication,
        ...decided,
        modifiedOn: LATER,
      })
      const done = {
        status: 'completed',
        responseCodes: [10000],
        event: 'face_authentication_checks_completed',
        consentOn: LATER,
        captureCount: 2,
        uploadId: 'u',
        ipAddress: '::1',
      } as const
      await database.attempts.update(attempt.id, done, LATER)
      const changed = { ...attempt, ...done, modifiedOn: LATER }
      expect(await database.attempts.findByToken(attempt.captureTokenHash)).toStrictEqual(changed)
      await database.attempts.update(attempt.id, { uploadId: null }, LATER)
      expect(await database.attempts.findByToken(attempt.captureTokenHash)).toStrictEqual({
        ...changed,
        uploadId: null,
      })
    })

    it('does not pretend to have changed a row that is not there', async () => {
      const { tenantId, authentication } = await insertTenant(database)
      const unknown = { ...authentication, id: newId('faceAuthentication') }
      const events = [newEvent(tenantId)] as const
      await expect(database.attempts.update(newId('attempt'), {}, NOW)).rejects.toThrow('attempt')
      await expect(
        database.faceAuthentications.write({ authentication: unknown, events, now: NOW }),
      ).rejects.toThrow('face authentication')
      await expect(database.assets.markStored(newId('asset'))).rejects.toThrow('asset')
    })
  })
  describeAccess(engine, open)
  describeAttempts(engine, open)
  describeAudit(engine, open)
  describeOverview(engine, open)
  describeConsole(engine, open)
  describeLists(engine, open)
  describeReviews(engine, open)
  describeTransactions(engine, open)
  describeFacesAndErasure(engine, open)
  describeHandoffs(engine, open)
  describeIdempotencyKeys(engine, open)
}
