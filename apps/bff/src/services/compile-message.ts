import { type CompiledMessage, compiledMessageSchema } from '@visavis/shared/compiled-message'
import compile from 'icu-minify/compile'

/**
 * One of a journey's texts as the capture page takes it.
 * @returns `undefined` for what is no ICU MessageFormat, or more of it than the page knows: tags, dates, `select`
 */
export const compileMessage = (text: string): CompiledMessage | undefined => {
  try {
    return compiledMessageSchema.safeParse(compile(text)).data
  } catch {
    return undefined
  }
}
