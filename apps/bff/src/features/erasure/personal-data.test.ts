import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '@visavis/shared/ids'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AllDatabase, createDatabase } from '../../composition/create-database.ts'
import { APPLICANT_KEY_PRIVACY } from '../../storage/crypto/applicant-keys-repo.ts'
import { openPglite } from '../../storage/pglite.ts'
import { type PrivacyOf, personalColumns } from '../../storage/privacy.ts'
import { copyPgliteTemplate } from '../../storage/testing/pglite-template.ts'
import {
  newApiKey,
  newAsset,
  newAttempt,
  newAuthentication,
  newChallenge,
  newEnrollment,
  newFace,
  newOauthClient,
  newTemplate,
  newUserJourney,
} from '../../storage/testing/rows.ts'
import { newDelivery, newEndpoint, newEvent } from '../../storage/testing/webhook-rows.ts'
import { API_KEY_PRIVACY } from '../access/api-keys-repo.ts'
import { OAUTH_CLIENT_PRIVACY } from '../access/oauth-clients-repo.ts'
import { OAUTH_TOKEN_PRIVACY } from '../access/oauth-tokens-repo.ts'
import { TENANT_PRIVACY } from '../access/tenants-repo.ts'
import { APPLICANT_PRIVACY } from '../applicants/applicants-repo.ts'
import { AUDIT_CHAIN_PRIVACY, AUDIT_EVENT_PRIVACY } from '../audit/audit-events-repo.ts'
import { ATTEMPT_PRIVACY } from '../authentications/attempt-row.ts'
import { DECISION_CHAIN_PRIVACY, DECISION_PRIVACY } from '../authentications/decisions-repo.ts'
import { FACE_AUTHENTICATION_PRIVACY } from '../authentications/face-authentication-row.ts'
import { LOCKOUT_PRIVACY } from '../authentications/lockouts-repo.ts'
import { LIVENESS_CHALLENGE_PRIVACY } from '../capture/challenge/challenges-repo.ts'
import { APPLICANT_DEVICE_PRIVACY } from '../capture/device/applicant-devices-repo.ts'
import { VENDOR_CAPTURE_PRIVACY } from '../capture/hosted/vendor-captures-repo.ts'
import { CONSOLE_IDENTITY_PRIVACY } from '../console/console-identities-repo.ts'
import { CONSOLE_INVITE_PRIVACY } from '../console/console-invites-repo.ts'
import { CONSOLE_SESSION_PRIVACY } from '../console/console-sessions-repo.ts'
import {
  CONSOLE_CREDENTIAL_PRIVACY,
  CONSOLE_MEMBERSHIP_PRIVACY,
  CONSOLE_USER_PRIVACY,
} from '../console/console-users-repo.ts'
import { PICTURE_REQUEST_PRIVACY } from '../console/picture-access/picture-requests-repo.ts'
import { FACE_ENROLLMENT_PRIVACY } from '../faces/enrolments/face-enrollments-repo.ts'
import { FACE_PRIVACY, FACE_TEMPLATE_FAILURE_PRIVACY, FACE_TEMPLATE_PRIVACY } from '../faces/faces-repo.ts'
import { VENDOR_FACE_PRIVACY } from '../faces/vendor-faces-repo.ts'
import { HANDOFF_PRIVACY } from '../handoff/handoffs-repo.ts'
import { IDEMPOTENCY_KEY_PRIVACY } from '../idempotency/idempotency-keys-repo.ts'
import { RETIRED_SETTINGS_PRIVACY } from '../journeys/retired-settings-repo.ts'
import { USER_JOURNEY_PRIVACY } from '../journeys/user-journeys-repo.ts'
import { ASSET_PRIVACY } from '../pictures/assets-repo.ts'
import { REVIEW_OPINION_PRIVACY, REVIEW_PRIVACY } from '../reviews/review-row.ts'
import { FACE_INDEX_ENTRY_PRIVACY } from '../search/face-index-repo.ts'
import { VENDOR_INDEX_ENTRY_PRIVACY } from '../search/vendor-index-repo.ts'
import { EVENT_PRIVACY } from '../webhooks/domain-event.ts'
import { WEBHOOK_BREAKER_PRIVACY } from '../webhooks/webhook-breakers-repo.ts'
import { WEBHOOK_ATTEMPT_PRIVACY, WEBHOOK_DELIVERY_PRIVACY } from '../webhooks/webhook-deliveries-repo.ts'
import { WEBHOOK_ENDPOINT_PRIVACY } from '../webhooks/webhook-endpoints-repo.ts'
import { anonymizeApplicant } from './anonymize-applicant.ts'
import { finishErasure } from './erasure-receipt.ts'
import { ERASURE_RECEIPT_PRIVACY } from './erasure-receipts-repo.ts'

