import type { PictureSource } from '@visavis/shared/picture-source'
import type { AttemptStatus } from '@visavis/shared/statuses'
import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import { type CursorPage, whereListed } from '../../storage/paging.ts'
import type { ApplicantTables } from '../applicants/index.ts'
import type { DecisionFindings } from './attempt-details.ts'
import { ATTEMPT_COLUMNS, type Attempt, type AttemptTables, OPEN_ATTEMPT_STATUSES } from './attempt-row.ts'
import type { DecisionTables } from './decisions-repo.ts'
import type { FaceAuthentication, FaceAuthenticationTables } from './face-authentication-row.ts'
import { type KnownFilter, whereKnown } from './read-statements.ts'
import { isOfSettled, whereSettled } from './where-settled.ts'

/** For whoever asks how it went. */
export interface ReadAttempt {
  attempt: Attempt
  /** Absent: not decided, or before there was a chain of decisions. */
  decision: DecisionFindings | undefined
}

/** With what is told of its face authentication. */
export interface ListedAttempt extends ReadAttempt {
  authentication: Pick<FaceAuthentication, 'applicantId' | 'anonymizedOn'>
}

/** All but the status and the picture are those of its face authentication. */
export interface AttemptFilter extends KnownFilter {
  status?: AttemptStatus | undefined
  source?: PictureSource | undefined
}

type Tables = AttemptTables & DecisionTables & FaceAuthenticationTables & ApplicantTables

type Row = Attempt & { [Column in keyof DecisionFindings]: DecisionFindings[Column] | null }

export const toReadAttempt = ({
  matchLevel,
  pictureHash,
  liveness,
  livenessMethod,
  livenessModelId,
  livenessBand,
  ...attempt
}: Row): ReadAttempt => ({
  attempt,
  decision:
    liveness === null
      ? undefined
      : { matchLevel, pictureHash, liveness, livenessMethod, livenessModelId, livenessBand },
})

export const toListedAttempt = ({
  applicantId,
  anonymizedOn,
  ...row
}: Row & ListedAttempt['authentication']): ListedAttempt => ({
  ...toReadAttempt(row),
  authentication: { applicantId, anonymizedOn },
})

/** Attempts, with what each was decided on. */
export const selectReadAttempts = (
  db: Kysely<Tables>,
  rows: SelectQueryBuilder<Tables, 'attempts', Attempt>,
) =>
  db
    .selectFrom(rows.as('a'))
    .leftJoin('decisions as d', (join) =>
      join
        .onRef('d.tenantId', '=', 'a.tenantId')
        .onRef('d.faceAuthenticationId', '=', 'a.faceAuthenticationId')
        .onRef('d.attemptId', '=', 'a.id'),
    )
    .select(ATTEMPT_COLUMNS.map((column) => `a.${column}` as const))
    .select(['d.matchLevel', 'd.pictureHash'])
    .select(['d.liveness', 'd.livenessMethod', 'd.livenessModelId', 'd.livenessBand'])

/** One more than the page takes, newest first. */
export const selectListedAttempts = (
  db: Kysely<Tables>,
  tenantId: string,
  filter: AttemptFilter,
  page: CursorPage,
) => {
  const { status, responseCode, source, userJourneyId } = filter
  const isChecked = status === 'checks_in_progress'
  const ofAuthentications = whereKnown(db, tenantId, filter)
  const rows = db
    .selectFrom('attempts')
    .select(ATTEMPT_COLUMNS)
    .where('tenantId', '=', tenantId)
    .where((eb) =>
      eb.and([
        ...(isOfSettled(filter) && !userJourneyId
          ? [whereSettled('attempts', tenantId, filter, page)]
          : [
              ...(status && !isChecked ? [eb('status', '=', status)] : []),
              ...(isChecked ? [eb('id', 'in', ofChecked(db, tenantId))] : []),
              ...(responseCode ? [sql<boolean>`response_codes @> ${[responseCode]}::int[]`] : []),
            ]),
        ...(source ? [eb('source', '=', source)] : []),
        ...(ofAuthentications.length > 0
          ? [
              eb(
                'faceAuthenticationId',
                'in',
                db
                  .selectFrom('faceAuthentications')
                  .select('id')
                  .where('tenantId', '=', tenantId)
                  .where((of) => of.and(ofAuthentications)),
              ),
            ]
          : []),
        ...whereListed(filter, page),
      ]),
    )
    .orderBy('createdOn', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
  return selectReadAttempts(db, rows)
    .innerJoin('faceAuthentications as f', (join) =>
      join.onRef('f.tenantId', '=', 'a.tenantId').onRef('f.id', '=', 'a.faceAuthenticationId'),
    )
    .select(['f.applicantId', 'f.anonymizedOn'])
    .orderBy('a.createdOn', 'desc')
    .orderBy('a.id', 'desc')
}

/** At a vendor, or compared here; with those whose time for that is over: whoever lists them looks again. */
const ofChecked = (db: Kysely<AttemptTables>, tenantId: string) =>
  db
    .selectFrom('attempts')
    .select('id')
    .where('tenantId', '=', tenantId)
    .where('status', 'in', OPEN_ATTEMPT_STATUSES)
    .where(({ eb, or }) =>
      or([eb('status', '=', 'checks_in_progress'), eb('comparingUntil', 'is not', null)]),
    )
