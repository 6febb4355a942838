/** Which index each list, and the job that forgets, goes by, among many rows. */
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { newId } from '@visavis/shared/ids'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toKyselyOptions } from '../../storage/kysely-options.ts'
import { migrate } from '../../storage/migrate.ts'
import { type Handle, tablesOf } from '../../storage/tables.ts'
import { newUserJourney } from '../../storage/testing/rows.ts'
import { applicantsRepo } from '../applicants/index.ts'
import { faceEnrollmentsRepo, facesRepo } from '../faces/index.ts'
import { userJourneysRepo } from '../journeys/index.ts'
import { eventsRepo } from '../webhooks/index.ts'
import { attemptsRepo } from './attempts-repo.ts'
import { faceAuthenticationsRepo } from './face-authentications-repo.ts'

const ROWS = 20_000
const JOURNEYS = 50
const TENANT = 'tnt_1'
const AFTER = { createdOn: new Date('2026-01-01T02:00:00Z'), id: newId('faceAuthentication') }
const PAGE = { after: AFTER, limit: 10 }

let pglite: PGlite
let db: Handle
let asked: { sql: string; parameters: readonly unknown[] }[] = []

beforeAll(async () => {
  pglite = await PGlite.create({ extensions: { vector } })
  db = new Kysely<Record<never, never>>({
    dialect: new PGliteDialect({ pglite }),
    ...toKyselyOptions({}),
    log: ({ query }) => {
      asked.push(query)
    },
  })
  await migrate(db)
  const statements = [
    sql`INSERT INTO tenants (id, name) VALUES (${TENANT}, 'Acme')`,
    sql`INSERT INTO applicants (id, tenant_id, external_applicant_id, created_on, modified_on)
      SELECT 'aplt_' || n, ${TENANT}, 'ext_' || n, t, t
      FROM generate_series(1, ${sql.lit(ROWS)}) AS n, LATERAL (SELECT '2026-01-01'::timestamptz + n * '1 second'::interval) AS at (t)`,
    // Nothing is looked up: what refers to what is right by construction.
    sql`SET session_replication_role = replica`,
    sql`INSERT INTO face_authentications (
        id, tenant_id, applicant_id, user_journey_id, status, response_codes, risk_labels, created_on, modified_on
      )
      SELECT 'fav_' || n, ${TENANT}, 'aplt_' || n, 'usj_' || n % ${sql.lit(JOURNEYS)},
        CASE WHEN n % 1000 = 0 THEN 'refused' ELSE 'approved' END,
        CASE WHEN n % 1000 = 0 THEN '{63001}'::int[] ELSE '{10000}' END,
        CASE WHEN n % 1000 = 0 THEN '{spoof}'::text[] ELSE '{}' END, t, t
      FROM generate_series(1, ${sql.lit(ROWS)}) AS n, LATERAL (SELECT '2026-01-01'::timestamptz + n * '1 second'::interval) AS at (t)`,
    sql`INSERT INTO attempts (
        id, tenant_id, face_authentication_id, status, response_codes, event, redirect_url, capture_token_hash,
        expires_on, source, capture_count, created_on, modified_on
      )
      SELECT 'fatp_' || n, ${TENANT}, 'fav_' || n, CASE WHEN n % 1000 = 0 THEN 'expired' ELSE 'completed' END,
        CASE WHEN n % 1000 = 0 THEN '{61101}'::int[] ELSE '{10000}' END, 'face_authentication_closed',
        'https://partner.example', sha256(n::text::bytea), t,
        CASE WHEN n % 1000 = 0 THEN 'photo' ELSE 'camera' END, 1, t, t
      FROM generate_series(1, ${sql.lit(ROWS)}) AS n, LATERAL (SELECT '2026-01-01'::timestamptz + n * '1 second'::interval) AS at (t)`,
    sql`INSERT INTO faces (id, tenant_id, applicant_id, status, provider, source, expires_on, created_on, modified_on)
      SELECT 'face_' || n, ${TENANT}, 'aplt_' || n, CASE WHEN n % 1000 = 0 THEN 'REVIEW' ELSE 'ACTIVE' END,
        CASE WHEN n % 1000 = 0 THEN 'vendor' ELSE 'embedded' END, CASE WHEN n % 1000 = 0 THEN 'enrollment' ELSE 'upload' END,
        CASE WHEN n % 1000 = 0 THEN t END, t, t
      FROM generate_series(1, ${sql.lit(ROWS)}) AS n, LATERAL (SELECT '2026-01-01'::timestamptz + n * '1 second'::interval) AS at (t)`,
    sql`INSERT INTO events (id, tenant_id, type, payload, created_on)
      SELECT 'evt_' || n, ${TENANT}, CASE WHEN n % 1000 = 0 THEN 'applicant_locked' ELSE 'face_authentication_created' END,
        jsonb_build_object('applicant_id', 'aplt_' || n, 'face_authentication_id', 'fav_' || n), t
      FROM generate_series(1, ${sql.lit(ROWS)}) AS n, LATERAL (SELECT '2026-01-01'::timestamptz + n * '1 second'::interval) AS at (t)`,
  ]
  for (const statement of statements) await statement.execute(db)
  // One half of them was never used.
  for (let n = 0; n < 2 * JOURNEYS; n += 1) {
    const provider = n < JOURNEYS ? 'embedded' : 'vendor'
    await userJourneysRepo(tablesOf(db)).insert({ ...newUserJourney(TENANT), id: `usj_${n}`, provider })
  }
  await sql`ANALYZE`.execute(db)
})
afterAll(() => db.destroy())

