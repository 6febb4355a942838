import { randomBytes } from 'node:crypto'
import { DEVICE_DAYS } from '@visavis/shared/limits'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { CaptureEnv } from '../env.ts'

const NAME = 'visavis-device'
/** 128 random bits, base64url. */
const ID = /^[\w-]{22}$/
const newId = () => randomBytes(16).toString('base64url')

/** The browser, as far as it says: by 128 random bits that it was given, and by nothing else of it. */
export interface Device {
  id: string
  /** Has it keep the id, from now on for as long as a browser may. */
  keep(): void
}

/**
 * `__Secure-`: by TLS; browsers count localhost as that. In a frame of another site the browser keeps one for each of
 * those sites (`Partitioned`), and one that keeps none there is a new device each time.
 */
export const readDeviceCookie = (c: Context<CaptureEnv>): Device => {
  const known = getCookie(c, NAME, 'secure')
  const id = known && ID.test(known) ? known : newId()
  return {
    id,
    keep: () =>
      setCookie(c, NAME, id, {
        prefix: 'secure',
        secure: true,
        path: '/capture',
        httpOnly: true,
        sameSite: 'None',
        partitioned: true,
        maxAge: DEVICE_DAYS * 24 * 60 * 60,
      }),
  }
}
