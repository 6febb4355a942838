import { FUNNEL_STEPS } from '@visavis/shared/overview-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AllDatabase } from '../../../composition/create-database.ts'
import {
  insertTenant,
  NOW,
  newAttempt,
  newAuthentication,
  newUserJourney,
} from '../../../storage/testing/rows.ts'
import { newDelivery, newEndpoint, newEvent } from '../../../storage/testing/webhook-rows.ts'
import type { Attempt } from '../../authentications/attempt-row.ts'
import type { FaceAuthentication } from '../../authentications/face-authentication-row.ts'
import type { FaceAuthenticationFilter } from '../../authentications/read-statements.ts'
import type { OverviewScope } from './overview-repo.ts'
import { type OverviewRow, toFunnel } from './overview-rules.ts'

const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const PART_S = 3600

const IPHONE = { browser: { name: 'Safari', version: 17 }, system: 'iOS', device: 'phone' } as const
const DESKTOP = { browser: { name: 'Chrome', version: 139 }, system: 'Windows', device: 'desktop' } as const
const COURSE = { reports: 1, steps: {}, guidance: {}, cameraFailures: {}, cameraLines: null }
const NEUTRAL = { client: null, course: null, retryReasons: null, residenceCountry: null }

/** The list that stands behind a row. */
const toFilter = ({ kind, name, more }: OverviewRow): FaceAuthenticationFilter | undefined => {
  switch (kind) {
    case 'status':
      return { status: name as FaceAuthentication['status'] }
    case 'code':
      return { responseCode: Number(name) as FaceAuthentication['responseCodes'][number] }
    case 'reached':
      return { stoppedAt: FUNNEL_STEPS[Number(name)] }
    case 'journey':
      return { userJourneyId: name }
    case 'provider':
      return { provider: name }
    case 'browser':
      return { browser: name }
    case 'device':
      return { device: name as 'phone', system: more ?? undefined }
    case 'country':
      return { country: name }
    case 'retry':
      return { retryReason: name as 'no_face' }
    case 'guidance':
      return { guidance: name as 'too_far' }
    case 'camera':
      return { cameraFailure: name as 'refused' }
    case 'liveness':
      return { liveness: name as 'failed' }
    case 'part':
      return {
        createdAfter: at(Number(name) * PART_S),
        createdBefore: at((Number(name) + 1) * PART_S),
      }
    default:
      return undefined
  }
}