const TABLES: Record<string, PrivacyOf<object>> = {
  api_keys: API_KEY_PRIVACY,
  applicant_devices: APPLICANT_DEVICE_PRIVACY,
  applicant_keys: APPLICANT_KEY_PRIVACY,
  applicant_lockouts: LOCKOUT_PRIVACY,
  applicants: APPLICANT_PRIVACY,
  assets: ASSET_PRIVACY,
  attempts: ATTEMPT_PRIVACY,
  audit_chains: AUDIT_CHAIN_PRIVACY,
  audit_events: AUDIT_EVENT_PRIVACY,
  console_credentials: CONSOLE_CREDENTIAL_PRIVACY,
  console_identities: CONSOLE_IDENTITY_PRIVACY,
  console_invites: CONSOLE_INVITE_PRIVACY,
  console_memberships: CONSOLE_MEMBERSHIP_PRIVACY,
  console_sessions: CONSOLE_SESSION_PRIVACY,
  console_users: CONSOLE_USER_PRIVACY,
  decision_chains: DECISION_CHAIN_PRIVACY,
  decisions: DECISION_PRIVACY,
  erasure_receipts: ERASURE_RECEIPT_PRIVACY,
  events: EVENT_PRIVACY,
  face_authentications: FACE_AUTHENTICATION_PRIVACY,
  face_enrollments: FACE_ENROLLMENT_PRIVACY,
  face_index_entries: FACE_INDEX_ENTRY_PRIVACY,
  face_template_failures: FACE_TEMPLATE_FAILURE_PRIVACY,
  face_templates: FACE_TEMPLATE_PRIVACY,
  faces: FACE_PRIVACY,
  handoffs: HANDOFF_PRIVACY,
  idempotency_keys: IDEMPOTENCY_KEY_PRIVACY,
  liveness_challenges: LIVENESS_CHALLENGE_PRIVACY,
  oauth_clients: OAUTH_CLIENT_PRIVACY,
  oauth_tokens: OAUTH_TOKEN_PRIVACY,
  picture_requests: PICTURE_REQUEST_PRIVACY,
  retired_provider_settings: RETIRED_SETTINGS_PRIVACY,
  review_opinions: REVIEW_OPINION_PRIVACY,
  reviews: REVIEW_PRIVACY,
  tenants: TENANT_PRIVACY,
  user_journeys: USER_JOURNEY_PRIVACY,
  vendor_captures: VENDOR_CAPTURE_PRIVACY,
  vendor_faces: VENDOR_FACE_PRIVACY,
  vendor_index_entries: VENDOR_INDEX_ENTRY_PRIVACY,
  webhook_attempts: WEBHOOK_ATTEMPT_PRIVACY,
  webhook_breakers: WEBHOOK_BREAKER_PRIVACY,
  webhook_deliveries: WEBHOOK_DELIVERY_PRIVACY,
  webhook_endpoints: WEBHOOK_ENDPOINT_PRIVACY,
}
/** Tables of no repository's rows. Features are looked for among all values below. */
const OTHERS = [
  'code_tries',
  'data_keys',
  'face_index_features',
  'face_index_galleries',
  'kysely_migration',
  'kysely_migration_lock',
  'rate_limits',
]
/** Their rows go whole; those of all other tables stay. */
const GONE = [
  'applicant_devices',
  'applicant_keys',
  'assets',
  'face_enrollments',
  'face_index_entries',
  'face_template_failures',
  'face_templates',
  'faces',
  'handoffs',
  'idempotency_keys',
  'liveness_challenges',
  'vendor_captures',
  'vendor_faces',
]
/** They say that it happened. */
const MARKS = ['anonymized_on', 'modified_on']

const NOW = new Date()
const PERSON = 'PERSON-4711'
const NEIGHBOUR = 'SOMEONE-0815'

const toColumn = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const toHex = (mark: string) => Buffer.from(mark).toString('hex')

