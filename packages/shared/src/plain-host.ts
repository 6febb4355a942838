/**
 * Whether a host, as the URL parser serialises it, is a plain name or address. The standard also lets `*`, `;`, `,`
 * and quotes pass in a host (WHATWG URL §3.5).
 */
export const isPlainHost = (hostname: string): boolean =>
  /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])$/.test(hostname)
