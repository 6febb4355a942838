/** The lists of a tenant with a million face authentications, asked as a partner asks them. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { setUpTenant } from '../apps/bff/src/features/access/index.ts'
import { openPostgres } from '../apps/bff/src/storage/postgres.ts'
import { newUserJourney } from '../apps/bff/src/storage/testing/rows.ts'
import { createTestApp, type TestApp } from '../apps/bff/src/testing/test-app.ts'
import { type Measurement, percentile } from './report.ts'

const ROWS = 1_000_000
/** Customers come back. */
const APPLICANTS = 200_000
/** Those of a month, as long as they are kept. */
const EVENTS = 300_000
const JOURNEYS = 20
const TURNS = 30
const PROMISED_MS = 30
/** Nothing is promised of what the console alone asks for: no index has what happened on the way. */
const CONSOLE = 'of the console'
const COURSE_TURNS = 4
/** Who has no row among those. */
const STRANGER = 'all of them, of another tenant'

/** In the form of an id of ours, the same for the same number. */
const idOf = (prefix: string, number: string) =>
  sql`${prefix}::text || left(translate(md5((${sql.raw(number)})::text), '0189', 'ghij'), 26)`

/** Newest last, over three months; the journeys 0 and 1 have a thousandth each, 0 the oldest and 1 all the way. */
const CREATED = sql.raw(`'2026-01-01'::timestamptz + n * interval '7.776 seconds'`)
const JOURNEY = sql.raw(
  `CASE WHEN n <= 1000 THEN 0 WHEN n % 1000 = 0 THEN 1 ELSE 2 + n % ${JOURNEYS - 2} END`,
)
const isRare = sql.raw('n % 997 = 0')
const isDeclined = sql.raw('n % 10 = 0')

const toClient = (browser: string, system: string, device: string) =>
  JSON.stringify({ browser: { name: browser, version: '1' }, system, device })
const CLIENTS = {
  rare: toClient('Samsung Internet', 'Android', 'tablet'),
  phone: toClient('Safari', 'iOS', 'phone'),
  desktop: toClient('Chrome', 'Windows', 'desktop'),
}