interface Row {
  table: string
  key: string
  columns: Record<string, unknown>
}

/** Every row of every table, our own and those of the job queue. */
const dump = async (dataDir: string): Promise<Row[]> => {
  const raw = await openPglite(dataDir)
  try {
    const db = raw.db.withoutPlugins()
    const tables = await sql<{ schema: string; name: string }>`
      SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
      WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`.execute(
      db,
    )
    const rows: Row[] = []
    for (const { schema, name } of tables.rows) {
      const found = await sql<{ row: Record<string, unknown> }>`
        SELECT to_jsonb(t) AS row FROM ${sql.table(`${schema}.${name}`)} AS t`.execute(db)
      for (const { row } of found.rows) {
        const { id, attempt_id, face_id, model_id, hash, key_hash, position, applicant_id, subject_id } = row
        const key = JSON.stringify([
          id ?? attempt_id ?? face_id ?? hash ?? key_hash ?? position ?? subject_id ?? applicant_id,
          model_id,
        ])
        rows.push({ table: name, key, columns: row })
      }
    }
    return rows
  } finally {
    await raw.close()
  }
}

const readColumns = async (dataDir: string) => {
  const raw = await openPglite(dataDir)
  try {
    const { rows } = await sql<{ name: string; columns: string[] }>`
      SELECT table_name AS name, array_agg(column_name::text ORDER BY column_name::text) AS columns
      FROM information_schema.columns WHERE table_schema = 'public' GROUP BY table_name`.execute(
      raw.db.withoutPlugins(),
    )
    return new Map(rows.map(({ name, columns }) => [name, columns]))
  } finally {
    await raw.close()
  }
}

let count = 0
const bytes = (mark: string) => {
  count += 1
  const value = new Uint8Array(32)
  value.set(Buffer.from(`${mark}/${count}`))
  return value
}

