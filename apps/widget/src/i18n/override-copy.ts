/** A text, a list of them, or more of the same by key. */
type Texts = string | readonly Texts[] | { readonly [key: string]: Texts }

const isPlace = (value: Texts | undefined): value is Exclude<Texts, string> =>
  typeof value === 'object' && value !== null

/** The same with one text replaced; as it was when there is no text at that place. */
const replace = (texts: Texts, [key, ...rest]: readonly string[], text: string): Texts => {
  if (key === undefined) return typeof texts === 'string' ? text : texts
  if (!isPlace(texts) || !Object.hasOwn(texts, key)) return texts
  const copy = Object.assign<object, object>(Array.isArray(texts) ? [] : {}, texts) as Record<string, Texts>
  const inner = copy[key]
  if (inner !== undefined) copy[key] = replace(inner, rest, text)
  return copy
}

/**
 * A catalogue with the journey's texts in place of its own: `start.title` in every language, `de.start.title` in one,
 * which goes first. Keys that there are not are left alone: one journey's texts serve both parts of a catalogue.
 */
export const overrideCopy = <T extends object>(
  copy: T,
  texts: Readonly<Record<string, string>>,
  locale: string,
): T => {
  const prefix = `${locale}.`
  const entries = Object.entries(texts)
  const ofLanguage = entries.flatMap(([key, text]): [string, string][] =>
    key.startsWith(prefix) ? [[key.slice(prefix.length), text]] : [],
  )
  return [...entries, ...ofLanguage].reduce<Texts>(
    (whole, [key, text]) => replace(whole, key.split('.'), text),
    copy as Texts,
  ) as T
}
