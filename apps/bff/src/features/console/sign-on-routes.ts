import {
  finishedSignOnSchema,
  finishSignOnSchema,
  signInWaysSchema,
  startedSignOnSchema,
} from '@visavis/shared/console-api'
import { readOrigin } from '../audit/index.ts'
import { consoleEndpoint } from './console-endpoint.ts'
import { findSession, setSessionCookie, setSignOnCookie, takeSignOnCookie } from './console-session.ts'
import type { ConsoleDeps } from './deps.ts'
import { beginSignOn, finishSignOn } from './single-sign-on/sign-on.ts'
import { toUserView } from './user-view.ts'

const started = {
  answers: { 200: { description: 'Where the browser goes next', schema: startedSignOnSchema } },
  errors: ['NOT_FOUND', 'SIGN_ON_UNAVAILABLE'],
} as const

/** Through the operator's sign-in provider. The browser is there in between, and comes back to a page of the console. */
export const CONSOLE_SIGN_ON_ENDPOINTS = [
  consoleEndpoint(
    {
      role: 'anyone',
      method: 'get',
      path: '/console/api/sign-in',
      id: 'getConsoleSignIn',
      summary: 'How people may sign in, beside passkeys',
      answers: { 200: { description: 'The ways', schema: signInWaysSchema } },
    },
    ({ singleSignOn }: ConsoleDeps) => (singleSignOn ? { single_sign_on: { name: singleSignOn.name } } : {}),
  ),
  consoleEndpoint(
    {
      role: 'anyone',
      method: 'post',
      path: '/console/api/sign-in/single-sign-on',
      id: 'startConsoleSignOn',
      summary: 'Begin to sign in at the provider',
      ...started,
    },
    async (deps: ConsoleDeps, { c }) => {
      const { cookie, url } = await beginSignOn(deps)
      setSignOnCookie(c, cookie)
      return { url: url.href }
    },
  ),
  consoleEndpoint(
    {
      role: 'viewer',
      method: 'post',
      path: '/console/api/step-up/single-sign-on',
      id: 'startConsoleSignOnStepUp',
      summary: 'Begin to confirm at the provider',
      description: 'It asks anew who they are, however long it has known them.',
      ...started,
    },
    async (deps: ConsoleDeps, { c }) => {
      const { cookie, url } = await beginSignOn(deps, { sessionHash: c.get('sessionHash') })
      setSignOnCookie(c, cookie)
      return { url: url.href }
    },
  ),
  consoleEndpoint(
    {
      role: 'anyone',
      method: 'post',
      path: '/console/api/single-sign-on',
      id: 'finishConsoleSignOn',
      summary: 'Hand over what the provider sent the browser back with',
      description: 'Signs in, or confirms: whichever was begun in this browser.',
      body: finishSignOnSchema,
      answers: { 200: { description: 'Who is signed in', schema: finishedSignOnSchema } },
      errors: ['NOT_FOUND', 'SIGN_ON_REFUSED', 'SIGN_ON_UNAVAILABLE'],
    },
    async (deps: ConsoleDeps, { c, body: { answer } }) => {
      const session = await findSession(deps, c)
      const cookie = takeSignOnCookie(c)
      const { user, token } = await finishSignOn(deps, { cookie, answer, session }, readOrigin(c, deps))
      if (token !== undefined) setSessionCookie(c, token)
      const purpose = token === undefined ? 'step_up' : 'sign_in'
      return { purpose, user: await toUserView(deps, user) } as const
    },
  ),
]
