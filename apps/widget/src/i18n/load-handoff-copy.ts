import type { Locale } from '@visavis/shared/locales'
import type { HandoffCopy } from './handoff-copy.ts'

const FILES = import.meta.glob('./*/handoff.ts') as Readonly<
  Record<`./${Locale}/handoff.ts`, () => Promise<{ words: HandoffCopy }>>
>

/** A language that cannot be had becomes English. @throws TypeError when that cannot be had either */
export const loadHandoffCopy = async (locale: Locale): Promise<HandoffCopy> =>
  (await FILES[`./${locale}/handoff.ts`]().catch(FILES['./en/handoff.ts'])).words
