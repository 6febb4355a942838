import { isPlainHost } from './plain-host.ts'

interface Destination {
  origin: string
  path: string
}

/** Scheme, authority without userinfo, path; then a query, a fragment or nothing. */
const PLAIN_WEB_URL = /^https?:\/\/[^/?#\\@]+(\/[^?#\\]*)?(?:[?#]|$)/i

/**
 * Whether a browser may be sent there: origin equal to that of an entry, path equal to the entry's or below it.
 * Scheme and host compare as the URL standard serialises them (WHATWG URL §4.5: lower case, punycode, no default
 * port), paths byte by byte. An address that a server behind a proxy might read in another way than the browser
 * does is not allowed at all.
 */
export const isRedirectAllowed = (redirectUrl: string, rules: readonly string[]): boolean => {
  const target = toDestination(redirectUrl)
  return target !== undefined && rules.some((rule) => isUnder(target, toDestination(rule)))
}

/**
 * Whether an entry of a journey's list can ever match: absolute, http(s), nothing after the path. A `*` stands for
 * itself, and whoever writes it means something else.
 */
export const isRedirectRule = (rule: string): boolean =>
  !/[?#*]/.test(rule) && toDestination(rule) !== undefined

const isUnder = (target: Destination, rule: Destination | undefined): boolean => {
  if (!rule || rule.origin !== target.origin) return false
  const folder = rule.path.endsWith('/') ? rule.path : `${rule.path}/`
  return target.path === rule.path || target.path.startsWith(folder)
}

const toDestination = (text: string): Destination | undefined => {
  // The parser drops tabs and line ends and trims (WHATWG URL §4.4): others that see the text may not.
  if (hasBlankOrControl(text)) return undefined
  const plain = PLAIN_WEB_URL.exec(text)
  const url = URL.parse(text)
  if (!plain || !url || url.username !== '' || url.password !== '' || !isPlainHost(url.hostname)) {
    return undefined
  }
  const [, path = '/'] = plain
  if (!path.split('/').every(isPlainSegment)) return undefined
  return { origin: url.origin, path: url.pathname }
}

const hasBlankOrControl = (text: string): boolean =>
  [...text].some((character) => character <= ' ' || character === '\u007f')

/** Not `.` or `..` and no further slash, however often it is decoded and whatever a server cuts off at `;`. */
const isPlainSegment = (segment: string): boolean => {
  const decoded = decodeFully(segment)
  if (decoded === undefined || /[/\\]/.test(decoded)) return false
  const [name = ''] = decoded.split(';')
  return !/^\.{1,2}$/.test(name.trim()) && ![...decoded].some((character) => character < ' ')
}

/** `undefined` when it is not valid percent-encoded UTF-8. Compatibility forms (`．`, `／`) become the plain ones. */
const decodeFully = (text: string): string | undefined => {
  try {
    const decoded = decodeURIComponent(text)
    return decoded === text ? decoded.normalize('NFKC') : decodeFully(decoded)
  } catch {
    return undefined
  }
}
