/** Against the sandbox: real pictures, real signatures, real webhooks. */
import {
  addVerification,
  cancelSession,
  deliverSelfie,
  setWebhookUrl,
  startIdenfySandbox,
} from '@visavis/vendor-sandbox/idenfy'
import { createFaceComparer } from '@visavis/vendor-sandbox/kit'
import { createPortrait } from '@visavis/vendor-sandbox/portraits'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fakeJpeg } from '../../testing/test-app.ts'
import { createProviderToolbox } from '../create-tools.ts'
import type { ProviderDefinition } from '../definition.ts'
import type { CaptureState, StartCaptureInput } from '../hosted-capture.ts'
import { type Act, type ActOutcome, describeHostedProvider, type HostedFixture } from '../hosted-contract.ts'
import type { FaceProvider } from '../types.ts'
import { idenfy } from './index.ts'

type Step = Parameters<HostedFixture['act']>[0]

const readToken = (step: Step): string => {
  if (step.next !== 'frame') throw new Error('not the step expected')
  return new URL(step.url).searchParams.get('token') ?? ''
}

const createVendor = async (): Promise<HostedFixture> => {
  const faces = createFaceComparer()
  const sandbox = await startIdenfySandbox({ faces })
  const settings = { ...sandbox.credentials }
  const definition: ProviderDefinition = {
    ...idenfy,
    create: (own, tools) => idenfy.create(own, { ...tools, now: () => sandbox.clock.now() }),
  }
  const scanRef = await addVerification(sandbox, await createPortrait('anna'))
  const selfies = {
    anna: await createPortrait('anna', { margin: 0.7, width: 500, brightness: 1.15 }),
    berta: await createPortrait('berta'),
  }

  const act = async (step: Step, what: Act): Promise<ActOutcome> => {
    const token = readToken(step)
    switch (what) {
      case 'expiry':
        sandbox.clock.advance(31 * 60_000)
        return {}
      case 'cancel':
        await cancelSession(sandbox.origin, token)
        return {}
      default: {
        if (what === 'spoof') sandbox.verdicts.set(token, { status: 'FAILED', fail_reason: 'FAKE_FACE' })
        const selfie = what === 'other-person' ? selfies.berta : selfies.anna
        const status = await deliverSelfie(sandbox.origin, token, selfie)
        expect(status).toBe(what === 'right-person' ? 'APPROVED' : 'FAILED')
        return { handed: { status } }
      }
    }
  }

  return {
    definition,
    settings,
    refusedSettings: [{ api_secret: 'wrong' }],
    wrongSettings: [
      [{ api_key: 'x' }, 'api_secret__required'],
      [{ ...settings, signing_key: '' }, 'signing_key__too_short'],
      [{ ...settings, capture_url: 'nowhere' }, 'capture_url__invalid_format'],
    ],
    createReference: async () => ({ provider: 'idenfy', vendor_reference: scanRef }),
    act,
    setFault: (fault) => (fault ? sandbox.faults.add(fault) : sandbox.faults.clear()),
    sendWebhooksTo: async (url) => {
      await setWebhookUrl(sandbox, url)
      return undefined
    },
    close: async () => {
      await sandbox.close()
      await faces.close()
    },
  }
}

describeHostedProvider('idenfy', createVendor)

