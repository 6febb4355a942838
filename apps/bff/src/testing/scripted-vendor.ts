import type { HostedStep } from '@visavis/shared/capture-api'
import * as z from 'zod'
import { defineProvider } from '../providers/definition.ts'
import type { CaptureResult, CaptureState, StartCaptureInput } from '../providers/hosted-capture.ts'
import { ProviderError, type ProviderErrorKind } from '../providers/provider-error.ts'
import type { ProviderCapabilities } from '../providers/types.ts'
import type { VendorFace } from '../providers/vendor-faces.ts'
import { fakeVideo } from './fake-video.ts'
import { fakeJpeg } from './test-app.ts'

export const VENDOR_SECRET = 'vendor-secret-never-shown'
export const VENDOR_TOKEN = 'vendor-token-for-this-capture'

const CAPABILITIES: ProviderCapabilities = {
  capture: 'redirect',
  references: ['vendor'],
  result: ['poll', 'webhook'],
  liveness: 'active',
  oneToOne: false,
  oneToN: false,
  anonymize: true,
}

interface ScriptedVendorOptions {
  id?: string
  references?: ProviderCapabilities['references']
  step?: HostedStep
  capture?: ProviderCapabilities['capture']
}

/**
 * A vendor that answers what it is told; its captures are `v-1`, `v-2`, … Webhooks prove themselves by a header. For
 * tests of everything around an adapter.
 */
export const createScriptedVendor = ({
  id = 'scripted-vendor',
  references = CAPABILITIES.references,
  step,
  capture = CAPABILITIES.capture,
}: ScriptedVendorOptions = {}) => {
  const capabilities = { ...CAPABILITIES, references, capture }
  const vendor = {
    results: [{ kind: 'pending' }] as (CaptureResult | 'down')[],
    isDown: false,
    started: [] as StartCaptureInput[],
    /** What was done to which capture, in order. */
    calls: [] as string[],
    hints: [] as unknown[],
    pictures: 1,
    faceStatus: 'ACTIVATING' as VendorFace['status'],
    refuses: false,
    /** What its answers about faces are, where it says no. */
    refusal: undefined as { kind: ProviderErrorKind; status: number } | undefined,
    scriptOrigin: 'https://cdn.vendor.example:8443',
    /** Called while a capture is being started. */
    duringStart: async () => {},
  }
  const note = (operation: string, { session }: CaptureState) => {
    if (vendor.isDown) throw new ProviderError('scripted-vendor', 'unavailable')
    vendor.calls.push(`${operation} ${session}`)
  }
  const assertWilling = () => {
    if (!vendor.refusal) return
    throw new ProviderError('scripted-vendor', vendor.refusal.kind, { status: vendor.refusal.status })
  }
  const answer = (): CaptureResult => {
    const result = vendor.results.length > 1 ? vendor.results.shift() : vendor.results[0]
    if (!result || result === 'down') throw new ProviderError('scripted-vendor', 'unavailable')
    return result
  }
  const definition = defineProvider({
    id,
    capabilities,
    settings: z.strictObject({ api_key: z.string(), base_url: z.url().optional() }),
    create: ({ api_key }) => ({
      id,
      capabilities,
      hosted: {
        start: async (input) => {
          await vendor.duringStart()
          const session = `v-${vendor.started.length + 1}`
          note('start', { session })
          vendor.started.push(input)
          const url = `https://vendor.example/capture/${session}?token=${VENDOR_TOKEN}`
          return {
            kind: 'started',
            state: { session, key: api_key },
            step: step ?? { next: 'redirect', url },
            vendorSession: session,
          }
        },
        readResult: async (state, _, hint) => {
          note('read', state)
          if (hint !== undefined) vendor.hints.push(hint)
          return answer()
        },
        completeStep: async (state, handed) => {
          note('complete', state)
          return handed === 'closed' ? { kind: 'cancelled', codes: [61113] } : answer()
        },
        cancel: async (state) => note('cancel', state),
        erase: async (state) => note('erase', state),
        media: async (state) => {
          note('media', state)
          const pictures = Array.from({ length: vendor.pictures }, () => ({
            type: 'face_image' as const,
            load: async () => fakeJpeg(),
          }))
          const video = { type: 'face_video' as const, load: async () => fakeVideo() }
          return [...pictures, video]
        },
        pagePolicy: {
          'frame-src': ['https://vendor.example', 'https://x.example; script-src *'],
          'script-src': [vendor.scriptOrigin],
        },
        webhook: {
          verify: ({ headers }) => headers.get('x-proof') === VENDOR_SECRET,
          toEvent: (rawBody) => {
            const event = z
              .object({ session: z.string(), why: z.string().optional() })
              .safeParse(JSON.parse(Buffer.from(rawBody).toString()))
            return event.success ? { vendorSession: event.data.session, hint: event.data.why } : undefined
          },
        },
      },
      faces: {
        create: async ({ owner, details, picture }) => {
          assertWilling()
          if (vendor.refuses) throw new ProviderError('scripted-vendor', 'rejected', { status: 409 })
          const reference = `f-${vendor.calls.length + 1}`
          note(`create ${owner} ${JSON.stringify(details)} ${picture?.byteLength ?? 'no picture'}`, {
            session: reference,
          })
          return {
            reference,
            status: vendor.faceStatus,
            expiresOn: null,
            activation: { url: 'https://vendor.example/activate', qrCode: 'QR' },
          }
        },
        list: async (owner) => {
          note(`list ${owner}`, { session: '' })
          return vendor.calls.flatMap((call) => {
            const [, reference] = /^create .* (f-\d+)$/.exec(call) ?? []
            return reference ? [{ reference, status: vendor.faceStatus, expiresOn: null }] : []
          })
        },
        settings: async (owner) => {
          assertWilling()
          return { owner, lockout: 5 }
        },
        update: async (owner, { status }) => {
          assertWilling()
          note(`update ${owner}`, { session: status })
        },
        activate: async (reference) => {
          assertWilling()
          note('activate', { session: reference })
        },
        delete: async (reference) => note('delete', { session: reference }),
      },
      close: async () => {},
    }),
  })
  return Object.assign(vendor, { definition })
}
export type ScriptedVendor = ReturnType<typeof createScriptedVendor>
