import type { Device, LivenessResult } from '@visavis/shared/attempt-details'
import type { RetryReason } from '@visavis/shared/capture-api'
import type { CameraFailureReason, ToldGuidance } from '@visavis/shared/capture-course'
import { FUNNEL_STEPS, type FunnelStep } from '@visavis/shared/overview-api'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** What an attempt was opened on. */
export interface DeviceFilter {
  browser?: string | undefined
  system?: string | undefined
  device?: Device | undefined
  /** Two capital letters. */
  country?: string | undefined
}

/** What happened at some attempt of a face authentication. */
export interface CourseFilter extends DeviceFilter {
  /** That far or further. */
  reached?: FunnelStep | undefined
  /** That far and no further, whatever attempt came furthest. */
  stoppedAt?: FunnelStep | undefined
  retryReason?: RetryReason | undefined
  guidance?: ToldGuidance | undefined
  cameraFailure?: CameraFailureReason | undefined
  /** Of a decision. */
  liveness?: LivenessResult | undefined
}

/** All of these are about a row of `attempts AS a`. */
export const BROWSER = sql<string | null>`a.client->'browser'->>'name'`
export const SYSTEM = sql<string | null>`a.client->>'system'`
export const DEVICE = sql<string | null>`a.client->>'device'`
export const COUNTRY = sql<
  string | null
>`coalesce(upper(substring(a.locale from '^[A-Za-z]{2,3}(?:-[A-Za-z]{4})?-([A-Za-z]{2})(?:-|$)')), a.residence_country)`

/** Place in `FUNNEL_STEPS`. A vendor's camera tells nothing, and a file needs none: what came later says it as well. */
export const REACHED = sql<number>`CASE
  WHEN a.status = 'completed' THEN 5
  WHEN a.capture_count > 0 OR a.status IN ('checks_in_progress', 'checks_inconclusive') THEN 4
  WHEN a.camera_on IS NOT NULL THEN 3
  WHEN a.consent_on IS NOT NULL THEN 2
  WHEN a.opened_on IS NOT NULL OR a.status IN ('capture_in_progress', 'capture_aborted', 'capture_refused') THEN 1
  ELSE 0 END`

const toPlace = (step: FunnelStep): number => FUNNEL_STEPS.indexOf(step)

const equals = (column: RawBuilder<string | null>, value: string | undefined): RawBuilder<SqlBool>[] =>
  value === undefined ? [] : [sql<SqlBool>`${column} = ${value}`]

export const whereDevice = ({ browser, system, device, country }: DeviceFilter): RawBuilder<SqlBool>[] => [
  ...equals(BROWSER, browser),
  ...equals(SYSTEM, system),
  ...equals(DEVICE, device),
  ...equals(COUNTRY, country),
]

/**
 * Conditions on a row of `face_authentications`, each by one look at its attempts: what is asked of a device is asked of
 * the same attempt as what happened there.
 */
export const whereCourse = (filter: CourseFilter): RawBuilder<SqlBool>[] => {
  const { reached, stoppedAt, retryReason, guidance, cameraFailure, liveness } = filter
  const onDevice = whereDevice(filter)
  const some = (...conditions: RawBuilder<SqlBool>[]): RawBuilder<SqlBool> => sql<SqlBool>`EXISTS (
    SELECT FROM attempts AS a
    WHERE a.tenant_id = face_authentications.tenant_id AND a.face_authentication_id = face_authentications.id
      AND ${sql.join([...onDevice, ...conditions], sql` AND `)})`
  const further = (place: number) => some(sql<SqlBool>`${REACHED} >= ${sql.lit(place)}`)
  return [
    ...(onDevice.length > 0 ? [some()] : []),
    ...(reached && reached !== 'created' ? [further(toPlace(reached))] : []),
    ...(stoppedAt
      ? [
          ...(stoppedAt === 'created' ? [] : [further(toPlace(stoppedAt))]),
          sql<SqlBool>`NOT ${further(toPlace(stoppedAt) + 1)}`,
        ]
      : []),
    ...(retryReason ? [some(sql<SqlBool>`a.retry_reasons->>${retryReason}::text IS NOT NULL`)] : []),
    ...(guidance ? [some(sql<SqlBool>`a.course->'guidance'->>${guidance}::text IS NOT NULL`)] : []),
    ...(cameraFailure
      ? [some(sql<SqlBool>`a.course->'cameraFailures'->>${cameraFailure}::text IS NOT NULL`)]
      : []),
    ...(liveness
      ? [
          some(sql<SqlBool>`EXISTS (SELECT FROM decisions AS d
            WHERE d.tenant_id = a.tenant_id AND d.face_authentication_id = a.face_authentication_id
              AND d.attempt_id = a.id AND d.liveness = ${liveness})`),
        ]
      : []),
  ]
}
