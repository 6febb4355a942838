import { randomBytes } from 'node:crypto'
import { newId } from '@visavis/shared/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AllDatabase } from '../../composition/create-database.ts'
import { insertTenant, NOW } from '../../storage/testing/rows.ts'

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const hash = () => new Uint8Array(randomBytes(32))

/** What every engine must do about the console's users. */
export const describeConsole = (
  engine: AllDatabase['engine'],
  open: () => Promise<{ database: AllDatabase; dispose: () => Promise<void> }>,
): void => {
  describe(`the console’s users on ${engine}`, () => {
    let database: AllDatabase
    let dispose: () => Promise<void>
    let tenantId: string
    beforeEach(async () => {
      ;({ database, dispose } = await open())
      tenantId = (await insertTenant(database)).tenantId
    })
    afterEach(() => dispose())

    const insertUser = async () => {
      const user = {
        id: newId('consoleUser'),
        tenantId,
        role: 'viewer' as const,
        name: 'Bea',
        createdOn: NOW,
      }
      const credential = {
        id: randomBytes(16).toString('base64url'),
        userId: user.id,
        publicKey: hash(),
        counter: 2 ** 32 - 1,
        transports: ['internal', 'hybrid'],
        createdOn: NOW,
        lastUsedOn: NOW,
      }
      await database.consoleUsers.insert(user, credential)
      return { user, credential }
    }
    const newSession = (userId: string) => ({
      tokenHash: hash(),
      userId,
      challengeHash: hash(),
      createdOn: NOW,
      lastSeenOn: NOW,
      passkeyOn: NOW,
      endedOn: null,
    })

    it('are found by their passkeys, and go with them and their sessions', async () => {
      const { user, credential } = await insertUser()
      expect(await database.consoleUsers.findByCredential(credential.id)).toStrictEqual({ user, credential })
      expect(await database.consoleUsers.findByCredential('x')).toBeUndefined()
      expect(await database.consoleUsers.useCredential(credential.id, 7, later(1))).toBe(true)
      const session = newSession(user.id)
      await database.consoleSessions.insert(session)
      expect(await database.consoleUsers.list(tenantId)).toStrictEqual([user])
      const other = (await insertTenant(database)).tenantId
      expect(await database.consoleUsers.list(other)).toEqual([])
      expect(await database.consoleUsers.delete(other, user.id)).toBe(false)
      expect(await database.consoleUsers.delete(tenantId, user.id)).toBe(true)
      expect(await database.consoleUsers.findByCredential(credential.id)).toBeUndefined()
      expect(await database.consoleUsers.useCredential(credential.id, 8, later(2))).toBe(false)
      expect(await database.consoleSessions.find(session.tokenHash, NOW)).toBeUndefined()
    })

    it('have sessions that end by their times, and one for a challenge', async () => {
      const { user } = await insertUser()
      const session = newSession(user.id)
      expect(await database.consoleSessions.insert(session)).toBe(true)
      expect(await database.consoleSessions.insert({ ...session, tokenHash: hash() })).toBe(false)
      const find = (minutes: number) => database.consoleSessions.find(session.tokenHash, later(minutes))
      expect(await find(29)).toStrictEqual({ ...user, lastSeenOn: NOW, passkeyOn: NOW })
      await database.consoleSessions.stepUp(session.tokenHash, later(2))
      await database.consoleSessions.stepUp(session.tokenHash, later(1))
      expect(await find(29)).toMatchObject({ passkeyOn: later(2) })
      expect(await find(30)).toBeUndefined()
      await database.consoleSessions.touch(session.tokenHash, later(719))
      expect(await find(719)).toBeDefined()
      expect(await find(720)).toBeUndefined()
      await database.consoleSessions.end(session.tokenHash, later(1))
      expect(await find(719)).toBeUndefined()
      await database.consoleSessions.deleteBefore(later(1))
      expect(await database.consoleSessions.insert(session)).toBe(true)
    })

    it('come by invitations that work once, in time', async () => {
      const invite = {
        id: newId('consoleInvite'),
        tenantId,
        role: 'admin' as const,
        name: 'Bea',
        tokenHash: hash(),
        expiresOn: later(10),
        usedOn: null,
        createdOn: NOW,
      }
      await database.consoleInvites.insert(invite)
      expect(await database.consoleInvites.find(invite.tokenHash)).toStrictEqual(invite)
      expect(await database.consoleInvites.use(invite.id, later(10))).toBe(false)
      const uses = [1, 2, 3].map((minutes) => database.consoleInvites.use(invite.id, later(minutes)))
      expect((await Promise.all(uses)).filter(Boolean)).toHaveLength(1)
      await database.consoleInvites.deleteExpired(tenantId, later(10))
      expect(await database.consoleInvites.find(invite.tokenHash)).toBeDefined()
      await database.consoleInvites.deleteExpired(tenantId, later(11))
      expect(await database.consoleInvites.find(invite.tokenHash)).toBeUndefined()
    })
  })
}
