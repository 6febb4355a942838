import type { CompiledMessage, MessageForm, MessageNode } from '@visavis/shared/compiled-message'

const KINDS: Readonly<Record<number, string>> = { 2: 'plural', 3: 'selectordinal', 4: 'number' }

const toText = (node: MessageNode): string => {
  if (node === 0) return '#'
  if (typeof node === 'string') return node
  const [name, kind, forms] = node
  if (kind === undefined) return `{${name}}`
  const each = Object.entries(forms ?? {}).map(([form, inner]) => `${form} {${toIcu(inner)}}`)
  return `{${[name, KINDS[kind], ...(each.length > 0 ? [each.join(' ')] : [])].join(', ')}}`
}

/** A compiled text as it was written, ICU MessageFormat: to be changed by somebody. */
export const toIcu = (message: CompiledMessage | MessageForm): string =>
  Array.isArray(message) ? message.map(toText).join('') : message === 0 ? '#' : message

type Texts = CompiledMessage | { readonly [key: string]: Texts }

/** A catalogue by the keys that a journey's `copy` has. */
export const listTexts = (texts: Texts, key = ''): [key: string, text: string][] =>
  typeof texts === 'string' || Array.isArray(texts)
    ? [[key, toIcu(texts)]]
    : Object.entries(texts).flatMap(([name, inner]) => listTexts(inner, key === '' ? name : `${key}.${name}`))
