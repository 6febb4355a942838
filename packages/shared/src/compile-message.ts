import compile from 'icu-minify/compile'
import { type CompiledMessage, compiledMessageSchema } from './compiled-message.ts'

/**
 * A text as `createMessageFormatter` takes it, here and on the capture page.
 * @returns `undefined` for what is no ICU MessageFormat, or more of it than we use: tags, dates, `select`
 */
export const compileMessage = (text: string): CompiledMessage | undefined => {
  try {
    return compiledMessageSchema.safeParse(compile(text)).data
  } catch {
    return undefined
  }
}
