import { randomBytes } from 'node:crypto'
import { newId } from '@visavis/shared/ids'
import type { AllRepositories } from '../../composition/create-database.ts'
import type { ApiKey } from '../../features/access/api-keys-repo.ts'
import type { OauthClient } from '../../features/access/oauth-clients-repo.ts'
import type { Applicant } from '../../features/applicants/applicants-repo.ts'
import type { Attempt } from '../../features/authentications/attempt-row.ts'
import type { FaceAuthentication } from '../../features/authentications/face-authentication-row.ts'
import type { LivenessChallenge } from '../../features/capture/challenge/challenges-repo.ts'
import type { FaceEnrollment } from '../../features/faces/enrolments/face-enrollments-repo.ts'
import type { Face, FaceTemplate } from '../../features/faces/faces-repo.ts'
import type { UserJourney } from '../../features/journeys/user-journeys-repo.ts'
import type { Asset, KeyedAsset } from '../../features/pictures/assets-repo.ts'

/** Milliseconds that a careless column type would round away. */
export const NOW = new Date('2026-02-28T23:59:59.987Z')

export const newApplicant = (tenantId: string): Applicant => ({
  id: newId('applicant'),
  tenantId,
  externalApplicantId: 'ext_1',
  email: null,
  externalApplicantName: "Zoë O'Neill",
  anonymizedOn: null,
  createdOn: NOW,
  modifiedOn: NOW,
})

export const newUserJourney = (tenantId: string): UserJourney => ({
  id: newId('userJourney'),
  tenantId,
  name: 'Sign-in "on the web"',
  provider: 'embedded',
  providerSettingsSealed: new Uint8Array(randomBytes(60)),
  providerSettingKeys: ['api_key'],
  allowedRedirectUrls: ['https://partner.example/a,b', 'https://partner.example/{"c"}'],
  allowedFrameOrigins: [],
  theme: { colors: { accent_text: '#0a0b0c' }, radius: 4 },
  locale: 'pt-BR',
  retryLimit: 3,
  minimumMatchLevel: 4,
  livenessPolicy: 'none',
  livenessStepUp: { from: 'passive', to: 'active', when: ['photo_source'] },
  enrolmentMatch: 'review',
  photoUpload: 'fallback',
  replayCheck: 'off',
  lockout: { declines: 5, window: 86_400, for: 86_400 },
  review: 'off',
  reviewFourEyes: true,
  retentionDays: 30,
  metadataRetentionDays: 90,
  livenessEvidenceDays: 7,
  faceVideo: true,
  oneToN: false,
  alternativeUrl: null,
  consentNotice: { controller: 'Harbour "Bank"', privacy_url: 'https://partner.example/privacy' },
  handoff: true,
  // Spellings that a mapper of names would change.
  copy: { start_title: 'Hallo "du"', 'camera.denied_textA': '' },
  thresholds: { head_too_small: { enter: 0.16, leave: 0.17 }, motion: null },
  createdOn: NOW,
  modifiedOn: NOW,
})

export const newApiKey = (tenantId: string): ApiKey => ({
  id: newId('apiKey'),
  tenantId,
  name: null,
  hash: new Uint8Array(randomBytes(32)),
  lastFour: 'abcd',
  scopes: ['applicant:*', 'match'],
  createdOn: NOW,
  expiresOn: null,
  lastUsedOn: null,
  allowedNetworks: ['192.0.2.0/24'],
})

export const newOauthClient = (tenantId: string): OauthClient => ({
  id: newId('oauthClient'),
  tenantId,
  name: 'Back office',
  secretHash: new Uint8Array(randomBytes(32)),
  lastFour: 'wxyz',
  scopes: ['face:add', 'face:view'],
  createdOn: NOW,
  expiresOn: null,
  lastUsedOn: null,
  allowedNetworks: ['192.0.2.0/24'],
})

export const newFace = (tenantId: string, applicantId: string, change: Partial<Face> = {}): Face => ({
  id: newId('face'),
  tenantId,
  applicantId,
  status: 'ACTIVE',
  provider: 'embedded',
  source: 'upload',
  sourceAttemptId: null,
  vendorReference: null,
  expiresOn: null,
  createdOn: NOW,
  modifiedOn: NOW,
  ...change,
})

export const newTemplate = (
  faceId: string,
  modelId = 'model/1',
  pipelineId = 'pipeline/1',
): FaceTemplate => ({
  faceId,
  modelId,
  pipelineId,
  sealed: new Uint8Array(randomBytes(540)),
})

