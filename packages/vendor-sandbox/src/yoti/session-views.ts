import type { Check, Media, YotiSession } from './model.ts'
import { isRequested, livenessConfig, stateOfCheck, stateOfSession } from './session-state.ts'

/** `2024-06-24T14:45:29Z` */
export const toTime = (date: Date): string => date.toISOString().replace(/\.\d{3}Z$/, 'Z')

export const toTtl = ({ tokenEndsOn }: YotiSession, now: Date): number =>
  Math.max(0, Math.floor((tokenEndsOn.getTime() - now.getTime()) / 1000))

export const toConfiguration = (session: YotiSession, now: Date) => {
  const { spec, requirementIds } = session
  const liveness = livenessConfig(session)
  return {
    client_session_token_ttl: toTtl(session, now),
    session_id: session.id,
    requested_checks: spec.requested_checks.map(({ type }) => type),
    capture: {
      biometric_consent: toConsent(session),
      required_resources: [
        ...(liveness
          ? [
              {
                type: 'LIVENESS',
                id: requirementIds.liveness,
                state: session.isCaptured ? 'COMPLETE' : 'REQUIRED',
                liveness_type: liveness.liveness_type,
                allowed_sources: [{ type: 'END_USER' }],
              },
            ]
          : []),
        ...(isRequested(session, 'FACE_COMPARISON')
          ? [
              {
                type: 'FACE_CAPTURE',
                id: requirementIds.faceCapture,
                state: toFaceCaptureState(session),
                allowed_sources: [{ type: 'RELYING_BUSINESS' }],
              },
            ]
          : []),
      ],
    },
    ...(spec.sdk_config ? { sdk_config: spec.sdk_config } : {}),
  }
}

const toConsent = ({ spec, consentOn }: YotiSession): string => {
  if (spec.block_biometric_consent) return 'NOT_REQUIRED'
  return consentOn ? 'CAPTURED' : 'REQUIRED'
}

const toFaceCaptureState = ({ faceCapture }: YotiSession): string => {
  if (!faceCapture) return 'REQUIRED'
  return faceCapture.picture ? 'COMPLETE' : 'IN_PROGRESS'
}

/** Sent with the token in it, as the vendor may: a caller must not show it. */
export const toSession = (session: YotiSession, now: Date) => ({
  client_session_token_ttl: toTtl(session, now),
  client_session_token: session.token,
  session_id: session.id,
  ...(session.spec.user_tracking_id ? { user_tracking_id: session.spec.user_tracking_id } : {}),
  state: stateOfSession(session, now),
  ...(session.consentOn ? { biometric_consent: toTime(session.consentOn) } : {}),
  resources: {
    id_documents: [],
    supplementary_documents: [],
    applicant_profiles: [],
    liveness_capture: session.livenessCaptures.map(({ id, picture }) => ({
      id,
      tasks: [],
      source: { type: 'END_USER' },
      ...toLivenessMedia(session, picture),
    })),
    face_capture: session.faceCapture
      ? [
          {
            id: session.faceCapture.id,
            tasks: [],
            source: { type: 'RELYING_BUSINESS' },
            ...(session.faceCapture.picture
              ? { image: { media: toMedia(session.faceCapture.picture) } }
              : {}),
          },
        ]
      : [],
  },
  checks: session.checks.map((check) => toCheck(check, now)),
})

/** A moving face has frames, some of which may be empty objects. */
const toLivenessMedia = (session: YotiSession, picture: Media) =>
  livenessConfig(session)?.liveness_type === 'ZOOM'
    ? { liveness_type: 'ZOOM', frames: [{ media: toMedia(picture) }, {}] }
    : { liveness_type: 'STATIC', image: { media: toMedia(picture) } }

const toMedia = ({ id, createdOn }: Media) => ({
  id,
  type: 'IMAGE',
  created: toTime(createdOn),
  last_updated: toTime(createdOn),
})

const toCheck = (check: Check, now: Date) => {
  const state = stateOfCheck(check, now)
  const report = {
    recommendation: check.recommendation,
    breakdown: check.breakdown.map((each) => ({ ...each, details: [], process: 'AUTOMATED' })),
  }
  return {
    type: check.type,
    id: check.id,
    state,
    resources_used: check.resourcesUsed,
    generated_media: [],
    ...(state === 'DONE' ? { report } : {}),
    created: toTime(check.createdOn),
    last_updated: toTime(now < check.doneOn ? check.createdOn : check.doneOn),
  }
}