/** One applicant with a row in every table that can have one, and every personal column filled. */
const fill = async (
  database: AllDatabase,
  tenantId: string,
  journeyId: string,
  mark: string,
  odd: number,
) => {
  const expiresOn = new Date(NOW.getTime() + 60_000_000)
  const applicant = {
    id: newId('applicant'),
    tenantId,
    // The partner's own: it stays.
    externalApplicantId: 'ext-7',
    email: `${mark}@people.example`,
    externalApplicantName: mark,
    anonymizedOn: null,
    createdOn: NOW,
    modifiedOn: NOW,
  }
  await database.applicants.insert(applicant, bytes(mark))
  const authentication = {
    ...newAuthentication(tenantId, applicant.id, journeyId),
    status: 'approved' as const,
    responseCodes: [10000] as const,
    riskLabels: ['vpn'],
  }
  await database.faceAuthentications.insert(authentication)
  await database.lockouts.addDecline(tenantId, applicant.id, NOW)
  const attempt = newAttempt(tenantId, authentication.id, {
    status: 'completed',
    redirectUrl: `https://partner.example/back?who=${mark}#${mark}`,
    residenceCountry: mark,
    language: mark,
    locale: mark,
    ipAddress: mark,
    retryReasons: { no_face: odd },
    client: { system: mark },
    course: { reports: odd, steps: {}, guidance: {}, cameraFailures: {}, cameraLines: null },
    digitStringHash: bytes(mark),
    deviceKeyHash: bytes(mark),
    consentOn: NOW,
    uploadId: 'upload',
    expiresOn,
  })
  await database.attempts.insert(attempt)
  await database.faceAuthentications.write({
    authentication,
    decision: {
      tenantId,
      faceAuthenticationId: authentication.id,
      attemptId: attempt.id,
      verdict: 'approved',
      pictureSalt: bytes(mark),
      pictureHash: new Uint8Array(32).fill(odd),
      modelId: 'model/1',
      matchLevel: 4,
      liveness: 'passed',
      livenessMethod: 'active',
      livenessModelId: 'model/3',
      livenessBand: 'high',
      decidedOn: NOW,
    },
    events: [newEvent(tenantId)],
    now: NOW,
  })
  const reviewed = {
    tenantId,
    applicantId: applicant.id,
    userJourneyId: journeyId,
    fourEyes: false,
    status: 'refused' as const,
    reasonCode: 'other' as const,
    createdOn: NOW,
    reviewedOn: NOW,
  }
  // Of a face that is gone since it was refused.
  for (const [cause, subjectId] of [
    ['decline', authentication.id],
    ['new_face', newId('face')],
  ] as const) {
    await database.reviews.insert({ ...reviewed, cause, subjectId })
    await database.reviews.insertOpinion({
      tenantId,
      subjectId,
      actorType: 'console_user',
      actorId: newId('consoleUser'),
      outcome: 'refused',
      reasonCode: 'other',
      reason: mark,
      createdOn: NOW,
    })
  }
  const face = newFace(tenantId, applicant.id, { source: 'vendor', vendorReference: mark })
  await database.faces.insert(face, [{ ...newTemplate(face.id), sealed: bytes(mark) }])
  await database.faces.noteFailure({
    faceId: face.id,
    modelId: 'model/2',
    pipelineId: 'pipeline/1',
    reason: 'picture_missing',
    createdOn: NOW,
  })
  const enrollment = newEnrollment(tenantId, face.id, {
    redirectUrl: `https://partner.example/?${mark}`,
    locale: mark,
    ipAddress: mark,
    deviceKeyHash: bytes(mark),
  })
  await database.faceEnrollments.insert(enrollment)
  const quality = { x49: odd }
  const marks = { bytesHash: bytes(mark), printBands: [mark], printSealed: bytes(mark) }
  for (const ownerId of [attempt.id, face.id]) {
    await database.assets.insert(newAsset(tenantId, { ownerId, status: 'stored', quality, ...marks }))
  }
  const handoff = {
    tenantId,
    state: 'connected' as const,
    number: 42,
    tries: 0,
    sourceBrowser: mark,
    sourceSystem: mark,
    expiresOn,
  }
  for (const owner of [
    { attemptId: attempt.id, faceEnrollmentId: null },
    { attemptId: null, faceEnrollmentId: enrollment.id },
  ]) {
    const hashes = { digitsHash: bytes(mark), followerHash: bytes(mark), followerKeyHash: bytes(mark) }
    await database.handoffs.put({ ...handoff, ...owner, ...hashes, id: newId('handoff') })
  }
  await database.vendorFaces.insert({
    faceId: face.id,
    tenantId,
    applicantId: applicant.id,
    userJourneyId: journeyId,
    provider: 'vendor',
    owner: mark,
    reference: mark,
    status: 'kept',
    nextLookOn: null,
    createdOn: NOW,
    modifiedOn: NOW,
  })
  const capture = {
    attemptId: attempt.id,
    tenantId,
    applicantId: applicant.id,
    faceAuthenticationId: authentication.id,
    userJourneyId: journeyId,
    provider: 'vendor',
    status: 'over' as const,
    claimedUntil: null,
    vendorSession: mark,
    stateSealed: bytes(mark),
    stepSealed: bytes(mark),
    returnHash: null,
    readOn: NOW,
    seenEvents: [],
    nextLookOn: null,
    giveUpOn: expiresOn,
    createdOn: NOW,
    modifiedOn: NOW,
  }
  await database.vendorCaptures.claimStart(capture, NOW)
  for (const owner of [
    { attemptId: attempt.id, faceEnrollmentId: null },
    { attemptId: null, faceEnrollmentId: enrollment.id },
  ]) {
    const challenge = newChallenge(tenantId, applicant.id, owner)
    const assetId = newId('asset')
    await database.livenessChallenges.put({
      ...challenge,
      turns: { 1: { side: 'left', offsets: [odd], assetId } },
    })
    await database.assets.insert(
      newAsset(tenantId, {
        id: assetId,
        ownerId: challenge.id,
        type: 'turn_frames',
        status: 'stored',
        ...marks,
      }),
    )
  }
  const device = { tenantId, applicantId: applicant.id, deviceHash: bytes(mark), seenOn: NOW }
  await database.applicantDevices.remember(device, 1)
  await database.transaction(async ({ faceIndex }) => {
    const kind = { modelId: 'model/1', pipelineId: 'pipeline/1', dimensions: 128 }
    const { id: galleryId } = await faceIndex.lockGallery(tenantId, kind)
    const entry = { id: newId('indexedFace'), tenantId, applicantId: applicant.id, createdOn: NOW }
    await faceIndex.insert({ ...entry, galleryId, reference: mark }, new Float32Array(128).fill(odd))
  })
  const claim = { tenantId, keyHash: bytes(mark), fingerprint: bytes(mark), owner: 'run' }
  await database.idempotencyKeys.claim({ ...claim, leasedUntil: NOW, expiresOn }, NOW)
  const answer = { answerSealed: bytes(mark), mentions: [applicant.id] }
  await database.idempotencyKeys.complete({ ...claim, leasedUntil: NOW, expiresOn }, answer)
  return { applicant, attempt, face }
}

