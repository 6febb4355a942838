import { randomBytes } from 'node:crypto'
import { newId } from '@visavis/shared/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AllDatabase } from '../../composition/create-database.ts'
import { insertTenant, NOW, newApiKey, newOauthClient, newUserJourney } from '../../storage/testing/rows.ts'

const LATER = new Date(NOW.getTime() + 60_000)

/** What every engine must do about keys and clients. */
export const describeAccess = (
  engine: AllDatabase['engine'],
  open: () => Promise<{ database: AllDatabase; dispose: () => Promise<void> }>,
): void => {
  describe(`keys and clients on ${engine}`, () => {
    let database: AllDatabase
    let dispose: () => Promise<void>

    beforeEach(async () => {
      ;({ database, dispose } = await open())
    })
    afterEach(() => dispose())

    it('has one test side of a partner, whose id says what it is', async () => {
      const { tenantId: testOf } = await insertTenant(database)
      const name = 'Acme'
      expect(await database.tenants.findTest(testOf)).toBeUndefined()
      const ids = [newId('testTenant'), newId('testTenant')]
      const insert = (id: string) => database.tenants.insertTest({ id, name, testOf })
      const [first] = await Promise.all(ids.map(insert))
      expect(await database.tenants.findTest(testOf)).toEqual({ id: ids[first ? 0 : 1], name })
      expect(await insert(newId('testTenant'))).toBe(false)
      const other = await insertTenant(database)
      const live = database.tenants.insertTest({ id: newId('tenant'), name, testOf: other.tenantId })
      await expect(live).rejects.toThrow('tenants_test_id')
      await expect(database.tenants.insert({ id: newId('testTenant'), name })).rejects.toThrow(
        'tenants_test_id',
      )
    })

    it('finds what a key may do by its hash, and takes no hash twice', async () => {
      const { tenantId } = await insertTenant(database)
      const key = newApiKey(tenantId)
      await database.apiKeys.insert(key)
      expect(await database.apiKeys.findByHash(key.hash)).toStrictEqual(key)
      expect(await database.apiKeys.findByHash(new Uint8Array(32))).toBeUndefined()
      await database.apiKeys.touch(key.id, LATER)
      expect((await database.apiKeys.get(tenantId, key.id))?.lastUsedOn).toEqual(LATER)
      await expect(database.apiKeys.insert({ ...key, id: newId('apiKey') })).rejects.toThrow()
      expect(await database.apiKeys.delete(tenantId, key.id)).toBe(true)
      expect(await database.apiKeys.delete(tenantId, key.id)).toBe(false)
      expect(await database.apiKeys.findByHash(key.hash)).toBeUndefined()
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
      const { allowedNetworks } = client
      expect(await database.oauthTokens.findAccess(hash, NOW)).toEqual({
        tenantId,
        scopes,
        credentialId: client.id,
        allowedNetworks,
        lastUsedOn: null,
      })
      await database.oauthClients.touch(client.id, LATER)
      expect(await database.oauthTokens.findAccess(hash, NOW)).toMatchObject({ lastUsedOn: LATER })
      expect((await database.oauthClients.get(tenantId, client.id))?.lastUsedOn).toEqual(LATER)
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
  })
}
