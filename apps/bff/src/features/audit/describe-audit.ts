import { newId } from '@visavis/shared/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AllDatabase } from '../../composition/create-database.ts'
import { insertTenant, NOW } from '../../storage/testing/rows.ts'
import type { AuditContent } from './audit-event-rules.ts'
import { verifyAudit } from './verify-audit.ts'

/** What every engine must do about the audit log. */
export const describeAudit = (
  engine: AllDatabase['engine'],
  open: () => Promise<{ database: AllDatabase; dispose: () => Promise<void> }>,
): void => {
  describe(`the audit log on ${engine}`, () => {
    let database: AllDatabase
    let dispose: () => Promise<void>
    let tenantId: string
    beforeEach(async () => {
      ;({ database, dispose } = await open())
      tenantId = (await insertTenant(database)).tenantId
    })
    afterEach(() => dispose())

    const newEvent = (change: Partial<AuditContent> = {}): AuditContent => ({
      id: newId('auditEvent'),
      tenantId,
      actorType: 'key',
      actorId: newId('apiKey'),
      action: 'face.delete',
      subjectId: newId('face'),
      createdOn: NOW,
      clientAddress: '2001:db8::1',
      requestId: 'ümläut "quoted"',
      reason: null,
      ...change,
    })

    it('keeps what was written, each at its place, and proves it', async () => {
      expect(await verifyAudit(database, tenantId)).toMatchObject({ verified: 0, broken: undefined })
      const other = (await insertTenant(database)).tenantId
      const bare = { actorType: 'terminal', actorId: null, clientAddress: null, requestId: null } as const
      const events = [
        newEvent(),
        newEvent({ ...bare, subjectId: null }),
        newEvent({ action: 'console_user.deny', reason: 'login_stale' }),
      ]
      for (const event of events) await database.auditEvents.insert(event)
      await database.auditEvents.insert(newEvent({ tenantId: other }))
      const rows = await database.auditEvents.listChain(tenantId, 0, 10)
      expect(rows).toMatchObject(events.map((event, index) => ({ ...event, number: index + 1 })))
      expect(await verifyAudit(database, tenantId)).toEqual({
        verified: 3,
        hash: rows[2]?.hash,
        broken: undefined,
      })
      expect(await verifyAudit(database, other)).toMatchObject({ verified: 1, broken: undefined })
    })

    it('gives each its place, however many come at a time', async () => {
      await Promise.all(Array.from({ length: 8 }, () => database.auditEvents.insert(newEvent())))
      expect(await verifyAudit(database, tenantId)).toMatchObject({ verified: 8, broken: undefined })
    })

    it('finds entries by what is known of them, newest first, page by page', async () => {
      const later = new Date(NOW.getTime() + 60_000)
      const events = [newEvent(), newEvent({ action: 'key.create', createdOn: later })]
      for (const event of events) await database.auditEvents.insert(event)
      const [first, second] = events
      const idsOf = async (filter: object) =>
        (await database.auditEvents.list(tenantId, filter, { limit: 10 })).rows.map(({ id }) => id)
      expect(await idsOf({})).toEqual([second?.id, first?.id])
      expect(await idsOf({ action: 'face.delete' })).toEqual([first?.id])
      expect(await idsOf({ actorId: second?.actorId })).toEqual([second?.id])
      expect(await idsOf({ subjectId: first?.subjectId })).toEqual([first?.id])
      expect(await idsOf({ createdAfter: later })).toEqual([second?.id])
      const { rows, next } = await database.auditEvents.list(tenantId, {}, { limit: 1 })
      expect(rows).toMatchObject([{ id: second?.id, number: 2 }])
      const behind = await database.auditEvents.list(tenantId, {}, { after: next, limit: 1 })
      expect(behind).toMatchObject({ rows: [{ id: first?.id }], next: undefined })
    })
  })
}
