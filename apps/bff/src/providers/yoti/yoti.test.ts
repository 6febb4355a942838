/** Against the sandbox: real signatures, real pictures, real notifications. */
import { generateKeyPairSync } from 'node:crypto'
import { createFaceComparer } from '@visavis/vendor-sandbox/kit'
import { createPortrait } from '@visavis/vendor-sandbox/portraits'
import { deliverSelfie, startYotiSandbox } from '@visavis/vendor-sandbox/yoti'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fakeJpeg } from '../../testing/test-app.ts'
import { createProviderToolbox } from '../create-tools.ts'
import type { ProviderDefinition } from '../definition.ts'
import type { CaptureState, StartCaptureInput } from '../hosted-capture.ts'
import { type Act, type ActOutcome, describeHostedProvider, type HostedFixture } from '../hosted-contract.ts'
import type { FaceProvider, Picture } from '../types.ts'
import { createYotiApi } from './api.ts'
import { yoti } from './index.ts'
import { yotiSettingsSchema } from './settings.ts'
import { createdResourceSchema } from './wire.ts'

type Sandbox = Awaited<ReturnType<typeof startYotiSandbox>>
type Step = Parameters<HostedFixture['act']>[0]

const toPicture = (bytes: Uint8Array): Picture => ({
  mediaType: 'image/jpeg',
  bytes: bytes.byteLength,
  read: async () => bytes,
  stream: async function* () {
    yield bytes
  },
})

/** Under the vendor's clock, which checks when a request was signed. */
const createToolbox = (sandbox: Sandbox) =>
  createProviderToolbox({ allowPrivate: true, now: () => sandbox.clock.now() })

const readMessage = (step: Step) => {
  const rule = step.next === 'frame' ? step.rules.find(({ action }) => action === 'reply') : undefined
  if (rule?.action !== 'reply') throw new Error('not the step expected')
  const { sessionID, sessionToken } = rule.message as Record<string, string>
  return { sessionId: sessionID ?? '', token: sessionToken ?? '' }
}

/** Of somebody else. */
const OTHER_KEY = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
})

type MakeReference = (provider: FaceProvider, picture: Buffer) => Promise<object>

const createVendor = async (makeReference: MakeReference, more: object = {}): Promise<HostedFixture> => {
  const faces = createFaceComparer()
  const sandbox = await startYotiSandbox({ faces })
  const toolbox = createToolbox(sandbox)
  const settings = { ...sandbox.credentials, ...more }
  const definition: ProviderDefinition = {
    ...yoti,
    create: (own, tools) => yoti.create(own, { ...tools, now: () => sandbox.clock.now() }),
  }
  const provider = yoti.create(settings, toolbox.toolsFor('yoti'))
  const anna = await createPortrait('anna')
  const selfies = {
    anna: await createPortrait('anna', { margin: 0.7, width: 500, brightness: 1.15 }),
    berta: await createPortrait('berta'),
  }
  let last = { sessionId: '', token: '' }

  const act = async (step: Step, what: Act): Promise<ActOutcome> => {
    last = readMessage(step)
    switch (what) {
      case 'expiry':
        sandbox.clock.advance(31 * 60_000)
        return {}
      case 'cancel':
        return { handed: { eventType: 'ERROR', eventCode: 4000 } }
      case 'spoof': {
        sandbox.verdicts.set(last.sessionId, { liveness: 'REJECT' })
        let outcome = await deliverSelfie(sandbox.origin, last, selfies.anna)
        while (outcome.kind === 'again') outcome = await deliverSelfie(sandbox.origin, last, selfies.anna)
        return outcome.kind === 'error' ? { handed: { eventType: 'ERROR', eventCode: outcome.code } } : {}
      }
      default: {
        const selfie = what === 'other-person' ? selfies.berta : selfies.anna
        expect(await deliverSelfie(sandbox.origin, last, selfie)).toEqual({ kind: 'done' })
        return { handed: { eventType: 'SUCCESS' } }
      }
    }
  }

  return {
    definition,
    settings,
    refusedSettings: [{ private_key: OTHER_KEY.privateKey }],
    wrongSettings: [
      [{ sdk_id: 'x' }, 'private_key__required'],
      [{ ...settings, private_key: 'not a key' }, 'private_key__invalid_format'],
      [{ ...settings, liveness_type: 'BLINK' }, 'liveness_type__invalid_format'],
      [{ ...settings, max_retries: 0 }, 'max_retries__too_short'],
      [{ ...settings, base_url: 'nowhere' }, 'base_url__invalid_format'],
    ],
    createReference: () => makeReference(provider, anna),
    act,
    setFault: (fault) => (fault ? sandbox.faults.add(fault) : sandbox.faults.clear()),
    isErased: async () => {
      const answer = await fetch(`${sandbox.credentials.base_url}/web/client/${last.sessionId}`, {
        headers: { 'X-Yoti-Auth-Token': last.token },
      })
      return answer.status === 404
    },
    close: async () => {
      await sandbox.close()
      await toolbox.close()
      await faces.close()
    },
  }
}

