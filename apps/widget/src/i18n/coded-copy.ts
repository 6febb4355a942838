import type { RetryReason } from '@visavis/shared/capture-api'
import type { CameraFailure } from '../camera/camera-error.ts'
import type { Problem } from '../flow/capture-errors.ts'
import type { PhotoIssue } from '../picture/prepare-photo.ts'
import type { GuidanceCode } from '../selfie/guidance.ts'
import type { TurnWord } from '../turn/turn-view.ts'

interface Message {
  title: string
  text: string
}

/** More words may stand beside. */
type With<T> = T & Record<string, unknown>

/** What every locale must say for the codes of the flow; a missing one does not compile. */
export type CodedCopy = With<{
  guidance: With<Record<GuidanceCode, string>>
  turn: With<{
    words: Record<Exclude<TurnWord, 'aim' | 'picture'>, string>
    ways: With<Record<'slow' | 'blind', Message>>
  }>
  retry: With<{ reasons: Record<RetryReason, string> }>
  fallback: With<{ reasons: With<Record<CameraFailure | 'skipped', Message>> }>
  photo: With<{ issues: Record<PhotoIssue, string> }>
  problem: With<{ kinds: Record<Exclude<Problem, 'offline'>, Message> }>
  link: Record<'used' | 'expired' | 'replaced' | 'invalid' | 'inUse', Message>
}>
