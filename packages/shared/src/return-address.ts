/** What is added to the partner's address at the end of a capture; it cannot have these itself. */
interface ReturnParameters {
  id: string
  event: string
  response_code?: string
}

const NAMES: readonly string[] = ['id', 'event', 'response_code'] satisfies (keyof ReturnParameters)[]

/** Whether the query has a name that is added: of two values nobody would know which one is meant. */
export const hasReturnParameter = (redirectUrl: string): boolean =>
  [...(URL.parse(redirectUrl)?.searchParams.keys() ?? [])].some((name) => NAMES.includes(name))

/**
 * The address, every byte as it was, with the parameters behind its query. A parser would write `%20`, `%E9` and
 * `?flag` anew, and a signature over the address would break.
 */
export const addReturnParameters = (redirectUrl: string, parameters: ReturnParameters): string => {
  const [address = '', ...fragment] = toAscii(redirectUrl).split('#')
  const separator = address.includes('?') ? (/[?&]$/.test(address) ? '' : '&') : '?'
  return [`${address}${separator}${new URLSearchParams({ ...parameters })}`, ...fragment].join('#')
}

/** A `Location` header takes nothing else (RFC 9110 §5.5); browsers send such letters in the same way. */
const toAscii = (url: string): string =>
  url.toWellFormed().replace(/[^\x21-\x7e]+/g, (letters) => encodeURIComponent(letters))