export const newEnrollment = (
  tenantId: string,
  faceId: string,
  change: Partial<FaceEnrollment> = {},
): FaceEnrollment => ({
  id: newId('faceEnrollment'),
  tenantId,
  faceId,
  userJourneyId: null,
  status: 'pending_redirection',
  responseCodes: [],
  redirectUrl: 'https://partner.example/back',
  locale: 'nb-NO',
  captureTokenHash: new Uint8Array(randomBytes(32)),
  deviceKeyHash: null,
  expiresOn: NOW,
  consentOn: null,
  consent: null,
  captureCount: 0,
  source: null,
  checkResults: { replay: { outcome: 'passed', score: null } },
  uploadId: null,
  ipAddress: null,
  metadataForgottenOn: null,
  createdOn: NOW,
  modifiedOn: NOW,
  ...change,
})

export const newAuthentication = (
  tenantId: string,
  applicantId: string,
  userJourneyId: string,
): FaceAuthentication => ({
  id: newId('faceAuthentication'),
  tenantId,
  applicantId,
  userJourneyId,
  status: 'created',
  responseCodes: [],
  riskLabels: [],
  anonymizedOn: null,
  metadataForgottenOn: null,
  createdOn: NOW,
  modifiedOn: NOW,
})

export const newAttempt = (
  tenantId: string,
  faceAuthenticationId: string,
  change: Partial<Attempt> = {},
): Attempt => ({
  id: newId('attempt'),
  tenantId,
  faceAuthenticationId,
  status: 'pending_redirection',
  responseCodes: [],
  event: 'face_authentication_opened',
  redirectUrl: 'https://partner.example/back?a=1&b=2',
  residenceCountry: 'NO',
  language: null,
  locale: null,
  digitStringHash: null,
  captureTokenHash: new Uint8Array(randomBytes(32)),
  deviceKeyHash: null,
  expiresOn: new Date(NOW.getTime() + 1),
  openedOn: null,
  consentOn: null,
  consent: null,
  cameraOn: null,
  captureCount: 0,
  source: null,
  checkResults: { replay: { outcome: 'passed', score: null } },
  minimumMatchLevel: 3,
  retryReasons: { no_face: 2 },
  client: { browser: { name: 'Safari', version: 17 }, device: 'phone' },
  course: {
    reports: 1,
    steps: { camera: 4000 },
    guidance: { too_far: 900 },
    cameraFailures: {},
    cameraLines: 720,
  },
  uploadId: null,
  comparingUntil: null,
  ipAddress: null,
  createdOn: NOW,
  modifiedOn: NOW,
  ...change,
})

export const newChallenge = (
  tenantId: string,
  applicantId: string,
  owner: Pick<LivenessChallenge, 'attemptId' | 'faceEnrollmentId'>,
): LivenessChallenge => ({
  id: newId('challenge'),
  tenantId,
  applicantId,
  ...owner,
  state: 'dealt',
  isRequired: true,
  begun: 2,
  tokenHash: new Uint8Array(randomBytes(32)),
  step: 2,
  side: 'right',
  afterMs: 1000,
  issuedOn: NOW,
  expiresOn: NOW,
  isExtended: false,
  turns: { 1: { side: 'left', offsets: [1000, 1100, 1200], assetId: newId('asset') } },
})

export const newAsset = (tenantId: string, change: Partial<Asset> = {}): Asset => ({
  id: newId('asset'),
  tenantId,
  ownerId: newId('face'),
  applicantId: null,
  type: 'face_image',
  mediaType: 'image/png',
  bytes: 5_242_880,
  source: 'camera',
  quality: { x49: 91, x5a: 100 },
  bytesHash: null,
  printBands: null,
  printSealed: null,
  dataKeyId: null,
  status: 'writing',
  writer: 'writer-1',
  createdOn: NOW,
  ...change,
})

/** A picture of nobody in particular, as it is read. */
export const withoutKey = (asset: Asset): KeyedAsset => ({ ...asset, applicantKey: null })

/** A tenant with one applicant, one journey and one face authentication. */
export const insertTenant = async (repositories: AllRepositories) => {
  const tenantId = newId('tenant')
  const applicant = newApplicant(tenantId)
  const journey = newUserJourney(tenantId)
  const authentication = newAuthentication(tenantId, applicant.id, journey.id)
  await repositories.tenants.insert({ id: tenantId, name: 'Acme' })
  await repositories.applicants.insert(applicant)
  await repositories.userJourneys.insert(journey)
  await repositories.faceAuthentications.insert(authentication)
  return { tenantId, applicant, journey, authentication }
}
