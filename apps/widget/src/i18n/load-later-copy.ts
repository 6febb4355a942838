import type { Locale } from '@visavis/shared/locales'
import type { LaterCatalogue } from './catalogue.ts'

const FILES = import.meta.glob('./*/later.ts') as Readonly<
  Record<`./${Locale}/later.ts`, () => Promise<{ words: LaterCatalogue }>>
>

/** The words from the camera on: they come while the person reads the first ones. @throws TypeError */
export const loadLaterCopy = async (locale: Locale): Promise<LaterCatalogue> =>
  (await FILES[`./${locale}/later.ts`]()).words
