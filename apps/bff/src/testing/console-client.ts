import type { ConsoleRole } from '@visavis/shared/console-roles'
import { createConsoleInvite } from '../features/console/create-invite.ts'
import { ask } from './clients.ts'
import { createSoftPasskey, type SoftPasskey } from './soft-passkey.ts'
import { PUBLIC_URL, type TestApp } from './test-app.ts'

type Test = Pick<TestApp, 'app' | 'deps' | 'partner'>

const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' }

interface ConsoleClientOptions extends Pick<TestApp, 'app'> {
  /** Of the console's pages. */
  origin?: string
}

/** A browser on the console, with its cookies. */
export const createConsoleClient = ({ app, origin = PUBLIC_URL }: ConsoleClientOptions) => {
  const jar = new Map<string, string>()
  const readCookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const request = async (method: string, path: string, init: RequestInit = {}) => {
    const cookie = readCookie()
    const answer = await ask(app, `/console/api${path}`, {
      ...init,
      method,
      headers: {
        ...SAME_ORIGIN,
        ...(method === 'GET' ? {} : { origin }),
        ...(cookie ? { cookie } : {}),
        ...init.headers,
      },
    })
    for (const set of answer.headers.getSetCookie()) keep(jar, set)
    return answer
  }
  const get = (path: string, headers: Record<string, string> = {}) => request('GET', path, { headers })
  const send =
    (method: string) =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      request(method, path, {
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      })
  const post = send('POST')
  return {
    get,
    post,
    put: send('PUT'),
    patch: send('PATCH'),
    delete: (path: string) => request('DELETE', path),
    open: (token: string) => post('/invites/open', { token }),
    accept: async (token: string, passkey: SoftPasskey) => {
      const { body } = await post('/invites/open', { token })
      return post('/invites/accept', { token, credential: passkey.register(body.options, { origin }) })
    },
    signIn: async (passkey: SoftPasskey) => {
      const { body } = await post('/sign-in/options')
      return post('/sign-in', { credential: passkey.sign(body, { origin }) })
    },
    stepUp: async (passkey: SoftPasskey) => {
      const { body } = await post('/step-up/options')
      return post('/step-up', { credential: passkey.sign(body, { origin }) })
    },
    readCookie,
    writeCookie: (value: string) => {
      jar.clear()
      for (const pair of value.split('; ')) keep(jar, pair)
    },
  }
}

/** @param set a `Set-Cookie`; an empty value takes the cookie away, as its `Max-Age` says */
export const keep = (jar: Map<string, string>, set: string): void => {
  const [, name = '', value = ''] = /^([^=]*)=?([^;]*)/.exec(set) ?? []
  if (value === '') jar.delete(name)
  else jar.set(name, value)
}

/** @returns the token of a link that the operator made */
export const invite = async ({ deps, partner }: Test, role: ConsoleRole, tenantId = partner.tenantId) => {
  const { url } = await createConsoleInvite({ ...deps, consoleUrl: deps.publicUrl }, tenantId, {
    role,
    name: `Bea, ${role}`,
  })
  return new URL(url).hash.slice(1)
}

/** Somebody who is signed in. */
export const openConsole = async (test: Test, role: ConsoleRole, tenantId?: string) => {
  const passkey = createSoftPasskey()
  const client = createConsoleClient(test)
  const { body } = await client.accept(await invite(test, role, tenantId), passkey)
  return { ...client, passkey, userId: body.id as string }
}