const fill = async (databaseUrl: string, tenantId: string, journeyIds: readonly string[]): Promise<void> => {
  const { db, close } = await openPostgres(databaseUrl)
  const all = (count: number) => sql.raw(`generate_series(1, ${count}) AS n`)
  const statements = [
    // What refers to what is right by construction; looking each up would take minutes.
    sql`SELECT set_config('session_replication_role', 'replica', true) FROM pg_roles
      WHERE rolname = current_user AND rolsuper`,
    sql`INSERT INTO applicants (id, tenant_id, external_applicant_id, created_on, modified_on)
      SELECT ${idOf('aplt_', 'n')}, ${tenantId}, 'customer-' || n, ${CREATED}, ${CREATED} FROM ${all(APPLICANTS)}`,
    sql`INSERT INTO faces (id, tenant_id, applicant_id, status, provider, source, expires_on, created_on, modified_on)
      SELECT ${idOf('face_', 'n')}, ${tenantId}, ${idOf('aplt_', 'n')}, CASE WHEN ${isRare} THEN 'REVIEW' ELSE 'ACTIVE' END,
        CASE WHEN ${isRare} THEN 'vendor' ELSE 'embedded' END, CASE WHEN ${isRare} THEN 'enrollment' ELSE 'upload' END,
        CASE WHEN n % 100 = 0 THEN now() - interval '1 day' ELSE now() + interval '1 year' END, ${CREATED}, ${CREATED}
      FROM ${all(APPLICANTS)}`,
    sql`INSERT INTO face_authentications (
        id, tenant_id, applicant_id, user_journey_id, status, response_codes, risk_labels, created_on, modified_on
      )
      SELECT ${idOf('fav_', 'n')}, ${tenantId}, ${idOf('aplt_', `(1 + n % ${APPLICANTS})`)},
        (${journeyIds}::text[])[1 + ${JOURNEY}],
        CASE WHEN ${isRare} THEN 'inconclusive' WHEN ${isDeclined} THEN 'declined' ELSE 'approved' END,
        CASE WHEN ${isRare} THEN '{63001}'::int[] WHEN ${isDeclined} THEN '{62321}' ELSE '{10000}' END,
        CASE WHEN ${isRare} THEN '{spoof}'::text[] ELSE '{}' END, ${CREATED}, ${CREATED}
      FROM ${all(ROWS)}`,
    sql`INSERT INTO attempts (
        id, tenant_id, face_authentication_id, status, response_codes, event, redirect_url, capture_token_hash,
        expires_on, source, capture_count, client, created_on, modified_on
      )
      SELECT ${idOf('fatp_', 'n')}, ${tenantId}, ${idOf('fav_', 'n')},
        CASE WHEN ${isRare} THEN 'checks_inconclusive' ELSE 'completed' END,
        CASE WHEN ${isRare} THEN '{63001}'::int[] WHEN ${isDeclined} THEN '{62321}' ELSE '{10000}' END,
        'face_authentication_checks_completed', 'https://partner.example', sha256(n::text::bytea), ${CREATED},
        CASE WHEN ${isRare} THEN 'photo' ELSE 'camera' END, 1,
        CASE WHEN ${isRare} THEN ${CLIENTS.rare}::jsonb WHEN n % 3 = 0 THEN ${CLIENTS.phone}::jsonb ELSE ${CLIENTS.desktop}::jsonb END,
        ${CREATED}, ${CREATED}
      FROM ${all(ROWS)}`,
    sql`INSERT INTO events (id, tenant_id, type, payload, created_on)
      SELECT ${idOf('evt_', 'n')}, ${tenantId}, CASE WHEN ${isRare} THEN 'face_authentication_closed' ELSE 'face_authentication_created' END,
        jsonb_build_object('applicant_id', ${idOf('aplt_', `(1 + n % ${APPLICANTS})`)}, 'face_authentication_id', ${idOf('fav_', 'n')}),
        ${CREATED}
      FROM ${all(EVENTS)}`,
  ]
  try {
    await db.transaction().execute(async (transaction) => {
      for (const statement of statements) await statement.execute(transaction)
    })
    await sql`VACUUM ANALYZE`.execute(db)
  } finally {
    await close()
  }
}

/** As `idOf` makes it. */
const toId = (prefix: string, number: number): string => {
  const digits = createHash('md5').update(String(number)).digest('hex').slice(0, 26)
  return prefix + digits.replaceAll(/[0189]/g, (digit) => 'ghij'['0189'.indexOf(digit)] ?? '')
}

const insertJourneys = async (test: TestApp): Promise<string[]> => {
  const ids = []
  for (let count = 0; count < JOURNEYS; count += 1) {
    const journey = newUserJourney(test.partner.tenantId)
    await test.deps.database.userJourneys.insert({
      ...journey,
      provider: count === 0 ? 'vendor' : 'embedded',
    })
    ids.push(journey.id)
  }
  return ids
}

/** What the console asks for besides. */
const COURSES = [
  { device: 'phone' },
  { device: 'tablet' },
  { device: 'tablet', createdAfter: new Date('2026-03-01') },
  { browser: 'Samsung Internet', status: 'approved' },
  { device: 'phone', status: 'declined' },
  { stoppedAt: 'agreed' },
  { stoppedAt: 'agreed', createdAfter: new Date('2026-03-01') },
  { liveness: 'failed' },
] as const

