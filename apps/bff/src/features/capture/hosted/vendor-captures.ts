import { type HostedStep, hostedStepSchema } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import type { CaptureState, HostedCapture } from '../../../providers/hosted-capture.ts'
import type { FaceProvider } from '../../../providers/types.ts'
import type { Sealer } from '../../../storage/assets/types.ts'
import type { SealedColumn } from '../../../storage/crypto/sealed-column.ts'
import { getVendorProvider } from '../../journeys/index.ts'
import type { CaptureDeps, CaptureRepositories } from '../deps.ts'
import { toScriptOrigin } from './script-host-rules.ts'
import type { VendorCapture, VendorCaptureRef } from './vendor-captures-repo.ts'

type HostedProvider = FaceProvider & { readonly hosted: HostedCapture }

/** What a row holds of a started capture, sealed: a state may hold a vendor's token, a step does. */
export const sealStarted = (
  sealer: Sealer,
  capture: Owner,
  { state, step }: { state: CaptureState; step: HostedStep },
) => ({
  stateSealed: sealVendorState(sealer, capture, state),
  stepSealed: seal(sealer, 'step', capture, step),
})

export const sealVendorState = (sealer: Sealer, capture: Owner, state: CaptureState): Uint8Array =>
  seal(sealer, 'state', capture, state)

/** @throws Error when the capture has not begun, or its row was altered */
export const openVendorState = (sealer: Sealer, capture: VendorCapture): CaptureState =>
  open(sealer, 'state', capture, capture.stateSealed) as CaptureState

export const openVendorStep = (sealer: Sealer, capture: VendorCapture): HostedStep =>
  hostedStepSchema.parse(open(sealer, 'step', capture, capture.stepSealed))

/** Where the vendor's script runs. Said anew each time: the operator may have moved it since the capture began. */
export const withScriptFrame = (
  { vendorScriptHost }: Pick<CaptureDeps, 'vendorScriptHost'>,
  attemptId: string,
  step: HostedStep,
): HostedStep => {
  const origin = toScriptOrigin(vendorScriptHost, attemptId)
  return step.next === 'vendor_sdk' && origin !== undefined
    ? { ...step, frame_url: `${origin}/vendor-script/${attemptId}` }
    : step
}

type Owner = Pick<VendorCapture, 'tenantId' | 'attemptId'>
type Column = 'state' | 'step'

const toContext = (column: Column, { tenantId, attemptId }: Owner): string =>
  `vendor-${column}:${tenantId}:${attemptId}`
const toEarlierContext = (column: Column, { attemptId }: Owner): string => `vendor-${column}:${attemptId}`

const toColumn = (column: Column): SealedColumn => ({
  what: `vendors' captures: ${column}`,
  table: 'vendorCaptures',
  column: `${column}Sealed`,
  key: ['attemptId'],
  columns: ['tenantId'],
  toContext: (capture: Owner) => toContext(column, capture),
  toEarlierContext: (capture: Owner) => toEarlierContext(column, capture),
})

export const VENDOR_CAPTURE_COLUMNS = [toColumn('state'), toColumn('step')]

const seal = (sealer: Sealer, column: Column, capture: Owner, value: unknown): Uint8Array =>
  sealer.seal(Buffer.from(JSON.stringify(value)), toContext(column, capture))

const open = (sealer: Sealer, column: Column, capture: Owner, sealed: Uint8Array | null): unknown => {
  if (!sealed) throw new Error('this capture has not begun')
  const plain = sealer.open(sealed, toContext(column, capture), toEarlierContext(column, capture))
  return JSON.parse(Buffer.from(plain).toString('utf8'))
}

/** Who took a capture. @throws AppError PROVIDER_UNAVAILABLE when its settings no longer allow such captures */
export const getCaptureProvider = async (
  deps: CaptureDeps,
  capture: VendorCapture,
): Promise<HostedProvider> => {
  const found = await getVendorProvider(deps, capture)
  const { hosted } = found
  if (!hosted) throw new AppError('PROVIDER_UNAVAILABLE')
  return { ...found, hosted }
}

/**
 * Runs `work` on the capture as it is now, held until it ends: no erasure, no verdict comes in between.
 * @returns `undefined` when it is gone
 */
export const withVendorCapture = <T>(
  { database }: Pick<CaptureDeps, 'database'>,
  { tenantId, attemptId, faceAuthenticationId }: VendorCapture,
  work: (repositories: CaptureRepositories, current: VendorCapture) => Promise<T>,
): Promise<T | undefined> =>
  database.transaction(async (repositories) => {
    await repositories.faceAuthentications.lock(tenantId, faceAuthenticationId)
    const current = await repositories.vendorCaptures.get(tenantId, attemptId)
    return current && work(repositories, current)
  })

/** Orders the next look at each. Ordering the same one twice is harmless. */
export const queueVendorLooks = (
  { jobs }: Pick<CaptureRepositories, 'jobs'>,
  captures: readonly VendorCaptureRef[],
  now: Date,
): Promise<void> =>
  jobs.enqueue(
    'follow-vendor',
    captures.map(({ tenantId, attemptId, nextLookOn }) => ({
      data: { tenantId, attemptId },
      key: `${attemptId}/${nextLookOn.getTime()}`,
      ...(nextLookOn > now ? { startAfter: nextLookOn } : {}),
    })),
  )
