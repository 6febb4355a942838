import { type Erase, type ErasureScope, NOTHING_ERASED } from '../../storage/erased.ts'
import { dueTrigger } from '../links/index.ts'
import { erasePictures } from '../pictures/index.ts'
import { recordEvents } from '../webhooks/index.ts'
import type { Attempt } from './attempt-row.ts'
import { closeByForce } from './close-by-force.ts'
import type { AuthenticationsRepositories } from './deps.ts'
import type { FaceAuthentication } from './face-authentication-row.ts'
import type { UnerasedPart } from './face-authentications-repo.ts'
import { toEvent } from './to-event.ts'

/** With the rows themselves as they were when they were locked: until the transaction ends nobody else changes them. */
export interface HeldScope extends ErasureScope {
  authentications: readonly FaceAuthentication[]
}

/**
 * Holds the face authentications that a step of an erasure is about: one, or some of an applicant's. Those erased
 * before are not among them.
 */
export const holdErasureScope = async (
  { faceAuthentications, attempts }: AuthenticationsRepositories,
  tenantId: string,
  subject: { faceAuthenticationId: string } | UnerasedPart,
): Promise<HeldScope> => {
  const authentications = await faceAuthentications.lockUnerased(
    tenantId,
    'applicantId' in subject ? subject : { ids: [subject.faceAuthenticationId] },
  )
  const faceAuthenticationIds = authentications.map(({ id }) => id)
  return {
    tenantId,
    authentications,
    faceAuthenticationIds,
    attemptIds: await attempts.listIds(tenantId, faceAuthenticationIds),
  }
}

/**
 * Takes the person out of face authentications: pictures, and what is known of their browser. Open ones are closed with
 * 64001, after what time has done to them. The partner is told of each step, and at last that it is anonymous, one face
 * authentication after the other.
 */
export const eraseAuthentications: Erase<AuthenticationsRepositories, HeldScope> = async (
  repositories,
  scope,
  now,
) => {
  const { tenantId, faceAuthenticationIds: ids, attemptIds } = scope
  if (ids.length === 0) return NOTHING_ERASED
  const closed = await closeAll(repositories, scope, now)
  const attempt_field = await repositories.attempts.erase(tenantId, ids, now)
  await repositories.decisions.erase(tenantId, ids)
  await emitAll(repositories, closed, now)
  return {
    ...NOTHING_ERASED,
    attempt_field,
    picture: await erasePictures(repositories, tenantId, attemptIds),
  }
}

type Closed = ReturnType<typeof closeByForce>

/** Writes what the closing makes of each, and that it is anonymous: a statement a kind of change. */
const closeAll = async (
  repositories: AuthenticationsRepositories,
  { tenantId, authentications, faceAuthenticationIds: ids }: HeldScope,
  now: Date,
): Promise<Closed[]> => {
  const { faceAuthentications, attempts } = repositories
  const listed = await attempts.listOpen(tenantId, ids)
  const open = new Map(listed.map((attempt) => [attempt.faceAuthenticationId, attempt]))
  const lastTries = await findLastTries(repositories, authentications, open, now)
  const closed = authentications.map((authentication) =>
    closeByForce(
      { authentication, attempt: open.get(authentication.id) },
      { now, isLastTry: lastTries.has(authentication.id) },
    ),
  )
  const moved = closed.filter(({ reached }) => reached.length > 0)
  for (const { change, rows } of groupByChange(closed, toAuthenticationChange)) {
    const changed = rows.map(({ authentication }) => authentication.id)
    await faceAuthentications.updateAll(changed, { ...change, anonymizedOn: now }, now)
  }
  for (const { change, rows } of groupByChange(moved, ({ change }) => change)) {
    const changed = rows.flatMap(({ authentication }) => open.get(authentication.id)?.id ?? [])
    await attempts.updateAll(changed, change, now)
  }
  return closed
}

const toAuthenticationChange = ({ reached, authentication: { status, responseCodes } }: Closed) =>
  reached.length > 0 ? { status, responseCodes } : {}

/** Rows that change alike, together; `undefined` is no change. */
const groupByChange = <Row, Change>(
  rows: readonly Row[],
  toChange: (row: Row) => Change | undefined,
): { change: Change; rows: Row[] }[] => {
  const groups = new Map<string, { change: Change; rows: Row[] }>()
  for (const row of rows) {
    const change = toChange(row)
    if (change === undefined) continue
    const key = JSON.stringify(change)
    const group = groups.get(key) ?? { change, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** Ids of those whose open attempt has run out and is the last that the journey allows. */
const findLastTries = async (
  { attempts, userJourneys }: AuthenticationsRepositories,
  authentications: readonly FaceAuthentication[],
  open: ReadonlyMap<string, Attempt>,
  now: Date,
): Promise<ReadonlySet<string>> => {
  const due = authentications.filter(({ id }) => {
    const attempt = open.get(id)
    return attempt && dueTrigger(attempt, now)
  })
  const [first] = due
  if (!first) return new Set()
  const { tenantId } = first
  const failed = await attempts.countFailedEach(
    tenantId,
    due.map(({ id }) => id),
  )
  const limits = new Map<string, number>()
  for (const journeyId of new Set(due.map(({ userJourneyId }) => userJourneyId))) {
    const journey = await userJourneys.get(tenantId, journeyId)
    if (!journey) throw new Error('the face authentication has lost its journey')
    limits.set(journeyId, journey.retryLimit)
  }
  const last = due.filter(
    ({ id, userJourneyId }) => (failed.get(id) ?? 0) + 1 >= (limits.get(userJourneyId) ?? 0),
  )
  return new Set(last.map(({ id }) => id))
}

const emitAll = async (
  repositories: AuthenticationsRepositories,
  closed: readonly Closed[],
  now: Date,
): Promise<void> => {
  const [first] = closed
  if (!first) return
  const { tenantId, applicantId } = first.authentication
  // A scope is about one applicant, or less.
  const applicant = await repositories.applicants.get(tenantId, applicantId)
  const externalApplicantId = applicant?.externalApplicantId ?? null
  const happened = closed.flatMap(({ authentication, reached }) => [
    ...reached,
    { authentication, type: 'face_authentication_anonymized' as const },
  ])
  await recordEvents(
    repositories,
    happened.map((event) => toEvent({ ...event, externalApplicantId, now })),
  )
}
