import type { AppEnv } from '../../http/env.ts'
import type { CaptureSubject } from './capture-subject.ts'

/** Set once the token was found. */
export interface CaptureEnv extends AppEnv {
  Variables: AppEnv['Variables'] & { subject: CaptureSubject }
}
