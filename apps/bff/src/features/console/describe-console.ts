import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { ConsoleRole } from '@visavis/shared/console-roles'
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

    const insertUser = async (role: ConsoleRole = 'viewer') => {
      const user = {
        id: newId('consoleUser'),
        tenantId,
        role,
        name: 'Bea',
        email: null,
        createdOn: NOW,
        lastSignInOn: null,
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
      tenantId,
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
      await database.consoleUsers.useCredential(credential.id, 7, later(1))
      const used = await database.consoleUsers.findByCredential(credential.id)
      expect(used?.credential).toMatchObject({ counter: 7, lastUsedOn: later(1) })
      const session = newSession(user.id)
      await database.consoleSessions.insert(session)
      expect(await database.consoleUsers.list(tenantId)).toStrictEqual([{ ...user, passkeys: 1 }])
      const other = (await insertTenant(database)).tenantId
      expect(await database.consoleUsers.list(other)).toEqual([])
      expect(await database.consoleUsers.delete(other, user.id)).toBe(false)
      expect(await database.consoleUsers.delete(tenantId, user.id)).toBe(true)
      expect(await database.consoleUsers.findByCredential(credential.id)).toBeUndefined()
      expect(await database.consoleSessions.find(session.tokenHash, NOW)).toBeUndefined()
    })

    it('have a role that changes, a last sign-in, and admins who are held while one is changed', async () => {
      const [{ user: ada }, { user: bea }] = [await insertUser('admin'), await insertUser('reviewer')]
      const other = (await insertTenant(database)).tenantId
      await database.consoleUsers.noteSignIn(tenantId, bea.id, later(3))
      expect(await database.consoleUsers.setRole(other, bea.id, 'admin')).toBe(false)
      expect(await database.consoleUsers.lockAdmins(tenantId)).toEqual([{ id: ada.id }])
      expect(await database.consoleUsers.setRole(tenantId, bea.id, 'admin')).toBe(true)
      expect(await database.consoleUsers.list(tenantId)).toContainEqual({
        ...bea,
        role: 'admin',
        lastSignInOn: later(3),
        passkeys: 1,
      })
      const demote = (id: string) =>
        database.transaction(async ({ consoleUsers }) => {
          const admins = await consoleUsers.lockAdmins(tenantId)
          if (admins.length > 1) await consoleUsers.setRole(tenantId, id, 'viewer')
        })
      await Promise.all([demote(ada.id), demote(bea.id)])
      expect(await database.consoleUsers.lockAdmins(tenantId)).toHaveLength(1)
      expect(await database.consoleUsers.lockAdmins(other)).toEqual([])
    })

    it('work for several tenants, each with a role, and go with the last one', async () => {
      const { consoleSessions, consoleUsers } = database
      const { user, credential } = await insertUser('admin')
      const other = (await insertTenant(database)).tenantId
      const there = { userId: user.id, tenantId: other, role: 'viewer', createdOn: later(1) } as const
      expect(await consoleUsers.join({ ...there, lastSignInOn: null })).toBe(true)
      expect(await consoleUsers.join({ ...there, role: 'admin', lastSignInOn: null })).toBe(false)
      const { userId: _, ...membership } = there
      const asThere = { ...user, ...membership, lastSignInOn: null }
      expect(await consoleUsers.hold(other, user.id)).toStrictEqual(asThere)
      expect(await consoleUsers.list(other)).toStrictEqual([{ ...asThere, passkeys: 1 }])
      expect((await consoleUsers.listTenants(user.id)).map(({ id }) => id).toSorted()).toEqual(
        [tenantId, other].toSorted(),
      )
      // Never anywhere: where they were first.
      expect((await consoleUsers.findByCredential(credential.id))?.user).toStrictEqual(user)
      await consoleUsers.noteSignIn(other, user.id, later(2))
      expect((await consoleUsers.findByCredential(credential.id))?.user.tenantId).toBe(other)
      expect(await consoleUsers.lockAdmins(other)).toEqual([])

      const session = newSession(user.id)
      await consoleSessions.insert(session)
      expect(await consoleSessions.move(session.tokenHash, other)).toBe(true)
      expect(await consoleSessions.find(session.tokenHash, NOW)).toMatchObject({
        role: 'viewer',
        tenantId: other,
      })
      expect(await consoleUsers.delete(other, user.id)).toBe(true)
      expect(await consoleUsers.delete(other, user.id)).toBe(false)
      expect(await consoleSessions.find(session.tokenHash, NOW)).toBeUndefined()
      expect((await consoleUsers.findByCredential(credential.id))?.user).toStrictEqual(user)
      const gone = [consoleUsers.delete(tenantId, user.id), consoleUsers.delete(other, user.id)]
      expect(await Promise.all(gone)).toEqual([true, false])
      expect(await consoleUsers.findByCredential(credential.id)).toBeUndefined()
    })

    it('come nowhere while they are removed, and are removed while they come', async () => {
      const { consoleSessions, consoleUsers } = database
      const other = (await insertTenant(database)).tenantId
      const [{ user: gone }, { user: late, credential }] = [
        await insertUser('admin'),
        await insertUser('admin'),
      ]
      const there = { tenantId: other, role: 'viewer', createdOn: NOW, lastSignInOn: null } as const
      const removing = database.transaction(async (inside) => {
        await inside.consoleUsers.lockAdmins(tenantId)
        await inside.consoleUsers.delete(tenantId, gone.id)
        // On PostgreSQL these wait by now, for what the transaction holds.
        const waiting = [
          consoleUsers.join({ ...there, userId: gone.id }),
          database.transaction((beside) => beside.consoleUsers.hold(tenantId, gone.id)),
        ]
        await setTimeout(50)
        return { waiting }
      })
      expect(await Promise.all((await removing).waiting)).toEqual([false, undefined])

      const session = newSession(late.id)
      const coming = database.transaction(async (inside) => {
        expect(await inside.consoleUsers.hold(tenantId, late.id)).toStrictEqual(late)
        const waiting = database.transaction((beside) => beside.consoleUsers.delete(tenantId, late.id))
        await setTimeout(50)
        await inside.consoleSessions.insert(session)
        await inside.consoleUsers.useCredential(credential.id, 1, NOW)
        return { waiting }
      })
      expect(await (await coming).waiting).toBe(true)
      expect(await consoleSessions.find(session.tokenHash, NOW)).toBeUndefined()
      expect(await consoleSessions.move(session.tokenHash, tenantId)).toBe(false)
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

    it('are invited until they come, the time is over or the invitation is revoked', async () => {
      const { tenantId: other } = await insertTenant(database)
      const newInvite = (name: string, expiresOn: Date) => ({
        id: newId('consoleInvite'),
        tenantId,
        role: 'viewer' as const,
        name,
        email: null,
        tokenHash: hash(),
        expiresOn,
        usedOn: null,
        createdOn: NOW,
      })
      const [ada, bea] = [newInvite('Ada', later(10)), newInvite('Bea', later(10))]
      const over = newInvite('Cy', later(1))
      for (const invite of [ada, bea, over]) await database.consoleInvites.insert(invite)
      await database.consoleInvites.use(bea.id, later(1))
      const { consoleInvites } = database
      expect(await consoleInvites.listOpen(tenantId, later(1))).toStrictEqual([ada])
      expect(await consoleInvites.listOpen(other, later(1))).toEqual([])
      expect(await consoleInvites.revoke(other, ada.id, later(2))).toBe(false)
      for (const { id } of [bea, over])
        expect(await consoleInvites.revoke(tenantId, id, later(2))).toBe(false)
      expect(await consoleInvites.revoke(tenantId, ada.id, later(2))).toBe(true)
      expect(await consoleInvites.listOpen(tenantId, later(2))).toEqual([])
      expect(await consoleInvites.use(ada.id, later(3))).toBe(false)
      expect(await consoleInvites.find(ada.tokenHash)).toStrictEqual({ ...ada, expiresOn: later(2) })
    })

    it('are known to a sign-in provider by one account each, and before by their address', async () => {
      const { consoleIdentities, consoleInvites, consoleUsers } = database
      const email = `${randomBytes(8).toString('hex')}@example.com`
      const insert = async (minutes: number) => {
        const bare = { tenantId, role: 'viewer', name: 'Bea', email, lastSignInOn: null } as const
        const user = { ...bare, id: newId('consoleUser'), createdOn: later(minutes) }
        await consoleUsers.insert(user)
        return user
      }
      const [first, second] = [await insert(1), await insert(2)]
      const account = { issuer: 'https://idp.example', subject: newId('consoleUser') }
      expect(await consoleIdentities.findUser(account)).toBeUndefined()
      expect(await consoleIdentities.insert({ ...account, userId: first.id, createdOn: NOW })).toBe(true)
      expect(await consoleIdentities.insert({ ...account, userId: second.id, createdOn: NOW })).toBe(false)
      const other = { ...account, subject: 'other', userId: first.id, createdOn: NOW }
      expect(await consoleIdentities.insert(other)).toBe(false)
      expect(await consoleIdentities.findUser(account)).toStrictEqual(first)
      expect(await consoleIdentities.findUser({ ...account, issuer: 'https://x.example' })).toBeUndefined()
      expect(await consoleIdentities.listUsersByEmail(email)).toStrictEqual([
        { ...second, isBound: false },
        { ...first, isBound: true },
      ])
      const invite = { tenantId, role: 'viewer', name: 'Bea', email, usedOn: null, createdOn: NOW } as const
      const open = { ...invite, id: newId('consoleInvite'), tokenHash: hash(), expiresOn: later(10) }
      await consoleInvites.insert(open)
      expect(await consoleInvites.listOpenByEmail(email, later(10))).toEqual([])
      const someone = (await insertUser()).user
      await consoleInvites.revokeLike(tenantId, someone.id, later(3))
      await consoleInvites.revokeLike((await insertTenant(database)).tenantId, first.id, later(3))
      expect(await consoleInvites.listOpenByEmail(email, later(4))).toStrictEqual([open])
      await consoleInvites.revokeLike(tenantId, first.id, later(3))
      expect(await consoleInvites.listOpenByEmail(email, later(4))).toEqual([])
      expect(await consoleUsers.delete(tenantId, first.id)).toBe(true)
      expect(await consoleIdentities.findUser(account)).toBeUndefined()
    })

    it('come by invitations that work once, in time', async () => {
      const invite = {
        id: newId('consoleInvite'),
        tenantId,
        role: 'admin' as const,
        name: 'Bea',
        email: null,
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