describe('idenfy, in detail', () => {
  let sandbox: Awaited<ReturnType<typeof startIdenfySandbox>>
  let toolbox: ReturnType<typeof createProviderToolbox>
  let provider: FaceProvider
  let scanRef: string
  const signal = () => AbortSignal.timeout(20_000)
  const inputOf = (change: Partial<StartCaptureInput> = {}): StartCaptureInput => ({
    attemptId: 'fatp_x',
    applicant: { id: 'aplt_x', externalId: null },
    references: [{ faceId: 'face_x', vendorReference: scanRef }],
    minimumMatchLevel: 3,
    locale: 'de-AT',
    lifetimeS: 1800,
    returnUrl: 'https://visavis.example/return/x',
    webhookUrl: 'https://visavis.example/vendor/idenfy/usj_x',
    ...change,
  })

  beforeAll(async () => {
    const agreeable = {
      compare: async () => ({ kind: 'compared', matchLevel: 5, distance: 0 }) as const,
      findProblem: async () => undefined,
      extract: async () => undefined,
      close: async () => {},
    }
    sandbox = await startIdenfySandbox({ faces: agreeable })
    toolbox = createProviderToolbox({ allowPrivate: true, now: () => sandbox.clock.now() })
    provider = idenfy.create(sandbox.credentials, {
      ...toolbox.toolsFor('idenfy'),
      now: () => sandbox.clock.now(),
    })
    scanRef = await addVerification(sandbox, fakeJpeg())
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
    const outcome = await provider.hosted?.start(inputOf(change), signal())
    if (outcome?.kind !== 'started') throw new Error(`not started: ${outcome?.kind}`)
    return { ...outcome, token: readToken(outcome.step) }
  }
  const read = (state: CaptureState, hint?: unknown) => provider.hosted?.readResult(state, signal(), hint)

  it('opens its page in a frame, to exactly the vendor', async () => {
    const { step, token, vendorSession } = await start()
    expect(vendorSession).toBe(token)
    expect(step).toMatchObject({ next: 'frame', origin: sandbox.origin, allow: 'camera; fullscreen' })
    expect(provider.hosted?.pagePolicy).toEqual({ 'frame-src': [sandbox.origin] })
  })

  it("shows digits for the vendor's own app where the journey wants them", async () => {
    expect((await start()).step).not.toHaveProperty('app_code')
    const settings = { ...sandbox.credentials, digit_string: true }
    const outcome = await idenfy
      .create(settings, toolbox.toolsFor('idenfy'))
      .hosted?.start(inputOf(), signal())
    expect(outcome).toMatchObject({ kind: 'started', step: { app_code: expect.stringMatching(/^\d{8}$/) } })
  })

  it('starts nothing without a verification that can be compared with', async () => {
    const unknown = { faceId: 'face_x', vendorReference: '8df398bb-7340-11ee-9aec-0221b1f59063' }
    for (const references of [[], [{ faceId: 'face_x' }], [unknown]]) {
      expect(await provider.hosted?.start(inputOf({ references }), signal())).toEqual({
        kind: 'no-reference',
      })
    }
    sandbox.verdicts.set(scanRef, { check_status: 'IDENTIFICATION' })
    expect(await provider.hosted?.start(inputOf(), signal())).toEqual({ kind: 'no-reference' })
    sandbox.verdicts.set(scanRef, { check_status: 'SOMETHING_NEW' })
    expect(await provider.hosted?.start(inputOf(), signal())).toEqual({ kind: 'no-reference' })
    sandbox.verdicts.clear()
    await start({ references: [unknown, { faceId: 'face_y', vendorReference: scanRef }] })
  })

  it('hands out the picture', async () => {
    const { state, token } = await start()
    expect(await provider.hosted?.media?.(state, signal())).toEqual([])
    const taken = fakeJpeg()
    await deliverSelfie(sandbox.origin, token, taken)
    const [picture] = (await provider.hosted?.media?.(state, signal())) ?? []
    expect(Buffer.compare((await picture?.load(signal())) ?? Buffer.alloc(0), taken)).toBe(0)
  })

  it('reads nothing out of a vendor that wants money first', async () => {
    const { state } = await start()
    sandbox.faults.add({ kind: 'status', status: 402 })
    await expect(read(state)).rejects.toMatchObject({ kind: 'rejected', status: 402 })
  })

  it('believes neither the page nor a webhook that somebody was approved', async () => {
    const { state } = await start()
    expect(await read(state, { status: 'SUCCESS' })).toEqual({ kind: 'checking' })
    expect(await read(state, { status: 'APPROVED' })).toEqual({ kind: 'unknown' })
    expect(provider.hosted?.completeStep).toBeUndefined()
  })

  it('waits a moment for the reason of a failure, then goes on without', async () => {
    sandbox.verdicts.set(scanRef, { status: 'FAILED', fail_reason: 'EYES_CLOSED' })
    const { state, token } = await start()
    await deliverSelfie(sandbox.origin, token, fakeJpeg())
    const seen = await read(state)
    expect(seen).toMatchObject({ kind: 'checking', state: { failedOn: expect.any(String) } })
    expect(await read(state, { status: 'FAILED', failReason: 'EYES_CLOSED' })).toEqual({
      kind: 'inconclusive',
      codes: [61411],
    })
    sandbox.clock.advance(30_000)
    const later = seen?.kind === 'checking' && seen.state ? seen.state : state
    expect(await read(later)).toEqual({ kind: 'declined', codes: [] })
  })
})
