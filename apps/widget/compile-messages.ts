import compile from 'icu-minify/compile'
import type { Plugin } from 'vite'

/** `src/i18n/de/first.ts` and the others of a language: its words, and nothing else. */
const CATALOGUE = /\/src\/i18n\/[a-zA-Z-]+\/[a-z]+\.ts$/

/** What is used of ESTree. */
interface Node {
  type: string
  start: number
  end: number
  value?: unknown
  properties?: Node[]
  body?: Node[]
  declaration?: Node
  declarations?: { init: Node }[]
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** @throws Error for a text that is no ICU MessageFormat, and for what is no text */
const compileText = ({ type, value }: Node): string => {
  if (type !== 'Literal' || typeof value !== 'string') throw new Error(`${type} is no text`)
  try {
    return JSON.stringify(compile(value))
  } catch (cause) {
    throw new Error(`no ICU MessageFormat: ${value}`, { cause })
  }
}

/** The texts in an object and in those it holds. */
const textsOf = (node: Node): Node[] =>
  node.type === 'ObjectExpression'
    ? (node.properties ?? []).flatMap(({ value }) => (isNode(value) ? textsOf(value) : []))
    : [node]

/**
 * The page's words are ICU MessageFormat, read once, here: what the page gets is what `icu-minify/format` takes, and no
 * parser. A text without names stays a text.
 */
export const compileMessages = (): Plugin => ({
  name: 'compile-messages',
  transform(code, id) {
    if (!CATALOGUE.test(id)) return null
    const program = this.parse(code) as Node
    const objects = (program.body ?? []).flatMap(({ declaration }) => declaration?.declarations ?? [])
    try {
      const compiled = objects
        .flatMap(({ init }) => textsOf(init))
        .reduceRight(
          (rest, text) => rest.slice(0, text.start) + compileText(text) + rest.slice(text.end),
          code,
        )
      return { code: compiled, map: null }
    } catch (error) {
      return this.error(`${id}: ${error instanceof Error ? error.message : error}`)
    }
  },
})