describeHostedProvider('yoti, with an uploaded picture', () =>
  createVendor(async (_, picture) => ({ image: picture.toString('base64') })),
)

describeHostedProvider('yoti, with an applicant of the vendor and a moving face', () =>
  createVendor(
    async ({ faces }, picture) => {
      const created = await faces?.create({ picture, details: {} }, AbortSignal.timeout(10_000))
      return { provider: 'yoti', vendor_reference: created?.reference }
    },
    { liveness_type: 'ZOOM' },
  ),
)

describe('yoti, in detail', () => {
  let sandbox: Sandbox
  let toolbox: ReturnType<typeof createToolbox>
  let provider: FaceProvider
  const signal = () => AbortSignal.timeout(20_000)
  const input: StartCaptureInput = {
    attemptId: 'fatp_x',
    applicant: { id: 'aplt_x', externalId: 'partner-name' },
    references: [{ faceId: 'face_x', picture: toPicture(fakeJpeg()) }],
    minimumMatchLevel: 3,
    locale: 'de',
    lifetimeS: 1800,
    returnUrl: 'https://visavis.example/return/x',
    webhookUrl: 'https://visavis.example/vendor/yoti/usj_x',
  }

  beforeAll(async () => {
    const agreeable = {
      compare: async () => ({ kind: 'compared', matchLevel: 5, distance: 0 }) as const,
      findProblem: async () => undefined,
      extract: async () => undefined,
      close: async () => {},
    }
    sandbox = await startYotiSandbox({ faces: agreeable })
    toolbox = createToolbox(sandbox)
    provider = yoti.create(sandbox.credentials, toolbox.toolsFor('yoti'))
  })
  afterEach(() => {
    sandbox.faults.clear()
    sandbox.verdicts.clear()
  })
  afterAll(async () => {
    await sandbox.close()
    await toolbox.close()
  })

  const start = async (change: Partial<StartCaptureInput> = {}) => {
    const outcome = await provider.hosted?.start({ ...input, ...change }, signal())
    if (outcome?.kind !== 'started') throw new Error(`not started: ${outcome?.kind}`)
    return { ...outcome, person: readMessage(outcome.step) }
  }
  const read = (state: CaptureState) => provider.hosted?.readResult(state, signal())

  it('opens its page without a token in the address, to exactly the vendor', async () => {
    const { step, person, state } = await start()
    const origin = new URL(sandbox.origin).origin
    expect(step).toMatchObject({ next: 'frame', url: `${origin}/idverify/v1/web/index.html`, origin })
    expect(JSON.stringify(state)).not.toContain(person.token)
    expect(sandbox.requests.join()).not.toContain(person.token)
    expect(provider.hosted?.pagePolicy).toEqual({ 'frame-src': [origin] })
  })

  it('compares with nothing that the vendor does not take', async () => {
    const references = (vendorReference: string) => ({ references: [{ faceId: 'face_x', vendorReference }] })
    for (const change of [
      { references: [{ faceId: 'face_x' }] },
      references('not-an-applicant'),
      references('eaa08767-2a59-47a7-9804-aa9f99ac9d93'),
      { references: [{ faceId: 'face_x', picture: toPicture(Uint8Array.from([1, 2, 3])) }] },
    ]) {
      expect(await provider.hosted?.start({ ...input, ...change }, signal())).toEqual({
        kind: 'no-reference',
      })
    }
    expect(sandbox.requests.at(-1)).toMatch(/^DELETE /)
  })

  it.each(['reset_after', 'truncated', 'wrong_json', 'not_json'] as const)(
    'starts nothing, and leaves nothing behind, on %s',
    async (kind) => {
      sandbox.faults.add({ kind, times: 3, method: 'GET', path: '/idverify/v1/sessions/' })
      await expect(provider.hosted?.start(input, signal())).rejects.toMatchObject({ name: 'ProviderError' })
      expect(sandbox.requests.at(-1)).toMatch(/^DELETE \/idverify\/v1\/sessions\/[^/]+\?/)
    },
  )

  it('signs each try anew: what got lost is asked for again', async () => {
    const { state } = await start()
    sandbox.faults.add({ kind: 'reset_after', times: 1 })
    expect(await read(state)).toEqual({ kind: 'pending' })
  })

  it.each([
    [{ liveness: 'GENUINE' }, { kind: 'unknown' }],
    [{ comparison: 'CONSIDER' }, { kind: 'unknown' }],
    [{ comparison: 'approve' }, { kind: 'unknown' }],
    [{ comparison: 'NOT_AVAILABLE' }, { kind: 'inconclusive', codes: [61901] }],
    [{ comparison_state: 'INTERNAL_ERROR' }, { kind: 'inconclusive', codes: [61901] }],
    [{ comparison_state: 'PENDING' }, { kind: 'checking' }],
    [
      { comparison: 'REJECT', reason: 'SOME_REASON' },
      { kind: 'declined', codes: [62321] },
    ],
    [
      { liveness: 'REJECT', failed_sub_check: 'payload_signature_verification' },
      { kind: 'declined', codes: [62307, 62305] },
    ],
  ] as const)('makes of %j what it may', async (verdict, expected) => {
    sandbox.verdicts.set('aplt_x', verdict)
    const { state, person } = await start()
    let outcome = await deliverSelfie(sandbox.origin, person, fakeJpeg())
    while (outcome.kind === 'again') outcome = await deliverSelfie(sandbox.origin, person, fakeJpeg())
    expect(await read(state)).toEqual(expected)
  })

  it('believes no message of the page that it succeeded', async () => {
    const { state } = await start()
    const handed = { eventType: 'SUCCESS', result: 'APPROVE' }
    expect(await provider.hosted?.completeStep?.(state, handed, signal())).toEqual({ kind: 'checking' })
    for (const nonsense of [null, 'SUCCESS', { eventType: 'DONE' }, { eventType: 'ERROR', eventCode: 'x' }]) {
      expect(await provider.hosted?.completeStep?.(state, nonsense, signal())).toEqual({ kind: 'pending' })
    }
  })

  it('hands out no picture that the vendor withholds', async () => {
    sandbox.verdicts.set('aplt_x', { withhold_media: true })
    const { state, person } = await start()
    await deliverSelfie(sandbox.origin, person, fakeJpeg())
    const [picture] = (await provider.hosted?.media?.(state, signal())) ?? []
    expect(await picture?.load(signal())).toHaveLength(0)
  })

  it('gives an applicant the face of the liveness check in an earlier session', async () => {
    const { faces } = provider
    sandbox.verdicts.set('aplt_x', { liveness: 'REJECT' }, { liveness: 'APPROVE' })
    const { state, person } = await start()
    const session_id = String(state.sessionId)
    const make = (details: Record<string, string>, more: object = {}) =>
      faces?.create({ details, ...more }, signal())
    const refusal = (code: string) => ({ kind: 'rejected', code })
    await deliverSelfie(sandbox.origin, person, fakeJpeg(64))
    await expect(make({ session_id })).rejects.toMatchObject(refusal('no_approved_liveness'))
    await deliverSelfie(sandbox.origin, person, fakeJpeg(65))
    const made = await make({ session_id })
    expect(made).toMatchObject({ status: 'ACTIVE', expiresOn: null })
    // It is compared with like any other.
    const vendorReference = made?.reference ?? ''
    await start({ references: [{ faceId: 'face_x', vendorReference }] })
    // The very picture that was approved, not that of the try before.
    const picture = (await provider.hosted?.media?.(state, signal()))?.[0]
    expect(await picture?.load(signal())).toHaveLength(65)

    const asked = sandbox.requests.length
    await expect(make({ session_id, media_id: 'of-nobody' })).rejects.toMatchObject({ status: 422 })
    expect(sandbox.requests.slice(asked).map((line) => line.replace(/\?.*|[\da-f-]{36}/g, ''))).toEqual([
      'POST /idverify/v1/applicants',
      'POST /idverify/v1/applicants//faces',
      'DELETE /idverify/v1/applicants/',
    ])
    await expect(make({ session_id: crypto.randomUUID() })).rejects.toMatchObject({ status: 404 })
    await expect(make({ sessionId: session_id })).rejects.toMatchObject(refusal('details_invalid'))
    const both = make({ session_id }, { picture: fakeJpeg() })
    await expect(both).rejects.toMatchObject(refusal('picture_or_session'))
    sandbox.verdicts.clear()
  })

  it('keeps faces with applicants of the vendor until they are deleted, once or twice', async () => {
    const { faces } = provider
    const created = await faces?.create({ picture: fakeJpeg(), details: {} }, signal())
    expect(created).toMatchObject({ status: 'ACTIVE', expiresOn: null })
    const reference = created?.reference ?? ''
    await start({ references: [{ faceId: 'face_x', vendorReference: reference }] })
    await faces?.delete?.(reference, signal())
    await faces?.delete?.(reference, signal())
    const without = faces?.create({ details: {} }, signal())
    await expect(without).rejects.toMatchObject({ kind: 'rejected', code: 'picture_required' })
  })

  it('deletes of an applicant that was there before the face alone', async () => {
    const { faces } = provider
    const api = createYotiApi(yotiSettingsSchema.parse(sandbox.credentials), toolbox.toolsFor('yoti'))
    const request = { method: 'POST', path: '/applicants', body: { json: {} } } as const
    const { id: owner } = await api.json(request, createdResourceSchema, signal())
    const add = () => faces?.create({ owner, picture: fakeJpeg(), details: {} }, signal())
    const vendorReference = (await add())?.reference ?? ''
    expect(vendorReference).toMatch(new RegExp(`^${owner}#[\\da-f-]{36}$`))
    await start({ references: [{ faceId: 'face_x', vendorReference }] })
    await faces?.delete?.(vendorReference, signal())
    await faces?.delete?.(vendorReference, signal())
    // Still there, and takes a face again; a reference cut short does not become the applicant's.
    expect(await add()).toMatchObject({ status: 'ACTIVE' })
    await expect(faces?.delete?.(`${owner}#`, signal())).rejects.toThrow('not an id')
    await expect(add()).rejects.toMatchObject({ status: 422 })
  })
})
