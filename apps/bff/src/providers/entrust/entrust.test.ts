/** Against the sandbox: real pictures, real challenges, its stand-in for the capture script. */
import {
  activateOnPhone,
  addUser,
  capture,
  register,
  setPermissions,
  startEntrustSandbox,
} from '@visavis/vendor-sandbox/entrust'
import { createFaceComparer } from '@visavis/vendor-sandbox/kit'
import { createPortrait } from '@visavis/vendor-sandbox/portraits'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fakeJpeg } from '../../testing/test-app.ts'
import { createProviderToolbox } from '../create-tools.ts'
import type { ProviderDefinition } from '../definition.ts'
import type { CaptureState, StartCaptureInput } from '../hosted-capture.ts'
import { type Act, type ActOutcome, describeHostedProvider, type HostedFixture } from '../hosted-contract.ts'
import type { FaceProvider } from '../types.ts'
import type { CreateVendorFaceInput } from '../vendor-faces.ts'
import { entrust } from './index.ts'

type Sandbox = Awaited<ReturnType<typeof startEntrustSandbox>>
type Step = Parameters<HostedFixture['act']>[0]

/** Under the vendor's clock. */
const createToolbox = (sandbox: Sandbox) =>
  createProviderToolbox({ allowPrivate: true, now: () => sandbox.clock.now() })

const readSdk = (step: Step) => {
  if (step.next !== 'vendor_sdk') throw new Error('not the step expected')
  return step.options as { token: string; workflowRunId: string }
}

const createVendor = async (isNamedByUser: boolean): Promise<HostedFixture> => {
  const faces = createFaceComparer()
  const sandbox = await startEntrustSandbox({ faces })
  const toolbox = createToolbox(sandbox)
  const settings = { ...sandbox.credentials }
  const definition: ProviderDefinition = {
    ...entrust,
    create: (own, tools) => entrust.create(own, { ...tools, now: () => sandbox.clock.now() }),
  }
  const provider = entrust.create(settings, toolbox.toolsFor('entrust'))
  const anna = await createPortrait('anna')
  const selfies = {
    anna: await createPortrait('anna', { margin: 0.7, width: 500, brightness: 1.15 }),
    berta: await createPortrait('berta'),
  }

  const act = async (step: Step, what: Act): Promise<ActOutcome> => {
    const sdk = readSdk(step)
    switch (what) {
      case 'expiry':
        sandbox.clock.advance(31 * 60_000)
        return {}
      case 'cancel':
        return { handed: { event: 'exit', reason: 'USER_CANCELLED' } }
      default: {
        if (what === 'spoof') sandbox.verdicts.set(sdk.workflowRunId, { status: 'CONCERN' })
        const selfie = what === 'other-person' ? selfies.berta : selfies.anna
        expect(await capture(sandbox.origin, sdk, selfie)).toEqual({})
        return { handed: { event: 'complete', data: {} } }
      }
    }
  }

  return {
    definition,
    settings,
    refusedSettings: [{ admin_shared_secret: 'wrong' }],
    wrongSettings: [
      [{ ...settings, base_url: 'nowhere' }, 'base_url__invalid_format'],
      [{ base_url: sandbox.origin, application_id: 'x' }, 'script_url__required'],
      [{ ...settings, create_version: 'v3' }, 'create_version__invalid_format'],
      [
        {
          base_url: sandbox.origin,
          application_id: 'x',
          script_url: 'https://x.example',
          admin_shared_secret: 'y',
        },
        'admin_application_id__required',
      ],
    ],
    createReference: async () => {
      const { id: owner, alias } = await addUser(sandbox.origin)
      const details = await register(sandbox.origin, anna)
      const made = await provider.faces?.create({ owner, details }, AbortSignal.timeout(10_000))
      return { provider: 'entrust', vendor_reference: isNamedByUser ? alias : made?.reference }
    },
    act,
    setFault: (fault) => (fault ? sandbox.faults.add(fault) : sandbox.faults.clear()),
    // The vendor gives no reason for a no.
    expected: { spoof: /^declined$/ },
    // What tokens of the vendor begin with.
    secrets: ['idaas-challenge', 'idaas-admin', 'idaas-user'],
    close: async () => {
      await sandbox.close()
      await toolbox.close()
      await faces.close()
    },
  }
}

