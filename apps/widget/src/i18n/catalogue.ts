import type { CompiledMessage } from '@visavis/shared/compiled-message'
import type { words as first } from './en/first.ts'
import type { words as later } from './en/later.ts'

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
export type FirstWords = Words<typeof first>
export type LaterWords = Words<typeof later>
export type FirstCatalogue = Compiled<typeof first>
export type LaterCatalogue = Compiled<typeof later>
export type Catalogue = FirstCatalogue & LaterCatalogue
