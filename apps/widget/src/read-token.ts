/** Letters, digits, `-` and `_`, and single dots between them: what all our tokens are made of. */
const TOKEN = /^#([\w-]+(?:\.[\w-]+)*)/

/**
 * The token in the fragment of an address. Mail programs and trackers stick things to links (`?utm_source=x`, a full
 * stop, a bracket, a blank): it ends where the first of them begins.
 */
export const readToken = (hash: string): string => TOKEN.exec(hash)?.[1] ?? ''
