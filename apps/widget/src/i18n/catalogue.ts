import type { RetryReason } from '@visavis/shared/capture-api'
import type { CompiledMessage } from '@visavis/shared/compiled-message'
import type { CameraFailure } from '../capture/camera-error.ts'
import type { Problem } from '../capture/capture-errors.ts'
import type { GuidanceCode } from '../capture/guidance.ts'
import type { PhotoIssue } from '../capture/prepare-photo.ts'
import type { en } from './en.ts'
import type { words } from './first/en.ts'

interface Message {
  title: string
  text: string
}

/** More words may stand beside. */
type With<T> = T & Record<string, unknown>

/** What every locale must say for the codes of the flow; a missing one does not compile. */
export type CodedCopy = With<{
  guidance: With<Record<GuidanceCode, string>>
  retry: With<{ reasons: Record<RetryReason, string> }>
  fallback: With<{ reasons: With<Record<CameraFailure | 'skipped', Message>> }>
  photo: With<{ issues: Record<PhotoIssue, string> }>
  problem: With<{ kinds: Record<Exclude<Problem, 'offline'>, Message> }>
  link: Record<'used' | 'expired' | 'replaced' | 'invalid', Message>
}>

/** As a language's file has it: ICU MessageFormat under the keys of the English one. */
export type Words<English> = English extends string
  ? string
  : { readonly [Key in keyof English]: Words<English[Key]> }

/** As the page has it: what holds names or numbers in English is to be said by `say`. */
export type Compiled<English> = English extends string
  ? English extends `${string}{${string}`
    ? CompiledMessage
    : string
  : { readonly [Key in keyof English]: Compiled<English[Key]> }

/** One locale in two parts, so that the first load holds little: the same keys everywhere. */
export type FirstWords = Words<typeof words>
export type LaterWords = Words<typeof en>
export type FirstCatalogue = Compiled<typeof words>
export type LaterCatalogue = Compiled<typeof en>
export type Catalogue = FirstCatalogue & LaterCatalogue
