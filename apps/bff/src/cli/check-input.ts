import { toErrorCodes } from '@visavis/shared/to-error-codes'
import type * as z from 'zod'
import { CliError } from './cli-error.ts'

/** Options by the API's own schemas, so that both take the same. @throws CliError with the API's error codes */
export const checkInput = <Schema extends z.ZodType>(input: object, schema: Schema): z.output<Schema> => {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new CliError(`This cannot be used:\n  ${toErrorCodes(parsed.error.issues, input).join('\n  ')}`)
}
