import { hashSecret } from '../../links/index.ts'
import type { CaptureSubject, HeldCapture } from '../capture-subject.ts'
import type { CaptureDeps, CaptureRepositories } from '../deps.ts'
import type { Verdict } from '../verdict.ts'
import type { Device } from './device-cookie.ts'

/** Of one applicant: a phone, a laptop, and each again for every site that frames the page. */
const MAX_DEVICES = 20
/** Whoever was sent to review was not let in. */
const LETS_IN: ReadonlySet<Verdict> = new Set(['matched', 'enrolled'])

/** Whether devices are told apart at all: where nobody asks, none gets a cookie and none is kept. */
export const asksForDevice = ({ journey }: Pick<HeldCapture, 'journey'>): boolean =>
  journey?.livenessStepUp?.when.includes('new_device') ?? false

const toRow = (
  { tenantId }: Pick<CaptureSubject, 'tenantId'>,
  { applicantId }: Pick<HeldCapture, 'applicantId'>,
  { id }: Pick<Device, 'id'>,
) => ({ tenantId, applicantId, deviceHash: hashSecret(`${applicantId}.${id}`) })

/** Whether nobody was let in there as that applicant, or too long ago. */
export const isNewDevice = async (
  { database }: Pick<CaptureDeps, 'database'>,
  subject: CaptureSubject,
  held: HeldCapture,
  device: Device,
): Promise<boolean> => !(await database.applicantDevices.has(toRow(subject, held, device)))

/** In the transaction that writes the verdict. */
export const rememberDevice = async (
  { applicantDevices }: CaptureRepositories,
  subject: CaptureSubject,
  held: HeldCapture,
  { device, verdict, now }: { device: Device; verdict: Verdict; now: Date },
): Promise<void> => {
  if (!asksForDevice(held) || !LETS_IN.has(verdict)) return
  await applicantDevices.remember({ ...toRow(subject, held, device), seenOn: now }, MAX_DEVICES)
}
