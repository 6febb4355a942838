import type { AppEnv } from '../../http/env.ts'
import type { CaptureSubject } from './capture-subject.ts'
import type { ProvenDevice } from './device/proven-device.ts'

/** `subject` is set once the token was found, `device` where the request proved one. */
export interface CaptureEnv extends AppEnv {
  Variables: AppEnv['Variables'] & { subject: CaptureSubject; device?: ProvenDevice }
}
