/** What `VENDOR_SCRIPT_HOST` looks like: `https://*.scripts.example`, with a port or without. */
const PATTERN = /^(https?:\/\/)\*\.([a-z\d.-]+(:\d+)?)$/

/** A name in the DNS has no underscore: the part of the id that is told apart has none either. */
const toLabel = (attemptId: string): string => attemptId.replace(/^[a-z]+_/, '')

/**
 * The origin of one capture, which is nobody else's: not the links', not another capture's. `undefined`: the operator
 * has named no host for them.
 */
export const toScriptOrigin = (pattern: string | undefined, attemptId: string): string | undefined => {
  const [, scheme, host] = PATTERN.exec(pattern ?? '') ?? []
  return scheme && host ? `${scheme}${toLabel(attemptId)}.${host}` : undefined
}

/** Whether a host, with its port if it has one, is one of those that the pattern stands for. */
export const isScriptHost = (pattern: string, host: string): boolean => {
  const [, scheme, name] = PATTERN.exec(pattern) ?? []
  return scheme !== undefined && host.endsWith(`.${new URL(`${scheme}${name}`).host}`)
}

const isLocal = (hostname: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

/** Where nothing else is said: on this machine every name under `localhost` leads here (RFC 6761 §6.3). */
export const toLocalScriptHost = (publicUrl: string): string | undefined => {
  const { hostname, port } = new URL(publicUrl)
  return isLocal(hostname) ? `http://*.localhost${port === '' ? '' : `:${port}`}` : undefined
}

export const isScriptHostPattern = (text: string): boolean => PATTERN.test(text)
