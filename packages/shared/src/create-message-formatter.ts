import format, { type FormatOptions } from 'icu-minify/format'
import type { CompiledMessage, MessageForm, MessageNode } from './compiled-message.ts'

type Values = Readonly<Record<string, string | number>>

/** Fills the names of a message in. One without a value, or without a number where there has to be one, stays as `{name}`. */
export type FormatMessage = (message: CompiledMessage, values?: Values) => string

/** Intl's objects are dear to make: each is made when it is first asked for, and kept. */
const createFormatters = (locale: string): FormatOptions['formatters'] => {
  let numbers: Intl.NumberFormat | undefined
  const rules: Record<string, Intl.PluralRules> = {}
  return {
    getNumberFormat: () => {
      numbers ??= new Intl.NumberFormat(locale)
      return numbers
    },
    getPluralRules: (_, { type = 'cardinal' } = {}) => {
      rules[type] ??= new Intl.PluralRules(locale, { type })
      return rules[type]
    },
    getDateTimeFormat: (...options) => new Intl.DateTimeFormat(...options),
  }
}

/** The same with `{name}` for what has no fitting value: the library takes for granted that all have. */
const settle = <Message extends MessageForm>(message: Message, values: Values): Message | MessageNode[] =>
  Array.isArray(message)
    ? message.map((node: MessageNode): MessageNode => {
        if (!Array.isArray(node)) return node
        const [name, kind, forms] = node
        const value = Object.hasOwn(values, name) ? values[name] : undefined
        if (kind ? typeof value !== 'number' : value === undefined) return `{${name}}`
        if (!forms) return node
        const settled = Object.entries(forms).map(([form, inner]) => [form, settle(inner, values)])
        return [name, kind, Object.fromEntries(settled)]
      })
    : message

/** @param always values that every message may name */
export const createMessageFormatter = (locale: string, always: Values = {}): FormatMessage => {
  const formatters = createFormatters(locale)
  return (message, values) => {
    const all = { ...always, ...values }
    const settled = settle(message, all) as Parameters<typeof format>[0]
    return String(format(settled, locale, all, { formatters }))
  }
}
