import { once } from 'node:events'
import { createServer } from 'node:net'
import { ConfigError } from './config.ts'

/**
 * Whether the server could listen there, asked before the models are loaded: that takes seconds.
 * @param setting that named the port
 * @throws ConfigError in one sentence
 */
export const checkPort = async (
  { host, port }: { host: string; port: number },
  setting = 'PORT',
): Promise<void> => {
  const server = createServer()
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (cause) {
    throw new ConfigError(explain({ host, port, setting }, cause as NodeJS.ErrnoException), { cause })
  }
  server.close()
  await once(server, 'close')
}

const explain = (
  { host, port, setting }: { host: string; port: number; setting: string },
  { code = '' }: NodeJS.ErrnoException,
): string => {
  if (code === 'EADDRINUSE') {
    return `Port ${port} of ${host} is taken by another process: stop that one, or set ${setting} to a free one.`
  }
  if (code === 'EACCES')
    return `Port ${port} takes more rights than this user has: set ${setting} to one above 1023.`
  return `Nothing can listen at ${host} (${code}): set HOST to an address of this machine, or to 0.0.0.0 for all.`
}