/** What is no applicant's: a row in every other table. */
const fillTenant = async (database: AllDatabase): Promise<{ tenantId: string; journeyId: string }> => {
  const tenantId = newId('tenant')
  await database.tenants.insert({ id: tenantId, name: 'Acme' })
  const journey = newUserJourney(tenantId)
  await database.userJourneys.insert(journey)
  const retired = { tenantId, userJourneyId: journey.id, provider: 'vendor' }
  await database.retiredSettings.put({ ...retired, settingsSealed: bytes('settings'), retiredOn: NOW })
  await database.apiKeys.insert(newApiKey(tenantId))
  const client = newOauthClient(tenantId)
  await database.oauthClients.insert(client)
  const { scopes } = client
  const token = { hash: bytes('token'), tenantId, oauthClientId: client.id, scopes, expiresOn: NOW }
  await database.oauthTokens.insert(token)
  await database.auditEvents.insert({
    id: newId('auditEvent'),
    tenantId,
    actorType: 'terminal',
    actorId: null,
    action: 'user_journey.create',
    subjectId: journey.id,
    createdOn: NOW,
    clientAddress: null,
    requestId: null,
    reason: null,
  })
  const person = { tenantId, role: 'admin' as const, name: 'Bea', email: 'bea@example.com', createdOn: NOW }
  const user = { ...person, id: newId('consoleUser'), lastSignInOn: NOW }
  await database.consoleUsers.insert(user, {
    id: 'passkey',
    userId: user.id,
    publicKey: bytes('passkey'),
    counter: 0,
    transports: ['internal'],
    createdOn: NOW,
    lastUsedOn: NOW,
  })
  await database.consoleSessions.insert({
    tokenHash: bytes('session'),
    userId: user.id,
    tenantId,
    challengeHash: bytes('challenge'),
    createdOn: NOW,
    lastSeenOn: NOW,
    passkeyOn: NOW,
    endedOn: null,
  })
  const account = { issuer: 'https://idp.example', subject: 'bea', userId: user.id }
  await database.consoleIdentities.insert({ ...account, createdOn: NOW })
  const invited = { ...person, id: newId('consoleInvite'), tokenHash: bytes('invite') }
  await database.consoleInvites.insert({ ...invited, expiresOn: NOW, usedOn: NOW })
  await database.pictureRequests.insert({
    id: newId('pictureRequest'),
    tenantId,
    pictureId: newId('asset'),
    subjectId: newId('applicant'),
    reason: 'review',
    askedBy: user.id,
    decision: null,
    decidedBy: null,
    createdOn: NOW,
    expiresOn: NOW,
  })
  const endpoint = newEndpoint(tenantId)
  await database.webhookEndpoints.insert(endpoint)
  await database.webhookBreakers.fail(endpoint.id, NOW)
  const event = newEvent(tenantId)
  await database.events.insert([event])
  const delivery = newDelivery(event, endpoint.id)
  await database.webhookDeliveries.insert([delivery])
  await database.webhookDeliveries.insertAttempt({
    tenantId,
    deliveryId: delivery.id,
    startedOn: NOW,
    durationMs: 1,
    responseStatus: 500,
    error: 'http_status',
  })
  await database.vendorIndex.remember({
    id: newId('indexedFace'),
    tenantId,
    userJourneyId: journey.id,
    provider: 'vendor',
    vendorEntry: 'theirs',
    reference: 'ours',
    hasPicture: true,
    createdOn: NOW,
  })
  return { tenantId, journeyId: journey.id }
}

