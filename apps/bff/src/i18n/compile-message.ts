import { type CompiledMessage, compiledMessageSchema } from '@visavis/shared/compiled-message'
import compile from 'icu-minify/compile'

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