const explain = async (list: () => Promise<unknown>, index = 0): Promise<string> => {
  asked = []
  await list()
  const query = asked[index]
  if (!query) throw new Error('nothing was asked')
  const { rows } = await pglite.query<Record<string, string>>(`EXPLAIN ${query.sql}`, [...query.parameters])
  return rows.map((row) => Object.values(row)[0]).join('\n')
}

it.each([
  ['no filter', {}, 'face_authentications_created', false],
  ['a span', { createdAfter: new Date('2026-01-01T01:00:00Z') }, 'face_authentications_created', false],
  ['a status few have', { status: 'refused' }, 'face_authentications_settled', true],
  ['a status most have', { status: 'approved' }, 'face_authentications_settled', true],
  ['the status of what is compared', { status: 'checks_in_progress' }, 'face_authentications_settled', true],
  ['a code most have', { responseCode: 10000 }, 'face_authentications_settled', true],
  ['a code few have', { responseCode: 63001 }, 'face_authentications_settled', true],
  [
    'a status with a code that never come together',
    { status: 'approved', responseCode: 63001 },
    'face_authentications_settled',
    true,
  ],
  [
    'a code few have, on a kind of device',
    { responseCode: 63001, device: 'phone' },
    'face_authentications_codes',
    true,
  ],
  ['a risk label', { riskLabel: 'spoof' }, 'face_authentications_risk_labels', true],
  ['a journey', { userJourneyId: 'usj_7' }, 'face_authentications_user_journey_settled', true],
  [
    'a provider few have, though its journeys are many',
    { provider: 'vendor' },
    'face_authentications_user_journey_settled',
    true,
  ],
  [
    'a provider few have, with a status most have',
    { provider: 'vendor', status: 'approved' },
    'face_authentications_user_journey_settled',
    true,
  ],
  ['an applicant', { applicantId: 'aplt_7' }, 'face_authentications_applicant_created', false],
  ['an id of the partner', { externalApplicantId: 'ext_7' }, 'applicants_external', true],
] as const)('face authentications by %s', async (_, filter, index, isSorted) => {
  const repo = faceAuthenticationsRepo(tablesOf(db))
  const plan = await explain(() => repo.list(TENANT, filter, PAGE))
  expect(plan).toContain(index)
  expect(plan).not.toMatch(/Seq Scan on (face_authentications|applicants)/)
  if (!isSorted) expect(plan).not.toMatch(/Sort Key: .*created_on/)
})

it.each([
  ['no filter', {}, 'applicants_created'],
  ['an id of the partner', { externalApplicantId: 'ext_7' }, 'applicants_external'],
] as const)('applicants by %s', async (_, filter, index) => {
  const repo = applicantsRepo(tablesOf(db))
  const plan = await explain(() => repo.list(TENANT, filter, PAGE))
  expect(plan).toContain(index)
  expect(plan).not.toMatch(/Seq Scan|Sort/)
})

const SEQUENTIAL = /Seq Scan on (attempts|face_authentications|faces|events|applicants)/

it.each([
  ['no filter', {}, 'attempts_created', false],
  ['a span', { createdAfter: new Date('2026-01-01T01:00:00Z') }, 'attempts_created', false],
  ['a status few have', { status: 'expired' }, 'attempts_settled', true],
  ['the status of what is compared', { status: 'checks_in_progress' }, 'attempts_', true],
  ['a code few have', { responseCode: 61101 }, 'attempts_settled', true],
  ['a code few have, of a source', { responseCode: 61101, source: 'camera' }, 'attempts_codes', true],
  ['a source few have', { source: 'photo' }, 'attempts_source', false],
  ['a journey', { userJourneyId: 'usj_7' }, 'face_authentications_', true],
  ['an applicant', { applicantId: 'aplt_7' }, 'face_authentications_applicant_created', true],
  ['an id of the partner', { externalApplicantId: 'ext_7' }, 'applicants_external', true],
  ['a risk label', { riskLabel: 'spoof' }, 'face_authentications_risk_labels', true],
] as const)('attempts by %s', async (_, filter, index, isSorted) => {
  const repo = attemptsRepo(tablesOf(db))
  const plan = await explain(() => repo.listNewest(TENANT, filter, PAGE))
  expect(plan).toContain(index)
  expect(plan).not.toMatch(SEQUENTIAL)
  if (!isSorted) expect(plan).not.toMatch(/Sort Key: .*attempts.created_on/)
})

