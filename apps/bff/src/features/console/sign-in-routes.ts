import {
  acceptInviteSchema,
  consoleUserSchema,
  deskRoleSchema,
  openInviteSchema,
  passkeyOptionsSchema,
  signInSchema,
  switchTenantSchema,
} from '@visavis/shared/console-api'
import { MAX_CREDENTIAL_BYTES } from '@visavis/shared/limits'
import * as z from 'zod'
import { readOrigin } from '../audit/index.ts'
import { acceptInvite, openInvite } from './accept-invite.ts'
import { consoleEndpoint } from './console-endpoint.ts'
import { deleteSessionCookie, setSessionCookie } from './console-session.ts'
import type { ConsoleDeps } from './deps.ts'
import { joinByInvite } from './join-by-invite.ts'
import { createSignIn } from './passkeys.ts'
import { recordOwnAct } from './record-own-act.ts'
import { signIn } from './sign-in.ts'
import { switchTenant } from './switch-tenant.ts'
import { toUserView } from './user-view.ts'

const openedInviteSchema = z
  .object({
    name: z.string(),
    role: deskRoleSchema,
    tenant: z.object({ name: z.string() }),
    options: passkeyOptionsSchema.meta({ description: 'To register a passkey, of a new account.' }),
    join_options: passkeyOptionsSchema.meta({ description: 'To join with that of an account.' }),
  })
  .meta({ id: 'OpenedConsoleInvite' })

/** Into the console and out of it. */
export const CONSOLE_SIGN_IN_ENDPOINTS = [
  consoleEndpoint(
    {
      role: 'anyone',
      method: 'post',
      path: '/console/api/invites/open',
      id: 'openConsoleInvite',
      summary: 'What a browser needs to make a passkey for an invitation',
      body: openInviteSchema,
      answers: { 200: { description: 'The invitation', schema: openedInviteSchema } },
      errors: ['CONSOLE_INVITE_INVALID'],
    },
    async (deps: ConsoleDeps, { c, body }) => {
      const opened = await openInvite(deps, body.token, readOrigin(c, deps))
      const { invite, tenant, options, joinOptions } = opened
      return {
        name: invite.name,
        role: invite.role,
        tenant: { name: tenant.name },
        options: { ...options },
        join_options: { ...joinOptions },
      }
    },
  ),
  consoleEndpoint(
    {
      role: 'anyone',
      method: 'post',
      path: '/console/api/invites/accept',
      id: 'acceptConsoleInvite',
      summary: 'Register the passkey of an invitation, and sign in with it',
      body: acceptInviteSchema,
      maxBytes: MAX_CREDENTIAL_BYTES,
      answers: { 201: { description: 'Who is signed in', schema: consoleUserSchema } },
      errors: ['CONSOLE_INVITE_INVALID', 'PASSKEY_REFUSED'],
    },
    async (deps: ConsoleDeps, { c, body }) => {
      const { user, token } = await acceptInvite(deps, body, readOrigin(c, deps))
      setSessionCookie(c, token)
      return toUserView(deps, user)
    },
  ),
  consoleEndpoint(
    {
      role: 'anyone',
      method: 'post',
      path: '/console/api/invites/join',
      id: 'joinByConsoleInvite',
      summary: 'Come to another tenant by an invitation, with the passkey of an account, and sign in there',
      body: acceptInviteSchema,
      maxBytes: MAX_CREDENTIAL_BYTES,
      answers: { 200: { description: 'Who is signed in', schema: consoleUserSchema } },
      errors: ['CONSOLE_INVITE_INVALID', 'PASSKEY_REFUSED'],
    },
    async (deps: ConsoleDeps, { c, body }) => {
      const { user, token } = await joinByInvite(deps, body, readOrigin(c, deps))
      setSessionCookie(c, token)
      return toUserView(deps, user)
    },
  ),
  consoleEndpoint(
    {
      role: 'anyone',
      method: 'post',
      path: '/console/api/sign-in/options',
      id: 'startConsoleSignIn',
      summary: 'What a browser needs to ask for a passkey',
      answers: { 200: { description: 'Options of WebAuthn', schema: passkeyOptionsSchema } },
    },
    async (deps: ConsoleDeps) => ({ ...(await createSignIn(deps)) }),
  ),
  consoleEndpoint(
    {
      role: 'anyone',
      method: 'post',
      path: '/console/api/sign-in',
      id: 'signInToConsole',
      summary: 'Sign in with a passkey',
      body: signInSchema,
      maxBytes: MAX_CREDENTIAL_BYTES,
      answers: { 200: { description: 'Who is signed in', schema: consoleUserSchema } },
      errors: ['PASSKEY_REFUSED'],
    },
    async (deps: ConsoleDeps, { c, body }) => {
      const { user, token } = await signIn(deps, body.credential, readOrigin(c, deps))
      setSessionCookie(c, token)
      return toUserView(deps, user)
    },
  ),
  consoleEndpoint(
    {
      role: 'user',
      method: 'post',
      path: '/console/api/sign-out',
      id: 'signOutOfConsole',
      summary: 'End the session',
      answers: { 204: { description: 'It is over' } },
    },
    async (deps: ConsoleDeps, { c }) => {
      await deps.database.consoleSessions.end(c.get('sessionHash'), deps.now())
      deleteSessionCookie(c)
      await recordOwnAct(deps, c.get('user'), { action: 'console_user.sign_out' }, readOrigin(c, deps))
    },
  ),
  consoleEndpoint(
    {
      role: 'user',
      method: 'get',
      path: '/console/api/me',
      id: 'getConsoleUser',
      summary: 'Who is signed in',
      answers: { 200: { description: 'The user', schema: consoleUserSchema } },
    },
    (deps: ConsoleDeps, { c }) => toUserView(deps, c.get('user')),
  ),
  consoleEndpoint(
    {
      role: 'user',
      method: 'post',
      path: '/console/api/tenant',
      id: 'switchConsoleTenant',
      summary: 'Work in another tenant of the user',
      description: 'The session goes on there, in every window of this browser.',
      body: switchTenantSchema,
      answers: { 200: { description: 'Who is signed in, as what', schema: consoleUserSchema } },
      errors: ['NOT_FOUND'],
    },
    async (deps: ConsoleDeps, { c, body }) => {
      const session = { user: c.get('user'), sessionHash: c.get('sessionHash') }
      return toUserView(deps, await switchTenant(deps, session, body.tenant_id, readOrigin(c, deps)))
    },
  ),
]