/** What every engine must do about the overview, and the lists behind its numbers. */
export const describeOverview = (
  engine: AllDatabase['engine'],
  open: () => Promise<{ database: AllDatabase; dispose: () => Promise<void> }>,
): void => {
  describe(`overview on ${engine}`, () => {
    let database: AllDatabase
    let dispose: () => Promise<void>
    let tenant: Awaited<ReturnType<typeof insertTenant>>
    let other: ReturnType<typeof newUserJourney>
    let scope: OverviewScope

    const add = async (
      { attempts = [], ...change }: Partial<FaceAuthentication> & { attempts?: Partial<Attempt>[] },
      liveness: 'passed' | 'failed' | 'not_done' = 'not_done',
    ) => {
      const { tenantId, applicant, journey } = tenant
      const row = { ...newAuthentication(tenantId, applicant.id, journey.id), ...change }
      await database.faceAuthentications.insert(row)
      for (const attempt of attempts) {
        const tried = newAttempt(tenantId, row.id, { ...NEUTRAL, ...attempt })
        await database.attempts.insert(tried)
        if (tried.status !== 'completed' || (row.status !== 'approved' && row.status !== 'declined')) continue
        await database.faceAuthentications.write({
          authentication: row,
          decision: {
            tenantId,
            faceAuthenticationId: row.id,
            attemptId: tried.id,
            verdict: row.status,
            pictureSalt: null,
            pictureHash: null,
            modelId: 'model/1',
            matchLevel: 4,
            liveness,
            livenessMethod: null,
            livenessModelId: null,
            livenessBand: null,
            decidedOn: tried.modifiedOn,
          },
          events: [newEvent(tenantId)],
          now: NOW,
        })
      }
      return row.id
    }

    beforeEach(async () => {
      ;({ database, dispose } = await open())
      await insertTenant(database)
      // Its first one is created, and no more.
      tenant = await insertTenant(database)
      const { tenantId } = tenant
      other = { ...newUserJourney(tenantId), provider: 'vendor' }
      await database.userJourneys.insert(other)
      scope = { tenantId, from: NOW, to: at(7200) }
      const expired = { status: 'expired', openedOn: NOW, locale: 'pt-BR' } as const
      await add({ status: 'retry_required', attempts: [{ ...expired, client: IPHONE }] })
      await add({
        status: 'retry_required',
        createdOn: at(60),
        attempts: [
          {
            ...expired,
            client: IPHONE,
            consentOn: NOW,
            course: { ...COURSE, cameraFailures: { refused: 2 }, guidance: { too_far: 400 } },
          },
        ],
      })
      await add({
        status: 'approved',
        responseCodes: [10000],
        createdOn: at(3600),
        attempts: [
          {
            ...expired,
            client: IPHONE,
            consentOn: NOW,
            cameraOn: NOW,
            course: { ...COURSE, guidance: { too_far: 1600, blurry: 300 } },
          },
          {
            status: 'completed',
            client: DESKTOP,
            openedOn: NOW,
            captureCount: 2,
            residenceCountry: 'NO',
            retryReasons: { no_face: 1, face_blurry: 1 },
            modifiedOn: at(20),
          },
        ],
      })
      await add(
        {
          status: 'declined',
          responseCodes: [62321, 62305],
          userJourneyId: other.id,
          createdOn: at(7199),
          attempts: [{ status: 'completed', openedOn: at(10), captureCount: 1, modifiedOn: at(70) }],
        },
        'failed',
      )
      await add({ createdOn: at(7200) })
      await add({ createdOn: at(-1) })
    })
    afterEach(() => dispose())

    const count = async (change: Partial<OverviewScope> = {}) => {
      const rows = await database.overview.count({ ...scope, ...change }, PART_S)
      const of = (kind: string) =>
        Object.fromEntries(rows.filter((row) => row.kind === kind).map((row) => [row.name, row.total]))
      return { rows, of, figure: (kind: string) => rows.find((row) => row.kind === kind)?.figure }
    }
    const funnelOf = (of: (kind: string) => Record<string, number>) =>
      toFunnel(new Map(Object.entries(of('reached')).map(([place, total]) => [Number(place), total]))).map(
        ({ reached }) => reached,
      )

    it('counts those of the span, each once however many attempts it had', async () => {
      const { of, figure } = await count()
      expect(of('status')).toEqual({ created: 1, retry_required: 2, approved: 1, declined: 1 })
      expect(of('code')).toEqual({ 10000: 1, 62321: 1, 62305: 1 })
      expect(funnelOf(of)).toEqual([5, 4, 3, 2, 2, 2])
      expect(of('part')).toEqual({ 0: 3, 1: 2 })
      expect(of('journey')).toEqual({ [tenant.journey.id]: 4, [other.id]: 1 })
      expect(of('provider')).toEqual({ embedded: 4, vendor: 1 })
      expect(of('browser')).toEqual({ Safari: 3, Chrome: 1 })
      expect(of('device')).toEqual({ phone: 3, desktop: 1 })
      expect(of('country')).toEqual({ BR: 3, NO: 1 })
      expect(of('retry')).toEqual({ no_face: 1, face_blurry: 1 })
      expect(of('guidance')).toEqual({ too_far: 2, blurry: 1 })
      expect(figure('guidance')).toBeGreaterThan(0)
      expect(of('camera')).toEqual({ refused: 1 })
      expect(of('liveness')).toEqual({ not_done: 1, failed: 1 })
      expect([figure('p50'), figure('p95')]).toEqual([40, 58])
    })

    it('answers at which step iPhones fail', async () => {
      const { of } = await count({ system: 'iOS', device: 'phone' })
      // Where one went on elsewhere, what came of it is told, but no step of another device.
      expect(of('status')).toEqual({ retry_required: 2, approved: 1 })
      expect(funnelOf(of)).toEqual([3, 3, 2, 1, 0, 0])
      expect(of('browser')).toEqual({ Safari: 3 })
      expect(of('retry')).toEqual({})
    })

    it.each([
      ['everybody', {}],
      ['a device', { system: 'iOS' }],
      ['a country', { country: 'BR' }],
      ['a provider', { provider: 'embedded' }],
    ] as const)('stands for lists: %s', async (_, filter) => {
      const { rows } = await count(filter)
      const span = { createdAfter: scope.from, createdBefore: scope.to }
      for (const row of rows) {
        const behind = toFilter(row)
        if (!behind) continue
        const list = { ...span, ...filter, ...behind }
        const { rows: listed } = await database.faceAuthentications.list(scope.tenantId, list, { limit: 100 })
        expect([row.kind, row.name, listed.length]).toEqual([row.kind, row.name, row.total])
      }
      const reached = { ...span, ...filter, reached: 'camera' as const }
      const { rows: listed } = await database.faceAuthentications.list(scope.tenantId, reached, {
        limit: 100,
      })
      const { of } = await count(filter)
      expect(listed).toHaveLength(funnelOf(of)[3] ?? -1)
    })

    it('tells what waits to be sent, and what was given up in the span', async () => {
      const { tenantId, from, to } = scope
      const backlog = () => database.overview.countWebhooks({ tenantId, from, to })
      expect(await backlog()).toEqual({ waiting: 0, oldestOn: null, failed: 0 })
      const endpoint = newEndpoint(tenantId)
      await database.webhookEndpoints.insert(endpoint)
      const events = Array.from({ length: 5 }, () => newEvent(tenantId))
      await database.events.insert(events)
      const changes: Parameters<typeof newDelivery>[2][] = [
        { createdOn: at(-90) },
        {},
        { nextAttemptOn: null, status: 'delivered' },
        { nextAttemptOn: null, status: 'failed' },
        { nextAttemptOn: null, status: 'failed', createdOn: at(-1) },
      ]
      await database.webhookDeliveries.insert(
        events.map((event, index) => newDelivery(event, endpoint.id, changes[index])),
      )
      expect(await backlog()).toEqual({ waiting: 2, oldestOn: at(-90), failed: 1 })
    })
  })
}