it.each([
  ['no filter', {}, 'faces_created', false],
  ['a status few have', { status: 'REVIEW' }, 'faces_status', false],
  ['a status most have', { status: 'ACTIVE' }, 'faces_', false],
  ['what has expired', { status: 'EXPIRED' }, 'faces_expires', true],
  ['a provider few have', { provider: 'vendor' }, 'faces_provider', false],
  ['a source few have', { source: 'enrollment' }, 'faces_source', false],
  ['an applicant', { applicantId: 'aplt_7' }, 'faces_applicant', true],
  ['an id of the partner', { externalApplicantId: 'ext_7' }, 'applicants_external', true],
] as const)('faces by %s', async (_, filter, index, isSorted) => {
  const repo = facesRepo(tablesOf(db))
  const plan = await explain(() => repo.listNewest(TENANT, filter, PAGE, AFTER.createdOn))
  expect(plan).toContain(index)
  expect(plan).not.toMatch(SEQUENTIAL)
  if (!isSorted) expect(plan).not.toMatch(/Sort/)
})

it.each([
  // Of one tenant alone the index by time is as good, with those of one moment sorted.
  ['no filter', {}, 'events_created', true],
  ['a type few have', { type: 'applicant_locked' }, 'events_type', false],
  ['a face authentication', { faceAuthenticationId: 'fav_7' }, 'events_face_authentication', true],
  ['an applicant', { applicantId: 'aplt_7' }, 'events_applicant', false],
  ['an id of the partner', { externalApplicantId: 'ext_7' }, 'applicants_external', true],
] as const)('events by %s', async (_, filter, index, isSorted) => {
  const repo = eventsRepo(tablesOf(db))
  const plan = await explain(() => repo.listNewest(TENANT, filter, PAGE))
  expect(plan).toContain(index)
  expect(plan).not.toMatch(SEQUENTIAL)
  if (!isSorted) expect(plan).not.toMatch(/Sort/)
})

describe('what a journey keeps no longer', () => {
  const NOW = new Date('2026-03-01')
  const scope = { tenantId: TENANT, userJourneyId: 'usj_forgets', before: NOW, limit: 20, now: NOW }

  /** A journey with a fourth of all; of each hundred one is still to be forgotten. */
  beforeAll(async () => {
    const forgottenOn = sql`CASE WHEN n % 400 <> 0 THEN '2026-02-01'::timestamptz END`
    const statements = [
      sql`ALTER TABLE face_enrollments DROP CONSTRAINT face_enrollments_tenant_id_user_journey_id_fkey`,
      sql`UPDATE face_authentications SET user_journey_id = 'usj_forgets', metadata_forgotten_on = ${forgottenOn}
        FROM generate_series(4, ${sql.lit(ROWS)}, 4) AS n WHERE id = 'fav_' || n`,
      sql`INSERT INTO face_enrollments (
          id, tenant_id, face_id, user_journey_id, status, response_codes, redirect_url, capture_token_hash, expires_on,
          capture_count, check_results, metadata_forgotten_on, created_on, modified_on
        )
        SELECT 'fenr_' || n, ${TENANT}, 'face_1', 'usj_forgets', 'completed', '{}', 'https://partner.example/',
          sha256(n::text::bytea), t, 1, '{}', ${forgottenOn}, t, t
        FROM generate_series(4, ${sql.lit(ROWS)}, 4) AS n, LATERAL (SELECT '2026-01-01'::timestamptz + n * '1 second'::interval) AS at (t)`,
      sql`ANALYZE`,
    ]
    for (const statement of statements) await statement.execute(db)
  })

  it('is found by an index that holds nothing else', async () => {
    const repo = attemptsRepo(tablesOf(db))
    const after = { createdOn: new Date('2026-01-01'), id: 'fav_' }
    const step = await explain(() => repo.forgetMetadata({ ...scope, after }))
    expect(step).toContain('face_authentications_unforgotten')
    expect(step).not.toMatch(/Seq Scan|Sort/)
    // The next ones: those are marked by now.
    const emptying = await explain(() => repo.forgetMetadata({ ...scope, after: undefined }), 1)
    expect(emptying).toContain('attempts_face_authentication')
    expect(emptying).not.toMatch(/Seq Scan on (attempts|face_authentications)/)
  })

  it('so are enrolment links', async () => {
    const plan = await explain(() => faceEnrollmentsRepo(tablesOf(db)).forgetMetadata(scope))
    expect(plan).toContain('face_enrollments_unforgotten')
    expect(plan).not.toMatch(/Seq Scan|Sort Key: .*modified_on/)
  })
})
