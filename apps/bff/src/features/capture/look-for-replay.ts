import { type CheckResults, createReplayCheck } from '../checks/index.ts'
import { type PictureMarks, toPictureMarks } from '../pictures/index.ts'
import type { CaptureSubject, HeldCapture, Refusal } from './capture-subject.ts'
import type { CaptureDeps } from './deps.ts'

const REPLAYED: Refusal = { codes: [62902], riskLabels: ['replayed'] }
const LOOK_MS = 10_000

interface Looked {
  refusal: Refusal | undefined
  checkResults: CheckResults
  /** To be kept with the picture. */
  marks: PictureMarks | undefined
}

/** Whether the picture is a copy of one that is here, where the journey asks. */
export const lookForReplay = async (
  deps: CaptureDeps,
  { tenantId }: Pick<CaptureSubject, 'tenantId'>,
  { journey }: Pick<HeldCapture, 'journey'>,
  picture: { read(): Promise<Uint8Array>; print?: Uint8Array | undefined },
): Promise<Looked> => {
  if (journey?.replayCheck === 'off') return { refusal: undefined, checkResults: {}, marks: undefined }
  const marks = toPictureMarks(deps, tenantId, { bytes: await picture.read(), print: picture.print })
  const check = createReplayCheck(deps)
  const result = await check.evaluate({ tenantId, marks }, AbortSignal.timeout(LOOK_MS))
  const refusal = result.outcome === 'failed' ? REPLAYED : undefined
  return { refusal, checkResults: { [check.id]: result }, marks }
}
