import { isLoopback } from '@visavis/shared/is-loopback'

/** Of the console at a port of its own. */
export interface ConsoleAt {
  port: number
  /** `undefined`: known with the port, see `toConsoleUrl`. */
  url: string | undefined
}

interface Given {
  port: number | undefined
  url: string | undefined
  mainPort: number
  publicUrl: string | undefined
}

/** `undefined`: it has none. @throws the first mistake, with the name of its setting, by `refuse` */
export const toConsoleAt = (
  { port, url, mainPort, publicUrl }: Given,
  refuse: (mistake: string) => Error,
): ConsoleAt | undefined => {
  if (port === undefined) {
    if (url === undefined) return undefined
    throw refuse(
      'CONSOLE_URL: comes with CONSOLE_PORT; without a port of its own the console is at PUBLIC_URL',
    )
  }
  if (port === mainPort && port !== 0) {
    throw refuse('CONSOLE_PORT: is that of PORT: name another, or leave it out')
  }
  const main = new URL(publicUrl ?? 'http://localhost')
  if (url === undefined && !(main.protocol === 'http:' && isLoopback(main.hostname))) {
    throw refuse(
      `CONSOLE_URL: is missing: with CONSOLE_PORT and ${main.origin} as PUBLIC_URL nobody can tell where browsers reach the ` +
        'console. Name the origin that leads to CONSOLE_PORT, such as https://console.example.com',
    )
  }
  if (url === main.origin) {
    throw refuse(
      'CONSOLE_URL: is PUBLIC_URL, where the console is not any more: name the origin that leads to CONSOLE_PORT',
    )
  }
  return { port, url }
}

/** Where browsers reach the console. @param port that it listens at */
export const toConsoleUrl = (
  { publicUrl, consoleAt }: { publicUrl: string | undefined; consoleAt: ConsoleAt | undefined },
  port: number,
): string => {
  if (consoleAt?.url !== undefined) return consoleAt.url
  if (publicUrl !== undefined && !consoleAt) return publicUrl
  const url = new URL(publicUrl ?? 'http://localhost')
  url.port = String(port)
  return url.origin
}
