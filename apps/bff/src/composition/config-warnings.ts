import { isLoopback } from '@visavis/shared/is-loopback'
import type { Config } from './config.ts'

/** What works and is yet most likely a mistake, for the log at start. */
export const listConfigWarnings = ({
  publicUrl,
  consoleAt,
}: Pick<Config, 'publicUrl' | 'consoleAt'>): string[] => [
  ...(isInTheClear(publicUrl)
    ? [
        'PUBLIC_URL is http: browsers give no camera to such pages, and keys travel in the clear. Put TLS in front and ' +
          'name the https address',
      ]
    : []),
  ...(isInTheClear(consoleAt?.url)
    ? [
        'CONSOLE_URL is http: browsers offer no passkeys there, and pictures travel in the clear. Put TLS in front and ' +
          'name the https address',
      ]
    : []),
]

const isInTheClear = (address: string | undefined): boolean => {
  const url = address === undefined ? null : URL.parse(address)
  return url?.protocol === 'http:' && !isLoopback(url.hostname)
}
