import type { HttpAnswer } from './read-answer.ts'

/**
 * Sends a call with what proves that it comes from the browser that has the link. `send` may be asked twice: the server
 * wants each proof to be made just now, by its own clock.
 */
export type Sign = <A extends HttpAnswer>(
  method: string | undefined,
  path: string,
  send: (proof: Record<string, string>) => Promise<A>,
) => Promise<A>

/** For a page that has no key. */
export const withoutProof: Sign = (_method, _path, send) => send({})
