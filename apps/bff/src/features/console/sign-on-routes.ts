import {
  finishedSignOnSchema,
  finishSignOnSchema,
  type StartedSignOnView,
  signInWaysSchema,
  startedSignOnSchema,
} from '@visavis/shared/console-api'
import type { Context } from 'hono'
import { readOrigin } from '../audit/index.ts'
import { consoleEndpoint } from './console-endpoint.ts'
import {
  type ConsoleEnv,
  findSession,
  setSessionCookie,
  setSignOnCookie,
  takeSignOnCookie,
} from './console-session.ts'
import type { ConsoleDeps } from './deps.ts'
import { beginSignOn, finishSignOn } from './single-sign-on/sign-on.ts'
import type { Session } from './step-up.ts'
import { toUserView } from './user-view.ts'

const started = {
  answers: { 200: { description: 'Where the browser goes next', schema: startedSignOnSchema } },
  errors: ['NOT_FOUND', 'SIGN_ON_UNAVAILABLE'],
} as const

const begin = async (
  deps: ConsoleDeps,
  c: Context<ConsoleEnv>,
  session?: Pick<Session, 'sessionHash'>,
): Promise<StartedSignOnView> => {
  const { cookie, url } = await beginSignOn(deps, session)
  setSignOnCookie(c, cookie)
  return { url: url.href }
}

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
    (deps: ConsoleDeps, { c }) => begin(deps, c),
  ),
  consoleEndpoint(
    {
      role: 'user',
      method: 'post',
      path: '/console/api/step-up/single-sign-on',
      id: 'startConsoleSignOnStepUp',
      summary: 'Begin to confirm at the provider',
      description: 'It asks anew who they are, however long it has known them.',
      ...started,
    },
    (deps: ConsoleDeps, { c }) => begin(deps, c, { sessionHash: c.get('sessionHash') }),
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
