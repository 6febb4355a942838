import { AppError } from '@visavis/shared/errors'
import { bodyLimit } from 'hono/body-limit'

/** For everything that is no picture. */
export const smallBody = bodyLimit({
  maxSize: 4096,
  onError: () => {
    throw new AppError('BODY_TOO_LARGE')
  },
})
