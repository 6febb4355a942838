import { isLoopback } from '@visavis/shared/is-loopback'
import type { Config } from './config.ts'

/** What works and is yet most likely a mistake, for the log at start. */
export const listConfigWarnings = ({ publicUrl }: Pick<Config, 'publicUrl'>): string[] => {
  const url = publicUrl === undefined ? null : URL.parse(publicUrl)
  return url?.protocol === 'http:' && !isLoopback(url.hostname)
    ? [
        'PUBLIC_URL is http: browsers give no camera to such pages, and keys travel in the clear. Put TLS in front and ' +
          'name the https address',
      ]
    : []
}
