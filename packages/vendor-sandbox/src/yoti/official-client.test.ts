/** The vendor's own client against the sandbox: what it sends is taken, what it gets it understands. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  CreateFaceCaptureResourcePayloadBuilder,
  IDVClient,
  NotificationConfigBuilder,
  Payload,
  RequestBuilder,
  RequestedFaceComparisonCheckBuilder,
  RequestedLivenessCheckBuilder,
  SdkConfigBuilder,
  SessionSpecificationBuilder,
  UploadFaceCaptureImagePayloadBuilder,
} from 'yoti'
import { createFaceComparer } from '../kit/index.ts'
import { createEmptyRoom, createPortrait } from '../testing/portraits.ts'
import { deliverSelfie, startYotiSandbox } from './index.ts'

type Sandbox = Awaited<ReturnType<typeof startYotiSandbox>>
const faces = createFaceComparer()
let sandbox: Sandbox
let client: InstanceType<typeof IDVClient>
let settings: { sdk_id: string; private_key: string; base_url: string }
let anna: Buffer
let berta: Buffer

beforeAll(async () => {
  // The client prints each failed call.
  vi.spyOn(console, 'log').mockImplementation(() => {})
  sandbox = await startYotiSandbox({ faces })
  settings = sandbox.credentials as typeof settings
  client = new IDVClient(settings.sdk_id, settings.private_key, { apiUrl: settings.base_url })
  anna = await createPortrait('anna')
  berta = await createPortrait('berta')
})
beforeEach(() => sandbox.verdicts.clear())
afterAll(async () => {
  await sandbox.close()
  await faces.close()
})

const createSession = async (liveness: 'STATIC' | 'ZOOM' = 'STATIC') => {
  const created = await client.createSession(
    new SessionSpecificationBuilder()
      .withClientSessionTokenTtl(600)
      .withResourcesTtl(90_000)
      .withUserTrackingId('user-1')
      .withRequestedCheck(
        new RequestedLivenessCheckBuilder().forLivenessType(liveness).withMaxRetries(3).build(),
      )
      .withRequestedCheck(new RequestedFaceComparisonCheckBuilder().withManualCheckNever().build())
      .withNotifications(
        new NotificationConfigBuilder()
          .withEndpoint(`${sandbox.origin}/nowhere`)
          .withAuthToken('user:password')
          .forSessionCompletion()
          .build(),
      )
      .withSdkConfig(new SdkConfigBuilder().withLocale('en-GB').withAllowHandoff(true).build())
      .build(),
  )
  return { sessionId: created.getSessionId(), token: created.getClientSessionToken() }
}
const createResource = async (sessionId: string) => {
  const configuration = await client.getSessionConfiguration(sessionId)
  const [requirement] = configuration.getCapture()?.getFaceCaptureResourceRequirements() ?? []
  const payload = new CreateFaceCaptureResourcePayloadBuilder().withRequirementId(requirement?.getId() ?? '')
  return client.createFaceCaptureResource(sessionId, payload.build())
}
const upload = async (sessionId: string, picture: Buffer) => {
  const resource = await createResource(sessionId)
  const payload = new UploadFaceCaptureImagePayloadBuilder().forJpegImage().withImageContents(picture).build()
  await client.uploadFaceCaptureImage(sessionId, resource.getId(), payload)
}
const call = async (method: string, endpoint: string, body?: object) => {
  const builder = new RequestBuilder()
    .withPemString(settings.private_key)
    .withBaseUrl(settings.base_url)
    .withEndpoint(endpoint)
    .withMethod(method)
    .withQueryParam('sdkId', settings.sdk_id)
  const answer = await (body ? builder.withPayload(new Payload(body)) : builder).build().execute()
  return { status: answer.getStatusCode(), body: answer.getParsedResponse() }
}
const recommendations = async (sessionId: string) => {
  const session = await client.getSession(sessionId)
  const checks = session.getChecks().map((check) => check.getReport()?.getRecommendation().getValue())
  return [session.getState(), ...checks]
}

describe('the official client', () => {
  it('runs a face authentication with an uploaded picture', async () => {
    const person = await createSession()
    const before = await client.getSessionConfiguration(person.sessionId)
    expect(before.getRequestedChecks()).toEqual(['LIVENESS', 'FACE_COMPARISON'])
    expect(before.getCapture()?.getBiometricConsent()).toBe('REQUIRED')
    expect(before.getCapture()?.getLivenessResourceRequirements()[0]?.getLivenessType()).toBe('STATIC')
    await upload(person.sessionId, anna)
    expect(
      await deliverSelfie(sandbox.origin, person, await createPortrait('anna', { margin: 0.4 })),
    ).toEqual({
      kind: 'done',
    })
    expect(await recommendations(person.sessionId)).toEqual(['COMPLETED', 'APPROVE', 'APPROVE'])

    const session = await client.getSession(person.sessionId)
    expect(session.getUserTrackingId()).toBe('user-1')
    expect(session.getBiometricConsentTimestamp()).toBeInstanceOf(Date)
    const [liveness] = session.getLivenessChecks()
    expect(liveness?.getReport().getBreakdown()).toHaveLength(3)
    expect(session.getFaceComparisonChecks()[0]?.getResourcesUsed()).toHaveLength(2)
    const mediaId = session.getResources().getStaticLivenessResources()[0]?.getImage().getId() ?? ''
    const media = await client.getMediaContent(person.sessionId, mediaId)
    expect(media?.getMimeType()).toBe('image/jpeg')
    expect(media?.getContent().equals(await createPortrait('anna', { margin: 0.4 }))).toBe(true)

    await client.deleteMediaContent(person.sessionId, mediaId)
    const notFound = { message: expect.stringContaining('MEDIA_CONTENT_NOT_FOUND') }
    await expect(client.getMediaContent(person.sessionId, mediaId)).rejects.toMatchObject(notFound)
    await client.getSessionTrackedDevices(person.sessionId)
    await client.deleteSessionTrackedDevices(person.sessionId)
    await client.deleteSession(person.sessionId)
    const gone = { message: expect.stringContaining('SESSION_NOT_FOUND') }
    await expect(client.getSession(person.sessionId)).rejects.toMatchObject(gone)
  })

  it('sees another person rejected, after a try without a face', async () => {
    const person = await createSession('ZOOM')
    await upload(person.sessionId, anna)
    expect(await deliverSelfie(sandbox.origin, person, await createEmptyRoom())).toEqual({ kind: 'again' })
    expect(await deliverSelfie(sandbox.origin, person, berta)).toEqual({ kind: 'done' })
    expect(await recommendations(person.sessionId)).toEqual(['COMPLETED', 'REJECT', 'APPROVE', 'REJECT'])
    const session = await client.getSession(person.sessionId)
    expect(session.getResources().getZoomLivenessResources()[1]?.getFrames()).toHaveLength(2)
  })

  it('keeps a face with an applicant, attaches it and deletes it', async () => {
    const created = await call('POST', '/applicants', {})
    expect(created.body).toMatchObject({ id: expect.any(String), faces: { faces: [] }, pools: [] })
    const { id } = created.body
    const face = await call('POST', `/applicants/${id}/faces`, { face: { data: anna.toString('base64') } })
    const person = await createSession()
    const resource = await createResource(person.sessionId)
    const path = `/sessions/${person.sessionId}/resources/face-capture/${resource.getId()}/applicant`
    expect(await call('PUT', path, { applicant_id: id })).toMatchObject({ status: 200 })
    await deliverSelfie(sandbox.origin, person, anna)
    expect(await recommendations(person.sessionId)).toEqual(['COMPLETED', 'APPROVE', 'APPROVE'])

    const second = { face: { data: berta.toString('base64') } }
    await expect(call('POST', `/applicants/${id}/faces`, second)).rejects.toMatchObject({ status: 422 })
    expect((await call('DELETE', `/applicants/${id}/faces/${face.body.id}`)).status).toBe(204)
    const session = await client.getSession(person.sessionId)
    const media_id = session.getResources().getStaticLivenessResources()[0]?.getImage().getId()
    const source = { session_id: person.sessionId, media_id }
    expect((await call('POST', `/applicants/${id}/faces`, { face: { source } })).status).toBe(201)
    expect((await call('DELETE', `/applicants/${id}`)).status).toBe(204)
    await expect(call('DELETE', `/applicants/${id}`)).rejects.toMatchObject({ status: 404 })
  })
})
