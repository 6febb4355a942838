import type { CompiledMessage } from '@visavis/shared/compiled-message'
import type { FormatMessage } from '@visavis/shared/create-message-formatter'

export type Texts = Readonly<Record<string, CompiledMessage>>

/** A text, or more of the same by key. */
type Copy = CompiledMessage | { readonly [key: string]: Copy }

const isText = (copy: Copy): copy is CompiledMessage => typeof copy === 'string' || Array.isArray(copy)

/** The same with the text at one place changed; as it was when there is none. */
const change = (
  copy: Copy,
  [key, ...rest]: readonly string[],
  toText: (before: CompiledMessage) => CompiledMessage,
): Copy => {
  if (isText(copy)) return key === undefined ? toText(copy) : copy
  if (key === undefined || !Object.hasOwn(copy, key)) return copy
  const inner = copy[key]
  return inner === undefined ? copy : { ...copy, [key]: change(inner, rest, toText) }
}

/**
 * A catalogue with the journey's texts in place of its own: `start.title` in every language, `de.start.title` in one,
 * which goes first. Keys that there are not are left alone: one journey's texts serve both parts of a catalogue. Where
 * the page shows a text as it is, what the journey's one names is filled in here.
 */
export const overrideCopy = <T extends object>(
  copy: T,
  texts: Texts,
  locale: string,
  format: FormatMessage,
): T => {
  const prefix = `${locale}.`
  const ofLanguage = Object.entries(texts).flatMap(([key, text]): [string, CompiledMessage][] =>
    key.startsWith(prefix) ? [[key.slice(prefix.length), text]] : [],
  )
  return Object.entries({ ...texts, ...Object.fromEntries(ofLanguage) }).reduce<Copy>(
    (whole, [key, text]) =>
      change(whole, key.split('.'), (before) => (typeof before === 'string' ? format(text) : text)),
    copy as Copy,
  ) as T
}
