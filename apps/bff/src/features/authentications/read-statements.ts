import type { ResponseCode } from '@visavis/shared/response-codes'
import type { ReviewStatus } from '@visavis/shared/reviews'
import type { AuthenticationStatus } from '@visavis/shared/statuses'
import {
  type Expression,
  expressionBuilder,
  type Kysely,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from 'kysely'
import { type CreatedFilter, type CursorPage, whereListed } from '../../storage/paging.ts'
import type { ApplicantTables } from '../applicants/index.ts'
import type { UserJourneyTables } from '../journeys/index.ts'
import type { AssetTables } from '../pictures/index.ts'
import type { ReviewTables, ShownReview } from '../reviews/index.ts'
import { type CourseFilter, whereCourse } from './attempt-conditions.ts'
import { type Attempt, type AttemptTables, OPEN_ATTEMPT_STATUSES } from './attempt-row.ts'
import {
  FACE_AUTHENTICATION_COLUMNS,
  type FaceAuthentication,
  type FaceAuthenticationTables,
} from './face-authentication-row.ts'
import { isOfSettled, whereSettled } from './where-settled.ts'

export interface ReadAuthentication {
  authentication: FaceAuthentication
  /** Of the attempt that is not over, if there is one. */
  open: Pick<Attempt, 'status' | 'expiresOn' | 'comparingUntil'> | undefined
  /** The picture it was decided on, if it is kept. */
  pictureId: string | undefined
  /** Absent: nobody was asked to look at it. */
  review: ShownReview | undefined
}

export interface FaceAuthenticationFilter extends KnownFilter, CourseFilter {
  status?: AuthenticationStatus | undefined
  /** Of its journey. */
  provider?: string | undefined
  /** Of those that were sent to review. */
  review?: ReviewStatus | undefined
}

/** What attempts are found by as well. */
export interface KnownFilter extends CreatedFilter {
  /** Among those it has. */
  responseCode?: ResponseCode | undefined
  userJourneyId?: string | undefined
  applicantId?: string | undefined
  externalApplicantId?: string | undefined
  /** Among those it has. */
  riskLabel?: string | undefined
}

type WhereTables = FaceAuthenticationTables & ApplicantTables

type Tables = FaceAuthenticationTables &
  AttemptTables &
  ApplicantTables &
  UserJourneyTables &
  AssetTables &
  ReviewTables

/** Face authentications, with what whoever asks how they stand needs beside them: no lock. */
export const selectRead = (
  db: Kysely<Tables>,
  rows: SelectQueryBuilder<Tables, 'faceAuthentications', FaceAuthentication>,
) =>
  db
    .selectFrom(rows.as('f'))
    .leftJoin('attempts as open', (join) =>
      join
        .onRef('open.tenantId', '=', 'f.tenantId')
        .onRef('open.faceAuthenticationId', '=', 'f.id')
        .on('open.status', 'in', OPEN_ATTEMPT_STATUSES),
    )
    .leftJoin('reviews as review', (join) =>
      join.onRef('review.tenantId', '=', 'f.tenantId').onRef('review.subjectId', '=', 'f.id'),
    )
    .select(FACE_AUTHENTICATION_COLUMNS.map((column) => `f.${column}` as const))
    .select([
      'review.status as reviewStatus',
      'review.cause as reviewCause',
      'review.reasonCode as reviewReasonCode',
      'review.reviewedOn as reviewedOn',
    ])
    .select([
      'open.status as openStatus',
      'open.expiresOn as openExpiresOn',
      'open.comparingUntil as openComparingUntil',
    ])
    .select((eb) =>
      eb
        .selectFrom('attempts as decided')
        .innerJoin('assets', (join) =>
          join
            .onRef('assets.tenantId', '=', 'decided.tenantId')
            .onRef('assets.ownerId', '=', 'decided.id')
            .on('assets.status', '=', 'stored')
            .on('assets.type', '=', 'face_image'),
        )
        .select('assets.id')
        .whereRef('decided.tenantId', '=', 'f.tenantId')
        .whereRef('decided.faceAuthenticationId', '=', 'f.id')
        .where('decided.status', '=', 'completed')
        .orderBy('assets.position')
        .limit(1)
        .as('pictureId'),
    )

type Row = Awaited<ReturnType<ReturnType<typeof selectRead>['executeTakeFirstOrThrow']>>

export const toRead = ({
  openStatus,
  openExpiresOn,
  openComparingUntil: comparingUntil,
  pictureId,
  reviewStatus,
  reviewCause,
  reviewReasonCode: reasonCode,
  reviewedOn,
  ...authentication
}: Row): ReadAuthentication => ({
  authentication,
  open:
    openStatus && openExpiresOn
      ? { status: openStatus, expiresOn: openExpiresOn, comparingUntil }
      : undefined,
  pictureId: pictureId ?? undefined,
  review:
    reviewStatus && reviewCause
      ? { status: reviewStatus, cause: reviewCause, reasonCode, reviewedOn }
      : undefined,
})

/** One more than the page takes, newest first. */
export const selectListed = (
  db: Kysely<Tables>,
  tenantId: string,
  filter: FaceAuthenticationFilter,
  page: CursorPage,
) => {
  const { provider, review, status, responseCode } = filter
  const isChecked = status === 'checks_in_progress'
  return db
    .selectFrom('faceAuthentications')
    .select(FACE_AUTHENTICATION_COLUMNS)
    .where('tenantId', '=', tenantId)
    .where((eb) =>
      eb.and([
        ...(isOfSettled(filter)
          ? [whereSettled('face_authentications', tenantId, filter, page)]
          : [
              ...(status && !isChecked ? [eb('status', '=', status)] : []),
              ...(isChecked ? [eb('id', 'in', ofChecked(db, tenantId))] : []),
              ...(responseCode ? [sql<boolean>`response_codes @> ${[responseCode]}::int[]`] : []),
              ...(provider ? [eb('userJourneyId', 'in', ofProvider(db, tenantId, provider))] : []),
            ]),
        ...whereKnown(db, tenantId, filter),
        ...whereCourse(filter),
        ...(review ? [eb('id', 'in', ofReview(db, tenantId, review))] : []),
        ...whereListed(filter, page),
      ]),
    )
    .orderBy('createdOn', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
}

/** What holds for a face authentication and for all attempts at it. */
export const whereKnown = (
  db: Kysely<WhereTables>,
  tenantId: string,
  { userJourneyId, applicantId, externalApplicantId, riskLabel }: KnownFilter,
): Expression<SqlBool>[] => {
  const eb = expressionBuilder<WhereTables, 'faceAuthentications'>()
  return [
    ...(userJourneyId ? [eb('userJourneyId', '=', userJourneyId)] : []),
    ...(applicantId ? [eb('applicantId', '=', applicantId)] : []),
    ...(externalApplicantId
      ? [eb('applicantId', 'in', ofExternalId(db, tenantId, externalApplicantId))]
      : []),
    // As the index `face_authentications_risk_labels` has it: most have none.
    ...(riskLabel ? [sql<boolean>`risk_labels <> '{}' AND risk_labels @> ${[riskLabel]}::text[]`] : []),
  ]
}

/** At a vendor, or compared here; with those whose time for that is over: whoever lists them looks again. */
const ofChecked = (db: Kysely<Tables>, tenantId: string) =>
  db
    .selectFrom('faceAuthentications')
    .select('id')
    .where('tenantId', '=', tenantId)
    .where('status', '=', 'checks_in_progress')
    .unionAll(
      db
        .selectFrom('attempts')
        .select('faceAuthenticationId as id')
        .where('tenantId', '=', tenantId)
        .where('status', 'in', OPEN_ATTEMPT_STATUSES)
        .where('comparingUntil', 'is not', null),
    )

/** Ids of journeys. */
const ofProvider = (db: Kysely<UserJourneyTables>, tenantId: string, provider: string) =>
  db.selectFrom('userJourneys').select('id').where('tenantId', '=', tenantId).where('provider', '=', provider)

/** Ids of applicants. */
const ofExternalId = (db: Kysely<ApplicantTables>, tenantId: string, externalId: string) =>
  db
    .selectFrom('applicants')
    .select('id')
    .where('tenantId', '=', tenantId)
    .where('externalApplicantId', '=', externalId)

const ofReview = (db: Kysely<Tables>, tenantId: string, review: ReviewStatus) =>
  db
    .selectFrom('reviews')
    .select('subjectId as id')
    .where('tenantId', '=', tenantId)
    .where('status', '=', review)
