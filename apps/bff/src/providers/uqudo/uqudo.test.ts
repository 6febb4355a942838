/** Against the sandbox, over HTTP, with real pictures. */
import { createFaceComparer } from '@visavis/vendor-sandbox/kit'
import { createEmptyRoom, createPortrait } from '@visavis/vendor-sandbox/portraits'
import { startUqudoSandbox } from '@visavis/vendor-sandbox/uqudo'
import { expect, it } from 'vitest'
import { describeProvider } from '../contract.ts'
import { createProviderToolbox } from '../create-tools.ts'
import { type Act, type ActOutcome, describeHostedProvider, type HostedFixture } from '../hosted-contract.ts'
import { uqudo } from './index.ts'

const createPictures = async () => ({
  anna: await createPortrait('anna'),
  again: await createPortrait('anna', { margin: 0.7, width: 500, brightness: 1.15 }),
  berta: await createPortrait('berta'),
})

describeProvider('uqudo, match', async () => {
  const sandbox = await startUqudoSandbox()
  const { issuer: _, script_url: __, ...settings } = sandbox.credentials
  const toolbox = createProviderToolbox({ allowPrivate: true, now: () => new Date() })
  const { anna, again, berta } = await createPictures()
  return {
    provider: uqudo.create(settings, toolbox.toolsFor('uqudo')),
    person: [anna, again],
    otherPerson: berta,
    emptyRoom: await createEmptyRoom(),
    notAPicture: new TextEncoder().encode('%PDF-1.7 not a picture'),
    remote: {
      definition: uqudo,
      settings,
      wrongSettings: [
        [{ client_id: 'x' }, 'client_secret__required'],
        [{ ...settings, capture: 'session' }, 'browser_gets_account_token__required'],
        [{ ...settings, capture: 'video' }, 'capture__invalid_format'],
        [{ client_id: 'a', client_secret: 'b', base_url: 'https://x.example' }, 'token_url__required'],
      ],
      setFault: (fault) => (fault ? sandbox.faults.add(fault) : sandbox.faults.clear()),
    },
    close: async () => {
      await toolbox.close()
      await sandbox.close()
    },
  }
})

describeHostedProvider('uqudo, face session', async () => {
  const faces = createFaceComparer()
  const sandbox = await startUqudoSandbox({ faces })
  const { anna, again, berta } = await createPictures()
  const settings = { ...sandbox.credentials, capture: 'session', browser_gets_account_token: true }
  const sessions: string[] = []
  let now = () => new Date()

  /** As the vendor's script does, without a browser. */
  const capture = async (options: Record<string, Record<string, string>>, picture: Uint8Array) => {
    const { sdk = {}, session = {} } = options
    const query = new URLSearchParams({ attempts: '1', level: String(session.minimumMatchLevel) })
    const answer = await fetch(`${sandbox.origin}/sdk/sessions/${session.sessionId}/selfie?${query}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${sdk.accessToken}`, 'UQ-Nonce': sdk.nonce ?? '' },
      body: new Uint8Array(picture),
    })
    const { result, error, data } = (await answer.json()) as Record<string, string>
    return result ? { event: 'complete', data: result } : { event: 'error', code: error, data }
  }

  const act = async (options: Record<string, Record<string, string>>, what: Act): Promise<ActOutcome> => {
    sandbox.clock.advance(now().getTime() - sandbox.clock.now().getTime())
    const sessionId = options.session?.sessionId ?? ''
    sessions.push(sessionId)
    switch (what) {
      case 'right-person':
        return { handed: await capture(options, again) }
      case 'other-person':
        return { handed: await capture(options, berta) }
      case 'spoof':
        sandbox.verdicts.set(sessionId, { outcome: 'spoof' })
        return { handed: await capture(options, again) }
      case 'cancel':
        return { handed: { event: 'error', code: 'USER_CANCEL' } }
      case 'expiry':
        return { handed: { event: 'error', code: 'SESSION_EXPIRED_OR_NOT_FOUND' } }
    }
  }

  return {
    definition: uqudo,
    settings,
    refusedSettings: [{ client_secret: 'wrong' }],
    wrongSettings: [
      [{ ...settings, issuer: '' }, 'issuer__too_short'],
      [{ ...settings, browser_gets_account_token: false }, 'browser_gets_account_token__invalid_format'],
    ],
    createReference: async () => ({ image: Buffer.from(anna).toString('base64') }),
    act: (step, what) => {
      if (step.next !== 'vendor_sdk') throw new Error('not the step expected')
      return act(step.options as Record<string, Record<string, string>>, what)
    },
    setFault: (fault) => (fault ? sandbox.faults.add(fault) : sandbox.faults.clear()),
    followClock: (clock) => {
      now = clock
    },
    isErased: async () => sandbox.requests.includes(`DELETE /api/v1/info/${sessions.at(-1)}`),
    close: async () => {
      await sandbox.close()
      await faces.close()
    },
  } satisfies HostedFixture
})

it('takes no yes out of a face session that failed', async () => {
  const sandbox = await startUqudoSandbox()
  sandbox.verdicts.set('*', { outcome: 'match', level: 5 })
  const toolbox = createProviderToolbox({ allowPrivate: true, now: () => new Date() })
  const settings = { ...sandbox.credentials, capture: 'session', browser_gets_account_token: true }
  const { hosted } = uqudo.create(settings, toolbox.toolsFor('uqudo'))
  const signal = AbortSignal.timeout(10_000)
  const { anna } = await createPictures()
  const picture = { mediaType: 'image/jpeg', bytes: anna.byteLength, read: async () => anna } as const
  const stream = async function* () {
    yield anna
  }
  const started = await hosted?.start(
    {
      attemptId: 'fatp_x',
      applicant: { id: 'aplt_x', externalId: null },
      references: [{ faceId: 'face_x', picture: { ...picture, stream } }],
      minimumMatchLevel: 3,
      locale: null,
      lifetimeS: 600,
      returnUrl: 'https://x.example',
      webhookUrl: 'https://x.example',
    },
    signal,
  )
  if (started?.kind !== 'started' || started.step.next !== 'vendor_sdk') throw new Error('not started')
  const { sdk, session } = started.step.options as Record<string, Record<string, string>>
  const answer = await fetch(`${sandbox.origin}/sdk/sessions/${session?.sessionId}/selfie`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${sdk?.accessToken}`, 'UQ-Nonce': sdk?.nonce ?? '' },
    body: new Uint8Array(anna),
  })
  const { result: data } = (await answer.json()) as Record<string, string>
  const hand = (handed: object) => hosted?.completeStep?.(started.state, handed, signal)
  // A picture of the right person, say: alike, and not alive.
  const code = 'SESSION_INVALIDATED_FACE_RECOGNITION_TOO_MANY_ATTEMPTS'
  expect(await hand({ event: 'error', code, data })).toEqual({ kind: 'inconclusive', codes: [61410] })
  expect(await hand({ event: 'complete', data })).toEqual({ kind: 'approved', codes: [10000] })
  await toolbox.close()
  await sandbox.close()
})
