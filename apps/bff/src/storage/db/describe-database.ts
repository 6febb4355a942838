import { randomBytes } from 'node:crypto'
import { newId } from '@visavis/shared/ids'
import { ATTEMPT_STATUSES } from '@visavis/shared/statuses'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  insertTenant,
  NOW,
  newApiKey,
  newAsset,
  newAttempt,
  newAuthentication,
  newFace,
  newOauthClient,
  newUserJourney,
} from '../testing/rows.ts'
import { describeFacesAndErasure } from './describe-faces-and-erasure.ts'
import { describeHandoffs } from './describe-handoffs.ts'
import { describeIdempotencyKeys } from './describe-idempotency-keys.ts'
import type { Database } from './types.ts'

const LATER = new Date(NOW.getTime() + 60_000)
const OPEN_STATUSES = ['pending_redirection', 'capture_in_progress', 'checks_in_progress']

/** What every engine must do. @param open a database nobody has written to, and how to dispose of it */
export const describeDatabase = (
  engine: Database['engine'],
  open: () => Promise<{ database: Database; dispose: () => Promise<void> }>,
): void => {
  describe(`database on ${engine}`, () => {
    let database: Database
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

    it('finds what a key may do by its hash, and takes no hash twice', async () => {
      const { tenantId } = await insertTenant(database)
      const key = newApiKey(tenantId)
      await database.apiKeys.insert(key)
      expect(await database.apiKeys.findAccess(key.hash)).toEqual({ tenantId, scopes: key.scopes })
      expect(await database.apiKeys.findAccess(new Uint8Array(32))).toBeUndefined()
      await expect(database.apiKeys.insert({ ...key, id: newId('apiKey') })).rejects.toThrow()
      expect(await database.apiKeys.delete(tenantId, key.id)).toBe(true)
      expect(await database.apiKeys.delete(tenantId, key.id)).toBe(false)
      expect(await database.apiKeys.findAccess(key.hash)).toBeUndefined()
    })

    it('finds a client by its id and secret only, and its tokens until they run out', async () => {
      const { tenantId } = await insertTenant(database)
      const client = newOauthClient(tenantId)
      const other = newOauthClient(tenantId)
      for (const row of [client, other]) await database.oauthClients.insert(row)
      expect(await database.oauthClients.findBySecret(client.id, client.secretHash)).toStrictEqual(client)
      expect(await database.oauthClients.findBySecret(client.id, other.secretHash)).toBeUndefined()

      const hash = new Uint8Array(randomBytes(32))
      const scopes = ['face:add'] as const
      await database.oauthTokens.insert({
        hash,
        tenantId,
        oauthClientId: client.id,
        scopes,
        expiresOn: LATER,
      })
      expect(await database.oauthTokens.findAccess(hash, NOW)).toEqual({ tenantId, scopes })
      expect(await database.oauthTokens.findAccess(hash, LATER)).toBeUndefined()
      await database.oauthTokens.deleteExpired(tenantId, other.id, LATER)
      await database.oauthTokens.deleteExpired(tenantId, client.id, NOW)
      expect(await database.oauthTokens.findAccess(hash, NOW)).toBeDefined()
      await database.oauthTokens.deleteExpired(tenantId, client.id, LATER)
      expect(await database.oauthTokens.findAccess(hash, NOW)).toBeUndefined()
    })

    it('removes the tokens of a client along with it', async () => {
      const { tenantId } = await insertTenant(database)
      const client = newOauthClient(tenantId)
      await database.oauthClients.insert(client)
      const hash = new Uint8Array(randomBytes(32))
      const token = { hash, tenantId, oauthClientId: client.id, scopes: client.scopes, expiresOn: LATER }
      await database.oauthTokens.insert(token)
      expect(await database.oauthClients.delete(tenantId, client.id)).toBe(true)
      expect(await database.oauthTokens.findAccess(hash, NOW)).toBeUndefined()
    })

    it('lists keys, clients and journeys of one tenant, oldest first', async () => {
      const { tenantId, journey } = await insertTenant(database)
      await insertTenant(database)
      const journeys = [journey, newUserJourney(tenantId), newUserJourney(tenantId)]
      const keys = [newApiKey(tenantId), newApiKey(tenantId), newApiKey(tenantId)]
      const clients = [newOauthClient(tenantId), newOauthClient(tenantId), newOauthClient(tenantId)]
      for (const row of journeys.slice(1)) await database.userJourneys.insert(row)
      for (const row of keys) await database.apiKeys.insert(row)
      for (const row of clients) await database.oauthClients.insert(row)
      const page = { skip: 1, limit: 1 }
      const second = (rows: readonly unknown[]) => ({ totalCount: 3, rows: [rows[1]] })
      expect(await database.userJourneys.list(tenantId, page)).toStrictEqual(second(journeys))
      expect(await database.apiKeys.list(tenantId, page)).toStrictEqual(second(keys))
      expect(await database.oauthClients.list(tenantId, page)).toStrictEqual(second(clients))
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
      await database.faces.insert(face)
      expect(await database.faces.listActive(tenantId, applicant.id, NOW)).toStrictEqual([face])
      const attempt = newAttempt(tenantId, authentication.id)
      await database.attempts.insert(attempt)
      expect(await database.attempts.get(tenantId, authentication.id, attempt.id)).toStrictEqual(attempt)
      expect(await database.attempts.findByToken(attempt.captureTokenHash)).toStrictEqual(attempt)
      const asset = newAsset(tenantId)
      await database.assets.insert(asset)
      expect(await database.assets.listByOwner(tenantId, asset.ownerId)).toStrictEqual([asset])
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
      await database.faceAuthentications.update(authentication.id, decided, LATER)
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
      await expect(database.attempts.update(newId('attempt'), {}, NOW)).rejects.toThrow('attempt')
      await expect(database.faceAuthentications.update(newId('faceAuthentication'), {}, NOW)).rejects.toThrow(
        'face authentication',
      )
      await expect(database.assets.markStored(newId('asset'))).rejects.toThrow('asset')
    })

    it('pages through attempts, oldest first even within one millisecond', async () => {
      const { tenantId, authentication } = await insertTenant(database)
      const attempts = Array.from({ length: 5 }, () =>
        newAttempt(tenantId, authentication.id, { status: 'expired' }),
      )
      for (const attempt of attempts) await database.attempts.insert(attempt)
      const list = (skip: number, limit: number) =>
        database.attempts.list(tenantId, authentication.id, { skip, limit })
      expect(await list(0, 10)).toStrictEqual({ totalCount: 5, rows: attempts })
      expect(await list(3, 10)).toStrictEqual({ totalCount: 5, rows: attempts.slice(3) })
      expect(await list(1, 2)).toStrictEqual({ totalCount: 5, rows: attempts.slice(1, 3) })
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

    it('tells announced from stored assets', async () => {
      const { tenantId } = await insertTenant(database)
      const mine = newAsset(tenantId, { writer: 'me' })
      const unfinished = newAsset(tenantId, { writer: 'gone' })
      const finished = newAsset(tenantId, { writer: 'gone' })
      for (const asset of [mine, unfinished, finished]) await database.assets.insert(asset)
      await database.assets.markStored(finished.id)
      expect(await database.assets.listUnfinished('me')).toStrictEqual([unfinished])
      expect(await database.assets.listByOwner(tenantId, finished.ownerId)).toStrictEqual([
        { ...finished, status: 'stored' },
      ])
      const strangers = Array.from({ length: 70_000 }, (_, index) => `asst_${index}`)
      expect(await database.assets.listKnown([...strangers, mine.id])).toEqual([mine.id])
      expect(await database.assets.listKnown([])).toEqual([])
      await database.assets.delete(unfinished.id)
      await database.assets.delete(unfinished.id)
      expect(await database.assets.listUnfinished('me')).toEqual([])
    })

    it('undoes everything when a transaction fails, and works on', async () => {
      const failure = new Error('no')
      const failing = database.transaction(async (repositories) => {
        await insertTenant(repositories)
        expect(await repositories.tenants.first()).toBeDefined()
        throw failure
      })
      await expect(failing).rejects.toBe(failure)
      expect(await database.tenants.first()).toBeUndefined()
    })

    it('undoes everything when the database itself refuses a statement', async () => {
      const id = newId('tenant')
      const failing = database.transaction(async (repositories) => {
        await repositories.tenants.insert({ id, name: 'once' })
        await repositories.tenants.insert({ id, name: 'twice' })
      })
      await expect(failing).rejects.toThrow()
      expect(await database.tenants.first()).toBeUndefined()
    })

    it('gives back what the transaction gave', async () => {
      expect(await database.transaction(async () => 42)).toBe(42)
    })

    it('keeps what a transaction does to itself until it ends', async () => {
      const seen: Promise<unknown>[] = []
      const failing = database.transaction(async (repositories) => {
        await repositories.tenants.insert({ id: newId('tenant'), name: 'half' })
        // Started inside, never awaited there: on one connection it has to queue behind this transaction.
        seen.push(database.tenants.first())
        await repositories.tenants.first()
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect(await Promise.all(seen)).toEqual([undefined])
    })

    it('makes transactions that hold the same row wait for one another', async () => {
      const { tenantId, authentication } = await insertTenant(database)
      const labels = Array.from({ length: 30 }, (_, index) => `label-${index}`)
      await Promise.all(
        labels.map((label) =>
          database.transaction(async ({ faceAuthentications }) => {
            const held = await faceAuthentications.lock(tenantId, authentication.id)
            const riskLabels = [...(held?.riskLabels ?? []), label]
            await faceAuthentications.update(authentication.id, { riskLabels }, NOW)
          }),
        ),
      )
      const after = await database.faceAuthentications.get(tenantId, authentication.id)
      expect([...(after?.riskLabels ?? [])].sort()).toEqual([...labels].sort())
    })

    it('answers many readers beside a transaction', async () => {
      const { tenantId, applicant } = await insertTenant(database)
      const writing = database.transaction(async (repositories) => {
        for (let count = 0; count < 10; count += 1) await insertTenant(repositories)
      })
      const reads = Array.from({ length: 40 }, () => database.applicants.get(tenantId, applicant.id))
      expect(await Promise.all(reads)).toEqual(reads.map(() => applicant))
      await writing
    })
  })
  describeFacesAndErasure(engine, open)
  describeHandoffs(engine, open)
  describeIdempotencyKeys(engine, open)
}
