import { keep } from './console-client.ts'

/** A browser at an OpenID provider, with the cookies it has there. */
export const createOpenidBrowser = () => {
  const jar = new Map<string, string>()
  const go = async (url: string): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const set of answer.headers.getSetCookie()) keep(jar, set)
    return answer
  }
  /** @returns the query string that it is sent back with; whoever has to, signs in under that name */
  const visit = async (start: string, name: string): Promise<string> => {
    const { origin } = new URL(start)
    let url = start
    while (url.startsWith(origin)) {
      const answer = await go(url)
      // A page instead of a way on: it asks who is there.
      const next = answer.headers.get('location') ?? `?${new URLSearchParams({ login: name })}`
      if (answer.status >= 400)
        throw new Error(`the provider answers ${answer.status}: ${await answer.text()}`)
      url = new URL(next, url).href
    }
    return new URL(url).search
  }
  return { visit }
}