const toPaths = ([old, thin, main]: readonly string[]): string[] => {
  const applicant = toId('aplt_', 77)
  const known = [
    '',
    'created_before=2026-02-15T00:00:00Z',
    'response_code=62321',
    'response_code=63001',
    `user_journey_id=${main}`,
    `user_journey_id=${thin}`,
    `user_journey_id=${old}`,
    `applicant_id=${applicant}`,
    'external_applicant_id=customer-77',
    'risk_label=spoof',
  ]
  const withStatus = (statuses: string[]) => [...known, ...statuses.map((status) => `status=${status}`)]
  return [
    ...withStatus(['approved', 'declined', 'inconclusive', 'refused', 'checks_in_progress']).map(
      (query) => `/face-authentications?${query}`,
    ),
    '/face-authentications?provider=embedded',
    '/face-authentications?provider=vendor',
    '/face-authentications?provider=nobody',
    // As the console's page has them together.
    ...[main, thin, old].flatMap((journey) =>
      ['status=declined', 'status=inconclusive', 'status=refused', 'response_code=63001'].map(
        (query) => `/face-authentications?user_journey_id=${journey}&${query}`,
      ),
    ),
    '/face-authentications?status=declined&response_code=62321&created_before=2026-01-10T00:00:00Z',
    '/face-authentications?status=inconclusive&response_code=63001',
    // These never come together.
    '/face-authentications?status=approved&response_code=62321',
    '/attempts?status=completed&response_code=61101',
    '/face-authentications?provider=vendor&status=approved',
    '/face-authentications?provider=vendor&status=refused',
    '/face-authentications?provider=embedded&status=inconclusive',
    '/face-authentications?risk_label=spoof&status=approved',
    `/face-authentications?user_journey_id=${main}&status=approved&response_code=62321`,
    '/attempts?source=photo&response_code=62321',
    '/attempts?source=camera&status=checks_inconclusive',
    ...withStatus(['completed', 'checks_inconclusive', 'expired', 'checks_in_progress']).map(
      (query) => `/attempts?${query}`,
    ),
    '/attempts?source=camera',
    '/attempts?source=photo',
    `/attempts?status=checks_inconclusive&user_journey_id=${thin}&created_before=2026-02-15T00:00:00Z`,
    ...['', 'external_applicant_id=customer-77', 'created_before=2026-01-10T00:00:00Z'].map(
      (query) => `/applicants?${query}`,
    ),
    ...['', 'status=ACTIVE', 'status=REVIEW', 'status=EXPIRED', 'provider=vendor', 'source=upload'].map(
      (query) => `/faces?${query}`,
    ),
    ...[
      'created_after=2000-01-01T00:00:00Z',
      'type=face_authentication_closed',
      `applicant_id=${applicant}`,
    ].map((query) => `/events?${query}`),
  ]
}

/** Each list's first page of 100 and the one behind it, in turn with all the others. */
export const measureLists = async (databaseUrl: string): Promise<Measurement[]> => {
  const test = await createTestApp({}, databaseUrl)
  try {
    const journeyIds = await insertJourneys(test)
    await fill(databaseUrl, test.partner.tenantId, journeyIds)
    const paths = toPaths(journeyIds)
    const stranger = await setUpTenant(
      test.deps.database,
      { name: 'Nobody', provider: 'embedded' },
      new Date(),
    )
    const times = new Map<string, number[]>([...paths, STRANGER].map((path) => [path, []]))
    const ask = async (path: string, address: string, { apiKey } = test.partner) => {
      const headers = { authorization: `Bearer ${apiKey}` }
      const start = performance.now()
      const answer = await test.app.request(address, { headers })
      const text = await answer.text()
      times.get(path)?.push(performance.now() - start)
      if (answer.status !== 200) throw new Error(`${address}: ${answer.status} ${text}`)
      return JSON.parse(text)
    }
    for (let turn = 0; turn < TURNS; turn += 1) {
      for (const path of paths) {
        const { _links } = await ask(path, `${path}&limit=100`)
        const next: string | undefined = _links.next?.href
        if (next) await ask(path, next.slice(next.indexOf('/', 'https://'.length)))
        await ask(STRANGER, `${path}&limit=100`, stranger)
      }
    }
    const { faceAuthentications } = test.deps.database
    for (let turn = 0; turn < COURSE_TURNS; turn += 1) {
      for (const filter of COURSES) {
        const name = `${CONSOLE}, ${JSON.stringify(filter)}`
        const start = performance.now()
        await faceAuthentications.list(test.partner.tenantId, filter, { limit: 50 })
        times.set(name, [...(times.get(name) ?? []), performance.now() - start])
      }
    }
    return [...times.keys()].map((path) => ({
      metric: `list p95, ${path}`.replace(/\?$/, ''),
      // The first turn fills the caches of the database.
      value: percentile((times.get(path) ?? []).slice(2), 0.95),
      unit: 'ms',
      ...(path.startsWith(CONSOLE) ? {} : { target: { at: 'most', limit: PROMISED_MS } as const }),
    }))
  } finally {
    await test.close()
  }
}