describe('an applicant with a value in every column', () => {
  let home: string
  let dataDir: string
  let columns: Map<string, string[]>
  let before: Row[]
  let after: Row[]
  const marks = { person: 73.015625, neighbour: 81.515625 }

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'visavis-personal-'))
    dataDir = join(home, 'db')
    await copyPgliteTemplate(dataDir)
    const open = () => createDatabase({ kind: 'pglite', dataDir })
    let database = await open()
    const { tenantId, journeyId } = await fillTenant(database)
    const person = await fill(database, tenantId, journeyId, PERSON, marks.person)
    await fill(database, tenantId, journeyId, NEIGHBOUR, marks.neighbour)
    await database.close()
    columns = await readColumns(dataDir)
    before = await dump(dataDir)

    database = await open()
    const deps = { database, now: () => new Date(), assets: { delete: async () => {} } }
    const erasure = deps as unknown as Parameters<typeof anonymizeApplicant>[0]
    await anonymizeApplicant(erasure, tenantId, person.applicant.id)
    // Only vendors still have something; its jobs would have it erased there, and forget it.
    const capture = await database.vendorCaptures.get(tenantId, person.attempt.id)
    const vendorFace = await database.vendorFaces.get(tenantId, person.face.id)
    expect([capture?.status, vendorFace?.status]).toEqual(['erasing', 'erasing'])
    expect((await finishErasure(erasure, tenantId, person.applicant.id))?.completedOn).toBeNull()
    await database.vendorCaptures.delete(person.attempt.id)
    await database.vendorFaces.delete(person.face.id)
    const receipt = await finishErasure(erasure, tenantId, person.applicant.id)
    expect(receipt?.completedOn).not.toBeNull()
    expect(receipt?.erased).toEqual({
      applicant_field: 2,
      attempt_field: 10,
      index_entry: 1,
      // Those of face and attempt, and the frames of a turn on each link.
      picture: 4,
      template: 1,
      vendor_capture: 1,
      vendor_reference: 1,
    })
    await database.close()
    after = await dump(dataDir)
  })
  afterAll(() => rm(home, { recursive: true, force: true }))

  const rowsOf = (rows: readonly Row[], table: string) => rows.filter((row) => row.table === table)
  const holds = (mark: string, odd: number) => (row: Row) =>
    [mark, toHex(mark), String(odd)].some((value) => JSON.stringify(row.columns).includes(value))

  it('leaves out no table and no column', () => {
    const partitions = [...columns.keys()].filter((name) => /^face_index_features_\d+$/.test(name))
    expect([...columns.keys()].sort()).toEqual([...Object.keys(TABLES), ...OTHERS, ...partitions].sort())
    for (const [table, privacy] of Object.entries(TABLES)) {
      const declared = Object.keys(privacy).map(toColumn)
      const known = columns.get(table)?.filter((column) => column !== 'position')
      expect(known, table).toEqual([...declared].sort())
      if (table !== 'erasure_receipts') expect(rowsOf(before, table), table).not.toEqual([])
      for (const column of personalColumns(privacy).map(toColumn)) {
        const filled = rowsOf(before, table).filter(({ columns }) => columns[column] !== null)
        const row = filled.find((each) =>
          holds(PERSON, marks.person)({ ...each, columns: { [column]: each.columns[column] } }),
        )
        expect(row, `${table}.${column}`).toBeDefined()
      }
    }
  })

  it('has no personal value left in any table', () => {
    const tables = before.filter(holds(PERSON, marks.person)).map(({ table }) => table)
    expect(tables).toContainEqual(expect.stringMatching(/^face_index_features_/))
    expect(after.filter(holds(PERSON, marks.person))).toEqual([])
  })

  it('keeps every other column as it was', () => {
    const later = new Map(after.map((row) => [row.table + row.key, row]))
    for (const { table, key, columns: was } of before) {
      const privacy = TABLES[table]
      if (!privacy) continue
      const is = later.get(table + key)?.columns
      if (!is && GONE.includes(table)) continue
      const personal: string[] = personalColumns(privacy).map(toColumn)
      const kept = (row: Record<string, unknown> | undefined) =>
        Object.entries(row ?? {}).filter(([name]) => !personal.includes(name) && !MARKS.includes(name))
      expect(kept(is), `${table} ${key}`).toEqual(kept(was))
    }
  })

  it('leaves everybody else alone', () => {
    const theirs = holds(NEIGHBOUR, marks.neighbour)
    const byKey = (a: Row, b: Row) => (a.table + a.key < b.table + b.key ? -1 : 1)
    expect(before.filter(theirs).length).toBeGreaterThan(10)
    expect(after.filter(theirs).sort(byKey)).toEqual(before.filter(theirs).sort(byKey))
  })
})
