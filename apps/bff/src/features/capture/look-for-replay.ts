import { type Checked, createReplayCheck } from '../checks/index.ts'
import { type PictureMarks, toPictureMarks } from '../pictures/index.ts'
import type { CaptureSubject, HeldCapture } from './capture-subject.ts'
import type { CaptureDeps } from './deps.ts'

const LOOK_MS = 10_000

interface Looked {
  checked: readonly Checked[]
  /** To be kept with the picture. */
  marks: PictureMarks | undefined
}

/** Whether the picture is a copy of one that is here, where the journey asks. */
export const lookForReplay = async (
  deps: CaptureDeps,
  { tenantId }: Pick<CaptureSubject, 'tenantId'>,
  { journey, testOutcome }: Pick<HeldCapture, 'journey' | 'testOutcome'>,
  picture: { read(): Promise<Uint8Array>; print?: Uint8Array | undefined },
): Promise<Looked> => {
  // A test sends the same picture each time.
  if (journey?.replayCheck === 'off' || testOutcome) return { checked: [], marks: undefined }
  const marks = toPictureMarks(deps, tenantId, { bytes: await picture.read(), print: picture.print })
  const check = createReplayCheck(deps)
  const result = await check.evaluate({ tenantId, marks }, AbortSignal.timeout(LOOK_MS))
  return { checked: [{ check, result }], marks }
}