describeHostedProvider('entrust, with a face made there', () => createVendor(false))
describeHostedProvider('entrust, with a user', () => createVendor(true))

describe('entrust, in detail', () => {
  let sandbox: Sandbox
  let toolbox: ReturnType<typeof createToolbox>
  let provider: FaceProvider
  const signal = () => AbortSignal.timeout(20_000)
  const input: StartCaptureInput = {
    attemptId: 'fatp_x',
    applicant: { id: 'aplt_x', externalId: null },
    references: [],
    minimumMatchLevel: 3,
    locale: 'de',
    lifetimeS: 1800,
    returnUrl: 'https://visavis.example/return/x',
    webhookUrl: 'https://visavis.example/vendor/entrust/usj_x',
  }

  beforeAll(async () => {
    const agreeable = {
      compare: async () => ({ kind: 'compared', matchLevel: 5, distance: 0 }) as const,
      findProblem: async () => undefined,
      extract: async () => undefined,
      close: async () => {},
    }
    sandbox = await startEntrustSandbox({ faces: agreeable })
    toolbox = createToolbox(sandbox)
    provider = entrust.create(sandbox.credentials, toolbox.toolsFor('entrust'))
  })
  afterEach(() => {
    sandbox.faults.clear()
    sandbox.verdicts.clear()
  })
  afterAll(async () => {
    await sandbox.close()
    await toolbox.close()
  })

  const withVersion = (create_version: string) =>
    entrust.create({ ...sandbox.credentials, create_version }, toolbox.toolsFor('entrust'))
  const enrol = async (own = provider) => {
    const { id: owner, alias } = await addUser(sandbox.origin)
    const details = await register(sandbox.origin, fakeJpeg())
    const face = await own.faces?.create({ owner, details }, signal())
    if (!face) throw new Error('no face')
    return { owner, alias, face }
  }
  const startWith = (...names: string[]) => {
    const references = names.map((vendorReference) => ({ faceId: 'face_x', vendorReference }))
    return provider.hosted?.start({ ...input, references }, signal())
  }
  const start = async () => {
    const { owner, face } = await enrol()
    const outcome = await startWith(face.reference)
    if (outcome?.kind !== 'started') throw new Error(`not started: ${outcome?.kind}`)
    return { ...outcome, owner, sdk: readSdk(outcome.step) }
  }
  const read = (state: CaptureState) => provider.hosted?.readResult(state, signal())
  const completeCalls = () => sandbox.requests.filter((each) => each.includes('/complete')).length

  it('gives the browser what its script needs, and opens the page to the script alone', async () => {
    const { step, state } = await start()
    expect(step).toMatchObject({
      next: 'vendor_sdk',
      sdk: 'onfido',
      script_url: sandbox.credentials.script_url,
    })
    expect(Object.keys(readSdk(step)).sort()).toEqual(['token', 'workflowRunId'])
    expect(JSON.stringify(step)).not.toContain(state.token)
    expect(sandbox.requests.join()).not.toContain(state.token)
    const policy = provider.hosted?.pagePolicy
    for (const origins of Object.values(policy ?? {})) expect(origins).toEqual([sandbox.origin])
    const api = { ...sandbox.credentials, script_api_url: 'https://api.example/v3' }
    const other = entrust.create(api, toolbox.toolsFor('entrust')).hosted?.pagePolicy
    expect(other?.['connect-src']).toEqual([sandbox.origin, 'https://api.example'])
    expect(other?.['script-src']).toEqual([sandbox.origin])
  })

  it('challenges the first face that this browser can capture', async () => {
    const { face, owner } = await enrol()
    expect(await startWith('nobody', `${owner}#another-face`)).toEqual({ kind: 'no-reference' })
    expect(await startWith()).toEqual({ kind: 'no-reference' })
    expect(await startWith('nobody', face.reference)).toMatchObject({ kind: 'started' })
    sandbox.verdicts.set(owner, { device: 'MOBILE' })
    const before = completeCalls()
    expect(await startWith(face.reference)).toEqual({ kind: 'no-reference' })
    // Called off: nobody will answer it.
    expect(completeCalls()).toBe(before + 1)
  })

  it.each([
    [{ status: 'SOMETHING_NEW', authentication_completed: true }, { kind: 'unknown' }],
    [{ status: null, authentication_completed: true }, { kind: 'unknown' }],
    [{ status: 'CONFIRM', authentication_completed: false }, { kind: 'unknown' }],
    [{ status: 'CONCERN' }, { kind: 'declined', codes: [] }],
    [{ status: 'CANCEL' }, { kind: 'cancelled', codes: [61121] }],
    [{ error_code: 'INVALID_TRANSACTION' }, { kind: 'expired' }],
  ] as const)('makes of %j what it may', async (verdict, expected) => {
    const { state, sdk } = await start()
    sandbox.verdicts.set(sdk.workflowRunId, verdict)
    await capture(sandbox.origin, sdk, fakeJpeg())
    expect(await read(state)).toEqual(expected)
  })

  it('takes no refusal it does not know for a verdict', async () => {
    const { state, sdk } = await start()
    sandbox.verdicts.set(sdk.workflowRunId, { error_code: 'face_rejected' })
    await capture(sandbox.origin, sdk, fakeJpeg())
    await expect(read(state)).rejects.toMatchObject({ kind: 'rejected', code: 'face_rejected' })
  })

  it('believes no script that it succeeded', async () => {
    const { state } = await start()
    const complete = (handed: unknown) => provider.hosted?.completeStep?.(state, handed, signal())
    expect(await complete({ event: 'complete', data: { status: 'CONFIRM' } })).toEqual({ kind: 'checking' })
    for (const nonsense of [null, 'complete', { event: 'approved' }, { status: 'CONFIRM' }]) {
      expect(await complete(nonsense)).toEqual({ kind: 'pending' })
    }
    expect(await complete({ event: 'error', code: 'exception' })).toEqual({
      kind: 'inconclusive',
      codes: [61901],
    })
    expect(await read(state)).toEqual({ kind: 'expired' })
  })

  it('lets a script that fails too late change nothing', async () => {
    const { state, sdk } = await start()
    await capture(sandbox.origin, sdk, fakeJpeg())
    const result = await provider.hosted?.completeStep?.(state, { event: 'exit', reason: 'x' }, signal())
    expect(result).toEqual({ kind: 'approved', codes: [10000] })
  })

  it('asks until its deadline and then calls the challenge off', async () => {
    const { state } = await start()
    expect(await read(state)).toEqual({ kind: 'pending' })
    const before = completeCalls()
    const late = { ...state, endsOn: sandbox.clock.now().toISOString() }
    expect(await read(late)).toEqual({ kind: 'expired' })
    expect(completeCalls()).toBe(before + 2)
    await provider.hosted?.cancel?.(state, signal())
    expect(await read(state)).toEqual({ kind: 'expired' })
    expect(provider.hosted?.readEveryMs).toBe(1_000)
  })

  it('knows no result in other JSON', async () => {
    const { state } = await start()
    sandbox.faults.add({ kind: 'wrong_json', times: 1 })
    expect(await read(state)).toEqual({ kind: 'unknown' })
  })

  it('gets one admin token, and another when it runs out or is refused', async () => {
    const own = withVersion('v2')
    const { owner } = await enrol()
    const logins = () => sandbox.requests.filter((each) => each.includes('authenticate')).length
    const list = () => own.faces?.list?.(owner, signal())
    const before = logins()
    await Promise.all([list(), list()])
    await list()
    expect(logins()).toBe(before + 1)
    sandbox.clock.advance(15 * 60_000)
    await list()
    expect(logins()).toBe(before + 2)
    sandbox.faults.add({ kind: 'status', status: 401, times: 1, method: 'GET' })
    expect(await list()).toHaveLength(1)
    expect(logins()).toBe(before + 3)
  })

  it.each(['v1', 'v2'])('makes, reads, changes and deletes faces, by %s', async (version) => {
    const { faces } = withVersion(version)
    const { owner, face } = await enrol(withVersion(version))
    const status = async () => (await faces?.list?.(owner, signal()))?.map((each) => each.status)
    expect(face.reference).toMatch(new RegExp(`^${owner}#.+`))
    expect(await status()).toEqual(['ACTIVE'])
    expect(await faces?.settings?.(owner, signal())).toEqual({ sandboxUnpublished: true })
    const expiresOn = new Date('2040-01-01T00:00:00Z')
    await faces?.update?.(owner, { status: 'DISABLED', expiresOn }, signal())
    expect(await faces?.list?.(owner, signal())).toMatchObject([{ status: 'DISABLED', expiresOn }])
    await faces?.delete?.(face.reference, signal())
    await faces?.delete?.(face.reference, signal())
    expect(await status()).toEqual([])
  })

  it('makes faces that wait for the phone, and sends their e-mail again', async () => {
    const { id: owner } = await addUser(sandbox.origin)
    const details = { deliverActivationEmail: true, returnQRCode: true }
    const face = await provider.faces?.create({ owner, details }, signal())
    expect(face).toMatchObject({
      status: 'ACTIVATING',
      activation: { url: expect.any(String), qrCode: expect.any(String) },
    })
    const reference = face?.reference ?? ''
    await provider.faces?.activate?.(reference, signal())
    expect(sandbox.requests.at(-1)).toMatch(/^PUT .*\/activation$/)
    await activateOnPhone(sandbox.origin, reference.split('#')[1] ?? '', fakeJpeg())
    expect(await provider.faces?.list?.(owner, signal())).toMatchObject([{ status: 'ACTIVE' }])
    expect(await startWith(reference)).toEqual({ kind: 'no-reference' })
  })

  it.each(['v1', 'v2'])('makes faces of what the vendor takes, whichever it is, by %s', async (version) => {
    const make = async (details: CreateVendorFaceInput['details']) => {
      const { id: owner } = await addUser(sandbox.origin)
      return (await withVersion(version).faces?.create({ owner, details }, signal()))?.status
    }
    expect(await make({ encryptedBiometricToken: 'as it is' })).toBe('ACTIVATING')
    expect(await make({ encryptedBiometricToken: { token: 't', user: 'u' } })).toBe('ACTIVATING')
    expect(await make({ deliverActivationEmail: true })).toBe('ACTIVATING')
    const flags = { deliverActivationEmail: false, returnQRCode: false }
    const { workflowRunId } = await register(sandbox.origin, fakeJpeg())
    expect(await make({ workflowRunId, ...flags })).toBe(version === 'v1' ? 'ACTIVE' : 'ACTIVATING')
  })

  it('says that a permission is missing', async () => {
    const { owner, face } = await enrol()
    await setPermissions(sandbox.origin, [])
    const calls = [
      provider.faces?.list?.(owner, signal()),
      provider.faces?.update?.(owner, { status: 'DISABLED' }, signal()),
      provider.faces?.delete?.(face.reference, signal()),
    ]
    for (const call of calls) await expect(call).rejects.toMatchObject({ kind: 'unauthorized', status: 403 })
    await setPermissions(sandbox.origin, ['FACE:ADD', 'FACE:VIEW', 'FACE:EDIT', 'FACE:REMOVE'])
  })

  it.each([
    ['owner_required', { details: {} }],
    ['picture_not_taken', { owner: 'x', picture: fakeJpeg(), details: {} }],
    ['details_invalid', { owner: 'x', details: { image: 'x' } }],
  ])('refuses by itself: %s', async (code, asked) => {
    const create = withVersion('v1').faces?.create(asked, signal())
    await expect(create).rejects.toMatchObject({ kind: 'rejected', code })
  })

  it('manages no faces without credentials for that', () => {
    const { base_url, application_id, script_url } = sandbox.credentials
    const settings = { base_url, application_id, script_url } as Record<string, string>
    expect(entrust.create(settings, toolbox.toolsFor('entrust')).faces).toBeUndefined()
  })
})
